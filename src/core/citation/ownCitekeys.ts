import { frontMatterFields } from '../library/formats/documentHead';
import { isObject } from '../../util/shape';

const BIBITEM = /\\bibitem\s{0,20}(?:\[[^\]]{0,300}\])?\s{0,20}\{([^{}\s]{1,300})\}/g;

/**
 * The citekeys that a note defines itself: `\bibitem` of LaTeX, and the items under `references` in
 * the front matter, as Pandoc has them.
 */
export function ownCitekeys(text: string): ReadonlySet<string> {
  const keys = Array.from(text.matchAll(BIBITEM), ([, key = '']) => key);
  return new Set([...keys, ...frontMatterKeys(text)]);
}

function frontMatterKeys(text: string): readonly string[] {
  // Front matter is read as YAML at the top of the notes that need it only.
  if (!/(?<![^])---[^]{0,65536}^references[ \t]*:/mu.test(text.slice(0, 65_600))) {
    return [];
  }
  const items = frontMatterFields(text)?.fields.get('references');
  return (Array.isArray(items) ? (items as unknown[]) : []).flatMap((item) =>
    isObject(item) && (typeof item.id === 'string' || typeof item.id === 'number')
      ? [String(item.id)]
      : [],
  );
}
