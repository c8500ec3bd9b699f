import * as vscode from 'vscode';
import { isInWindows1252 } from '../core/text/encodings';
import { decodeFile } from './decodeFile';

/** The editor's names of encodings, by those of the Encoding standard; absent where it has none. */
const EDITOR_ENCODINGS: Readonly<Record<string, string>> = {
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'windows-874': 'windows874',
  'windows-1250': 'windows1250',
  'windows-1251': 'windows1251',
  'windows-1252': 'windows1252',
  'windows-1253': 'windows1253',
  'windows-1254': 'windows1254',
  'windows-1255': 'windows1255',
  'windows-1256': 'windows1256',
  'windows-1257': 'windows1257',
  'windows-1258': 'windows1258',
  'iso-8859-2': 'iso88592',
  'iso-8859-5': 'iso88595',
  'iso-8859-7': 'iso88597',
  'iso-8859-15': 'iso885915',
  'koi8-r': 'koi8r',
  'koi8-u': 'koi8u',
  macintosh: 'macroman',
  ibm866: 'cp866',
  shift_jis: 'shiftjis',
  'euc-jp': 'eucjp',
  'euc-kr': 'euckr',
  gb18030: 'gb18030',
  big5: 'cp950',
};

/** What the editor puts in place of bytes that mean nothing in the encoding that it assumes. */
const REPLACED = '\ufffd';

/**
 * The text of a file as the editor shows it: by its byte order mark, or in the encoding that
 * `files.encoding` gives it. A file that makes no sense so, such as one in Latin-1 where UTF-8 is
 * set, is read in the encoding that it seems to have. Rejects when the file cannot be read.
 */
export async function readFileText(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  // What all encodings but UTF-16 have in common needs no question to the editor.
  if (bytes.every((byte) => byte > 0 && byte < 0x80)) {
    return new TextDecoder().decode(bytes);
  }
  const text = await vscode.workspace.decode(bytes, { uri });
  return text.includes(REPLACED) ? (await decodeFile(bytes)).text : text;
}

/**
 * Opens a file in which something is to be written, in the encoding that it seems to have where the
 * editor would assume another: saving would lose every character that it has misread. A file that is
 * open with unsaved changes stays as it is. Rejects when the file cannot be opened.
 */
export async function openForEdit(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty || !document.getText().includes(REPLACED)) {
    return document;
  }
  const { encoding } = await decodeFile(await vscode.workspace.fs.readFile(uri));
  return openInEncoding(uri, encoding);
}

/**
 * Opens a file in an encoding, as the Encoding standard names it. A file that is open with unsaved
 * changes keeps the encoding that it has. Rejects when the file cannot be opened.
 */
export async function openInEncoding(
  uri: vscode.Uri,
  encoding: string | undefined,
): Promise<vscode.TextDocument> {
  const name = EDITOR_ENCODINGS[encoding?.toLowerCase() ?? ''];
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
  if (encoding === EDITOR_ENCODINGS['windows-1252']) {
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
