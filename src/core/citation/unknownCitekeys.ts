import type { CitekeyUse } from '../note/citations/citekeyUse';
import type { Note } from '../note/note';
import { ownCitekeys } from './ownCitekeys';

/**
 * The citations of a note whose key no entry has, in the order of the note; without what only looks
 * like a citekey and keys that the note itself defines.
 * @param hasEntry whether a bibliography of the note has an entry of a key
 */
export function unknownCitekeys(
  note: Pick<Note, 'text' | 'language' | 'frontMatter' | 'citekeyUses'>,
  hasEntry: (citekey: string) => boolean,
): readonly CitekeyUse[] {
  const own = ownCitekeys(note);
  return note.citekeyUses.filter(
    ({ citekey, isCertain }) => isCertain && !own.has(citekey) && !hasEntry(citekey),
  );
}
