import { MOST_NAMED_FILES } from '../budgets';
import { frontMatterIn } from './frontMatter';
import { frontMatterField } from './frontMatterFields';

/**
 * The glossaries that a note's front matter names under `glossaries`, one or a list, as they are
 * written there.
 */
export function namedGlossaries(text: string): readonly string[] {
  const value = frontMatterField(frontMatterIn(text), 'glossaries');
  return (Array.isArray(value) ? value : [value])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, MOST_NAMED_FILES);
}
