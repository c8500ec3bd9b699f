import * as vscode from 'vscode';
import { workerThreads } from '../worker/node';

/** Where the bundle of `src/worker/extractor.ts` is. @param extension the folder of the extension */
export function extractorBundle(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist/extractor.js');
}

type Extractor = Pick<typeof import('../worker/extractor'), 'makeShard' | 'decodeText'>;

/** What the bundle exports; loads it into this thread. Rejects where that cannot be done. */
export async function loadExtractor(extension: vscode.Uri): Promise<Extractor> {
  const bundle = extractorBundle(extension);
  if (workerThreads()) {
    return importDefault(bundle.toString());
  }
  const url = objectUrl([
    'const module = { exports: {} }, exports = module.exports;\n',
    await readBundle(bundle),
    '\nexport default module.exports;',
  ]);
  try {
    return await importDefault(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The exports of a CommonJS module, which are the default export of the module that it becomes. */
async function importDefault(url: string): Promise<Extractor> {
  return ((await import(url)) as { readonly default: Extractor }).default;
}

/** The text of a bundle, which a browser cannot load from where it is. */
export async function readBundle(bundle: vscode.Uri): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await vscode.workspace.fs.readFile(bundle));
}

/** To be revoked when what it stands for has been loaded. */
export function objectUrl(parts: readonly (string | Uint8Array<ArrayBuffer>)[]): string {
  return URL.createObjectURL(new Blob([...parts], { type: 'text/javascript' }));
}
