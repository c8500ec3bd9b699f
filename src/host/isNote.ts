import type * as vscode from 'vscode';
import { NOTE_LANGUAGES, SCHEME } from './ids';

/** Documents that show what is written elsewhere. */
const SCHEMES_WITHOUT_NOTES: ReadonlySet<string> = new Set([SCHEME, 'git', 'output', 'comment']);

/** Whether a document is a note of the user's. */
export function isNote({ uri, languageId }: vscode.TextDocument): boolean {
  const languages: readonly string[] = NOTE_LANGUAGES;
  return languages.includes(languageId) && !SCHEMES_WITHOUT_NOTES.has(uri.scheme);
}
