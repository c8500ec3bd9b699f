import { MOST_NAMED_FILES } from '../budgets';
import { frontMatterField } from './frontMatterFields';
import type { Note } from './note';

/**
 * The glossaries that a note's front matter names under `glossaries`, one or a list, as they are
 * written there.
 */
export function namedGlossaries({ frontMatter }: Pick<Note, 'frontMatter'>): readonly string[] {
  const value = frontMatterField(frontMatter, 'glossaries');
  return (Array.isArray(value) ? value : [value])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, MOST_NAMED_FILES);
}
