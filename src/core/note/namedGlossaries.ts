import { MOST_NAMED_FILES } from '../budgets';
import { frontMatterFields } from '../library/formats/documentHead';

/**
 * The glossaries that a note's front matter names under `glossaries`, one or a list, as they are
 * written there.
 */
export function namedGlossaries(text: string): readonly string[] {
  // Front matter is read as YAML at the top of the notes that need it only.
  if (!/(?<![^])---[^]{0,65536}^["']?glossaries["']?[ \t]*:/imu.test(text.slice(0, 65_600))) {
    return [];
  }
  const value = frontMatterFields(text)?.fields.get('glossaries');
  return (Array.isArray(value) ? value : [value])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, MOST_NAMED_FILES);
}
