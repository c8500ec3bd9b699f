import { MOST_NAMED_FILES } from '../../budgets';
import { frontMatterField } from '../frontMatterFields';
import type { Note } from '../note';

/**
 * The bibliographies that a note names, as they are written there, each once: those of its front
 * matter (`bibliography:`, one, a list, or named ones), or else those that its language has commands
 * for. Addresses of the web are left out.
 */
export function namedBibliographies({
  text,
  language,
  frontMatter,
}: Pick<Note, 'text' | 'language' | 'frontMatter'>): readonly string[] {
  const ofFrontMatter = namesIn(frontMatterField(frontMatter, 'bibliography'));
  const names = ofFrontMatter.length > 0 ? ofFrontMatter : (language.bibliographies?.(text) ?? []);
  return [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name !== '' && !/^[a-z][a-z\d+.-]+:\/\//i.test(name))
    .slice(0, MOST_NAMED_FILES);
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
