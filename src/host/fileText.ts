import * as vscode from 'vscode';
import { decodeText, isInWindows1252 } from '../core/text/decode';

/** What the editor calls the encodings that are recognised in files. */
const EDITOR_ENCODINGS: Readonly<Record<string, string>> = {
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'windows-1252': 'windows1252',
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
  return text.includes(REPLACED) ? decodeText(bytes).text : text;
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
  const { encoding } = decodeText(await vscode.workspace.fs.readFile(uri));
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

/** Whether a document keeps a text when it is saved, whose encoding may lack some of its letters. */
export function canHold(
  { encoding }: Pick<vscode.TextDocument, 'encoding'>,
  text: string,
): boolean {
  return encoding !== EDITOR_ENCODINGS['windows-1252'] || isInWindows1252(text);
}
