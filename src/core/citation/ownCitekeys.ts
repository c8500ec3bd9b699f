import { frontMatterField } from '../note/frontMatterFields';
import type { Note } from '../note/note';
import { isObject } from '../../util/shape';

/**
 * The citekeys that a note defines itself: `\bibitem` of LaTeX, and the items under `references` in
 * the front matter, as Pandoc has them.
 */
export function ownCitekeys({
  text,
  language,
  frontMatter,
}: Pick<Note, 'text' | 'language' | 'frontMatter'>): ReadonlySet<string> {
  return new Set([...(language.citekeys.defined?.(text) ?? []), ...keysIn(frontMatter)]);
}

function keysIn(frontMatter: Note['frontMatter']): readonly string[] {
  const items = frontMatterField(frontMatter, 'references');
  return (Array.isArray(items) ? (items as unknown[]) : []).flatMap((item) =>
    isObject(item) && (typeof item.id === 'string' || typeof item.id === 'number')
      ? [String(item.id)]
      : [],
  );
}
