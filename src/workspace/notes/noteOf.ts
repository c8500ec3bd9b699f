import { Note } from '../../core/note/note';
import type { NoteText } from './noteDocuments';

interface KeptNote {
  readonly version: number;
  readonly languageId: string;
  readonly note: Note;
}

const kept = new WeakMap<NoteText, KeptNote>();

/**
 * The note of a document as it is now, the same for all who ask until the document changes: what one
 * feature has worked out is there for the next. Cells of notebooks are documents, too.
 */
export function noteOf(document: NoteText): Note {
  const { version, languageId } = document;
  const known = kept.get(document);
  if (known?.version === version && known.languageId === languageId) {
    return known.note;
  }
  const note = new Note(document.getText(), languageId);
  kept.set(document, { version, languageId, note });
  return note;
}
