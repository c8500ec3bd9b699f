import * as vscode from 'vscode';
import { diskFiles } from './diskFiles';

/** What the editor puts in place of bytes that mean nothing in the encoding that it assumes. */
export const REPLACED = '\ufffd';

/**
 * The text of a file as the editor shows it: by its byte order mark, or in the encoding that
 * `files.encoding` gives it. A file that makes no sense so, such as one in Latin-1 where UTF-8 is
 * set, is read in the encoding that it seems to have. Rejects when the file cannot be read.
 */
export async function readFileText(uri: vscode.Uri): Promise<string> {
  const bytes = await diskFiles.readFile(uri);
  // What all encodings but UTF-16 have in common needs no question to the editor.
  if (isAscii(bytes)) {
    return new TextDecoder().decode(bytes);
  }
  const text = await vscode.workspace.decode(bytes, { uri });
  if (!isMisread(text)) {
    return text;
  }
  const { decodeFile } = await import('./decodeFile');
  return (await decodeFile(bytes)).text;
}

/** Whether a text has what the bytes do not mean; UTF-16 without a mark shows a zero at each other place. */
export function isMisread(text: string): boolean {
  return text.includes(REPLACED) || text.includes('\0');
}

/** A loop of its own: `every` takes ten times as long, and holds the editor on a large file. */
function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte === 0 || byte >= 0x80) {
      return false;
    }
  }
  return true;
}
