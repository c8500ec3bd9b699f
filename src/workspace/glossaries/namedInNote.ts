import { namedGlossaries } from '../../core/note/namedGlossaries';
import type { NoteText } from '../notes/noteDocuments';
import { noteOf } from '../notes/noteOf';

/** The glossaries that the front matter of a note names. */
export function glossariesNamedIn(note: NoteText): readonly string[] {
  return namedGlossaries(noteOf(note));
}
