import * as vscode from 'vscode';
import { NOTE_LANGUAGES, isNoteLanguage } from '../../core/note/languageIds';
import { SCHEME } from '../../host/ids';

/** A note whose text is asked for; a `TextDocument` is one. */
export type NoteText = Pick<vscode.TextDocument, 'uri' | 'languageId' | 'version' | 'getText'>;

/** The documents in the languages of notes, whatever they are stored in: no scheme is named. */
export const NOTE_SELECTOR: readonly vscode.DocumentFilter[] = NOTE_LANGUAGES.map((language) => ({
  language,
}));

/** Documents that show what is written elsewhere. */
const SCHEMES_WITHOUT_NOTES: ReadonlySet<string> = new Set([SCHEME, 'git', 'output', 'comment']);

/** Plain text to an editor that does not know the language. */
const BIBTEX = /\.bib(?:tex)?$/i;

/** Whether a document is a note of the user's. */
export function isNote({ uri, languageId }: Pick<NoteText, 'uri' | 'languageId'>): boolean {
  return (
    isNoteLanguage(languageId) && !SCHEMES_WITHOUT_NOTES.has(uri.scheme) && !BIBTEX.test(uri.path)
  );
}

/**
 * Whether a document is a note that is being written: no page that can only be read, such as an
 * earlier version in a comparison.
 */
export function isWritableNote(document: Pick<NoteText, 'uri' | 'languageId'>): boolean {
  const { scheme } = document.uri;
  return (
    isNote(document) &&
    (scheme === 'untitled' ||
      scheme === 'vscode-notebook-cell' ||
      vscode.workspace.fs.isWritableFileSystem(scheme) === true)
  );
}
