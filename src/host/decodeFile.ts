import * as vscode from 'vscode';
import { decodeKnown } from '../core/text/decode';
import { decodeBytes, type DecodedText } from '../core/text/encodings';
import { loadExtractor } from './extractorBundle';
import { EXTENSION_ID } from './ids';

/**
 * Decodes a file in the encoding that it seems to have, whatever the editor's settings say. Few files
 * leave that to guess, and what guesses is loaded with the bundle that reads sources. Never rejects.
 */
export async function decodeFile(bytes: Uint8Array): Promise<DecodedText> {
  const known = decodeKnown(bytes);
  if (known !== undefined) {
    return known;
  }
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  try {
    if (extension !== undefined) {
      const { decodeText } = await loadExtractor(extension.extensionUri);
      return await decodeText(bytes);
    }
  } catch {
    // Without it, what most files are that are no UTF-8.
  }
  const encoding = 'windows-1252';
  return { text: decodeBytes(bytes, encoding), encoding, isEncodingUncertain: true };
}
