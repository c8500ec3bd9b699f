import * as vscode from 'vscode';
import { isInWindows1252 } from '../core/text/windows1252';
import { isMisread, REPLACED } from './fileText';

/** The editor's names of encodings that are no standard ones without their marks. */
const EDITOR_NAMES: Readonly<Record<string, string>> = {
  macintosh: 'macroman',
  ibm866: 'cp866',
  big5: 'cp950',
};

/** The editor's name of an encoding, as for "windows1252"; `undefined` for UTF-8, which it need not be told. */
function editorName(encoding: string): string | undefined {
  const standard = encoding.toLowerCase();
  return standard === 'utf-8'
    ? undefined
    : (EDITOR_NAMES[standard] ?? standard.replace(/[-_]/g, ''));
}

/**
 * Opens a file in which something is to be written, in the encoding that it seems to have where the
 * editor would assume another: saving would lose every character that it has misread. A file that is
 * open with unsaved changes stays as it is. Rejects when the file cannot be opened.
 */
export async function openForEdit(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty || !isMisread(document.getText())) {
    return document;
  }
  const { decodeFile } = await import('./decodeFile');
  const { encoding } = await decodeFile(await vscode.workspace.fs.readFile(uri));
  const decoded = await openInEncoding(uri, encoding);
  // Windows-1252 keeps each byte as it is, whatever it means.
  return decoded.getText().includes(REPLACED) ? openInEncoding(uri, 'windows-1252') : decoded;
}

/**
 * Opens a file in an encoding, as the Encoding standard names it. A file that is open with unsaved
 * changes keeps the encoding that it has. Rejects when the file cannot be opened.
 */
export async function openInEncoding(
  uri: vscode.Uri,
  encoding: string | undefined,
): Promise<vscode.TextDocument> {
  const name = encoding === undefined ? undefined : editorName(encoding);
  try {
    return await vscode.workspace.openTextDocument(uri, name ? { encoding: name } : undefined);
  } catch (error) {
    if (name === undefined) {
      throw error;
    }
    return vscode.workspace.openTextDocument(uri);
  }
}

/** Whether an encoding has all letters of a text. */
export type Holds = (text: string) => boolean;

/** What is known of encodings, by the editor's names for them. */
const holding = new Map<string, Promise<Holds>>();

/**
 * Which texts a document keeps when it is saved: its encoding may lack some of their letters, in
 * whose places the editor would save question marks.
 */
export function lettersHeldBy({ encoding }: Pick<vscode.TextDocument, 'encoding'>): Promise<Holds> {
  let known = holding.get(encoding);
  if (known === undefined) {
    known = findLettersOf(encoding);
    holding.set(encoding, known);
  }
  return known;
}

async function findLettersOf(encoding: string): Promise<Holds> {
  if (/^utf/.test(encoding)) {
    return () => true;
  }
  if (encoding === editorName('windows-1252')) {
    return isInWindows1252;
  }
  const { workspace } = vscode;
  const all = lettersBeyondAscii();
  const bytes = await workspace.encode(all, { encoding });
  const kept = await workspace.decode(bytes, { encoding });
  // In encodings of several bytes a letter may spoil the next one: then nobody knows.
  const letters = new Set(
    kept.length === all.length ? Array.from(all).filter((letter, at) => kept[at] === letter) : [],
  );
  return (text) => Array.from(text).every((letter) => letter < '\u0080' || letters.has(letter));
}

/** All that one UTF-16 unit can be and that is a character. */
function lettersBeyondAscii(): string {
  const letters: string[] = [];
  for (let unit = 0xa0; unit < 0xfffe; unit++) {
    // Neither halves of characters nor byte order marks.
    if ((unit < 0xd800 || unit >= 0xe000) && unit !== 0xfeff) {
      letters.push(String.fromCharCode(unit));
    }
  }
  return letters.join('');
}
