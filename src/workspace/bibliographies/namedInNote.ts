import { namedBibliographies } from '../../core/note/citations/namedBibliographies';
import type { NoteText } from '../notes/noteDocuments';
import { noteOf } from '../notes/noteOf';

/** The bibliographies that a note names. */
export function bibliographiesNamedIn(note: NoteText): readonly string[] {
  return namedBibliographies(noteOf(note));
}
