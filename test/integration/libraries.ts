import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { EncodingChoices } from '../../src/workspace/library/encodingChoices';
import { memoryState } from '../support/memoryState';
import type { LibrarySource } from '../../src/workspace/library/library';
import { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import type { ExtractionLimits } from '../../src/worker/extractionWorker';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
export const encoder = new TextEncoder();

export const QUAY = { text: 'The quay is closed.', x: 72, y: 700 };

/** A place of its own for each test, outside the workspace. */
export let base: vscode.Uri;
export let libraries: WorkspaceLibrary[] = [];
export let logged: string[] = [];

export const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
export const write = (path: string, text: string): Thenable<void> =>
  fs.writeFile(at(path), encoder.encode(text));

export interface Settings {
  /** Names below `base`, or addresses elsewhere. */
  readonly folders?: readonly (string | vscode.Uri)[];
  readonly limits?: Partial<ExtractionLimits>;
  readonly storage?: vscode.Uri;
  /** Names below `base` of folders elsewhere, or what else the setting has. */
  readonly elsewhere?: () => readonly string[];
  readonly catalog?: Catalog;
}

/** A library over folders below `base`, apart from the one that the extension has itself. */
export function createLibrary({
  folders = ['a'],
  limits,
  storage,
  elsewhere = () => [],
  catalog = new Catalog([]),
}: Settings = {}): WorkspaceLibrary {
  const note = (message: string) => void logged.push(message);
  const host: FolderHost = {
    workspaceFolders: folders.map((folder, index) => {
      const uri = typeof folder === 'string' ? at(folder) : folder;
      return { uri, name: String(folder), index };
    }),
    onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
  };
  const log = { info: note, warn: note, error: note };
  const library = new WorkspaceLibrary({
    extension: extension().extensionUri,
    storage: storage ?? at('storage'),
    storageElsewhere: at('storage-elsewhere'),
    ownFolder: at('own'),
    folders: host,
    foldersElsewhere: () => elsewhere().map((name) => ({ written: name, path: at(name).fsPath })),
    desk: {
      catalog: () => Promise.resolve(catalog),
      onDidChange: new vscode.EventEmitter<void>().event,
    },
    access: ANYWHERE,
    encodings: new EncodingChoices(memoryState()),
    bibliographies: new BibliographyFiles(log, ANYWHERE),
    log,
    ...(limits && { limits }),
  });
  libraries.push(library);
  return library;
}

/** Waits for the sources to be as given: `path: passages`, or `path: state` for those not ready. */
export async function expectSources(
  library: WorkspaceLibrary,
  ...expected: string[]
): Promise<void> {
  const summary = () => library.sources.map(summaryOf);
  const isThere = () => JSON.stringify(summary()) === JSON.stringify(expected);
  await waitFor('the sources', isThere).catch(() => assert.deepEqual(summary(), expected));
}

export function summaryOf({ path, state, passages }: LibrarySource): string {
  return `${path}: ${state.kind === 'ready' ? passages : state.kind}`;
}

/** The sources in which a word is found, by their paths. */
export function found(library: WorkspaceLibrary, words: string): readonly string[] {
  const searcher = createDeskSearcher(new Catalog([]), () => library.contents);
  const sources = searcher
    .search(words)
    .hits.map((hit) => (hit.kind === 'passage' ? library.get(hit.source)?.path : hit.id));
  return [...new Set(sources)].map(String).sort();
}

export async function expectFound(
  library: WorkspaceLibrary,
  words: string,
  ...paths: string[]
): Promise<void> {
  const isThere = () => JSON.stringify(found(library, words)) === JSON.stringify(paths);
  await waitFor(words, isThere).catch(() => assert.deepEqual(found(library, words), paths));
}

/** Has each test of the suite at hand a folder of its own, and disposes of its libraries afterwards. */
export function useLibraries(): void {
  before(() => extension().activate());

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const unique = `library-${Date.now().toString(36)}-${libraries.length}`;
    base = vscode.Uri.joinPath(folder.uri, '..', unique);
    logged = [];
    await write('a/sources/lighthouse.txt', 'The lighthouse of Brindle Point was lit in spring.');
    await write('a/notes.txt', 'My own notes on the lighthouse.');
  });

  afterEach(async () => {
    libraries.forEach((library) => library.dispose());
    libraries = [];
    await fs.delete(base, { recursive: true });
  });
}

export async function marks(): Promise<readonly string[]> {
  const entries = await fs.readDirectory(at('storage/reading')).then(undefined, () => []);
  return entries.map(([name]) => name);
}

export function waitForNoMarks(): Promise<unknown> {
  return waitFor('no marks', async () => (await marks()).length === 0);
}

export async function readIfThere(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file);
  } catch {
    return undefined;
  }
}

/** A file system without a search, of which the editor knows nothing but this. */
export class ReadOnlyFiles implements vscode.FileSystemProvider {
  /** The paths of files that cannot be read. */
  readonly broken = new Set<string>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  /** @param files texts by path */
  constructor(private readonly files: Readonly<Record<string, string>>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.files[path];
    if (text !== undefined) {
      return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: text.length };
    }
    if (this.readDirectory(vscode.Uri.file(path)).length > 0) {
      return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const file of Object.keys(this.files).filter((file) => file.startsWith(folder))) {
      const [name = '', ...below] = file.slice(folder.length).split('/');
      entries.set(name, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.files[path];
    if (text === undefined) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    if (this.broken.has(path)) {
      throw vscode.FileSystemError.Unavailable('The quay is under water.');
    }
    return encoder.encode(text);
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

export function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
