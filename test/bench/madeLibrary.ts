import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { EncodingChoices } from '../../src/workspace/library/encodingChoices';
import { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import type { Random } from '../hostile/random';
import { ANYWHERE } from '../support/anywhere';
import { memoryState } from '../support/memoryState';

const WORDS = 100;
const VOCABULARY = 40_000;

const { fs } = vscode.workspace;

/** A library over the folder `sources` of a folder, which it has for itself. */
export function createLibrary(base: vscode.Uri, elsewhere?: vscode.Uri): WorkspaceLibrary {
  const ignore = () => undefined;
  const log = { info: ignore, warn: ignore, error: ignore };
  return new WorkspaceLibrary({
    extension: vscode.extensions.getExtension('ip4desk.ip4-desk')!.extensionUri,
    storage: vscode.Uri.joinPath(base, 'storage'),
    storageElsewhere: vscode.Uri.joinPath(base, 'storage', 'elsewhere'),
    foldersElsewhere: () =>
      elsewhere === undefined ? [] : [{ written: elsewhere.fsPath, path: elsewhere.fsPath }],
    ownFolder: base,
    folders: {
      workspaceFolders: [{ uri: base, name: 'library', index: 0 }],
      onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
    },
    desk: {
      catalog: () => Promise.resolve(new Catalog([])),
      onDidChange: new vscode.EventEmitter<void>().event,
    },
    access: ANYWHERE,
    encodings: new EncodingChoices(memoryState()),
    bibliographies: new BibliographyFiles(log, ANYWHERE),
    log,
  });
}

/** Writes a document of made-up words, as frequent as words are (Zipf's law). */
export async function writeDocument(
  base: vscode.Uri,
  number: number,
  passages: number,
  random: Random,
): Promise<void> {
  const texts = Array.from({ length: passages }, () => passageOf(random));
  await fs.writeFile(documentUri(base, number), encoded(texts.join('\n\n')));
}

export function documentUri(base: vscode.Uri, number: number): vscode.Uri {
  return vscode.Uri.joinPath(base, 'sources', `${number}.txt`);
}

/** A sentence: what is cut into passages at its end stays one. */
function passageOf(random: Random): string {
  const words = Array.from({ length: WORDS }, () => wordOf(random)).join(' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** Of rank r with a frequency of 1/r: its logarithm is spread evenly. */
export function wordOf(random: Random): string {
  const share = random.below(1 << 20) / (1 << 20);
  const rank = Math.floor(VOCABULARY ** share);
  return [...String(rank)].map((digit) => SYLLABLES[Number(digit)]).join('');
}

const SYLLABLES = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'tu'];

export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What this process takes, garbage collected. */
export function memory(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Buffers are let go of in the collection after that of their owners.
  collect();
  collect();
  return process.memoryUsage();
}
