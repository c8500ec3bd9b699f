import type { PackInfo } from '../model';

/** The file that says what a pack is. */
export const INFO_FILE = 'pack.json';

/**
 * The files that list the entries of a pack, by kind, and the one property of each file's object,
 * besides `$schema`; the pack has the same.
 */
export const PACK_LISTS = {
  source: { name: 'sources.json', list: 'sources' },
  topic: { name: 'topics.json', list: 'topics' },
  partner: { name: 'partners.json', list: 'partners' },
  term: { name: 'terms.json', list: 'terms' },
  excerpt: { name: 'excerpts.json', list: 'excerpts' },
  event: { name: 'events.json', list: 'events' },
} as const;

/** Every file that makes up a pack. */
export const PACK_FILES: readonly string[] = [
  INFO_FILE,
  ...Object.values(PACK_LISTS).map(({ name }) => name),
];

/** What a sound `pack.json` says: all of it but the name of its schema. */
export function packInfoOf(value: PackInfo): PackInfo {
  const { id, title, description, version, language, asOf } = value;
  return { id, title, description, version, language, ...(asOf !== undefined && { asOf }) };
}
