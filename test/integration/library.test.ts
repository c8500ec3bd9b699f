import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { fingerprintOf } from '../../src/core/library/fingerprints';
import { decodeShard } from '../../src/core/shard/shard';
import type { ShardJob } from '../../src/core/shard/shardJob';
import type { SourceId } from '../../src/core/model';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import { SourcePages } from '../../src/features/pages/excerpt/sourcePages';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { loadExtractor } from '../../src/workspace/library/extraction';
import type { LibrarySource } from '../../src/workspace/library/library';
import { sourceId } from '../../src/workspace/library/sourceRecord';
import { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import { sourceUri } from '../../src/host/uris';
import type { ExtractionLimits } from '../../src/worker/extractionWorker';
import { makePdfBomb } from '../support/makeBombs';
import { documentOf, librarySource, paragraph } from '../support/librarySources';
import { makePdf } from '../support/makePdf';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { ANYWHERE } from '../support/anywhere';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();

const QUAY = { text: 'The quay is closed.', x: 72, y: 700 };

/** A place of its own for each test, outside the workspace. */
let base: vscode.Uri;
let libraries: WorkspaceLibrary[] = [];
let logged: string[] = [];

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
const write = (path: string, text: string): Thenable<void> =>
  fs.writeFile(at(path), encoder.encode(text));

interface Settings {
  /** Names below `base`, or addresses elsewhere. */
  readonly folders?: readonly (string | vscode.Uri)[];
  readonly limits?: Partial<ExtractionLimits>;
  readonly storage?: vscode.Uri;
  readonly catalog?: Catalog;
}

/** A library over folders below `base`, apart from the one that the extension has itself. */
function createLibrary({
  folders = ['a'],
  limits,
  storage,
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
    ownFolder: at('own'),
    folders: host,
    desk: {
      catalog: () => Promise.resolve(catalog),
      onDidChange: new vscode.EventEmitter<void>().event,
    },
    access: ANYWHERE,
    bibliographies: new BibliographyFiles(log, ANYWHERE),
    log,
    ...(limits && { limits }),
  });
  libraries.push(library);
  return library;
}

/** Waits for the sources to be as given: `path: passages`, or `path: state` for those not ready. */
async function expectSources(library: WorkspaceLibrary, ...expected: string[]): Promise<void> {
  const summary = () => library.sources.map(summaryOf);
  const isThere = () => JSON.stringify(summary()) === JSON.stringify(expected);
  await waitFor('the sources', isThere).catch(() => assert.deepEqual(summary(), expected));
}

function summaryOf({ path, state, passages }: LibrarySource): string {
  return `${path}: ${state.kind === 'ready' ? passages : state.kind}`;
}

/** The sources in which a word is found, by their paths. */
function found(library: WorkspaceLibrary, words: string): readonly string[] {
  const searcher = createDeskSearcher(new Catalog([]), () => library.contents);
  const sources = searcher
    .search(words)
    .hits.map((hit) => (hit.kind === 'passage' ? library.get(hit.source)?.path : hit.id));
  return [...new Set(sources)].map(String).sort();
}

async function expectFound(
  library: WorkspaceLibrary,
  words: string,
  ...paths: string[]
): Promise<void> {
  const isThere = () => JSON.stringify(found(library, words)) === JSON.stringify(paths);
  await waitFor(words, isThere).catch(() => assert.deepEqual(found(library, words), paths));
}

describe('library', () => {
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

  it('finds, reads and searches sources, and leaves notes alone', async () => {
    const library = createLibrary();
    await library.start();
    await expectSources(library, 'sources/lighthouse.txt: 1');
    await expectFound(library, 'lighthouse', 'sources/lighthouse.txt');
    const [source] = library.sources;
    const document = await library.document(source!.id);
    assert.equal(document?.text, 'The lighthouse of Brindle Point was lit in spring.');
  });

  it('follows what is added, changed, renamed and deleted', async () => {
    const library = createLibrary();
    await library.start();
    await write('a/sources/ferry.md', '# The ferry\n\nThe ferry leaves at noon.');
    await expectSources(library, 'sources/ferry.md: 1', 'sources/lighthouse.txt: 1');
    await expectFound(library, 'noon', 'sources/ferry.md');
    await write('a/sources/ferry.md', '# The ferry\n\nThe ferry leaves at midnight.\n\nOr not.');
    await expectFound(library, 'midnight', 'sources/ferry.md');
    await expectFound(library, 'noon');
    await fs.rename(at('a/sources/ferry.md'), at('a/sources/boat.md'));
    await expectFound(library, 'midnight', 'sources/boat.md');
    await fs.delete(at('a/sources/boat.md'));
    await expectSources(library, 'sources/lighthouse.txt: 1');
    await expectFound(library, 'midnight');
  });

  it('follows folders that are moved', async () => {
    await write('a/elsewhere/sources/quay.txt', 'The quay is closed.');
    const library = createLibrary();
    await library.start();
    await expectFound(library, 'quay', 'elsewhere/sources/quay.txt');
    await fs.rename(at('a/elsewhere'), at('a/here'));
    await expectFound(library, 'quay', 'here/sources/quay.txt');
    await fs.delete(at('a/here'), { recursive: true });
    await expectFound(library, 'quay');
  });

  it('reads nothing again that is stored, but what has changed', async () => {
    await write('a/sources/ferry.txt', 'The ferry leaves at noon.');
    const first = createLibrary();
    await first.start();
    await expectSources(first, 'sources/ferry.txt: 1', 'sources/lighthouse.txt: 1');
    first.dispose();
    await write('a/sources/ferry.txt', 'The ferry leaves at midnight.');
    const second = createLibrary();
    second.pause();
    await second.start();
    await expectSources(second, 'sources/ferry.txt: waiting', 'sources/lighthouse.txt: 1');
    assert.deepEqual(found(second, 'lighthouse'), ['sources/lighthouse.txt']);
    second.resume();
    await expectFound(second, 'midnight', 'sources/ferry.txt');
  });

  for (const [what, damage] of [
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['changed', (bytes: Uint8Array) => bytes.map((byte, place) => (place === 50 ? ~byte : byte))],
    ['empty', () => new Uint8Array()],
  ] as const) {
    it(`reads anew what was stored and is ${what}`, async () => {
      const first = createLibrary();
      await first.start();
      await expectSources(first, 'sources/lighthouse.txt: 1');
      const [source] = first.sources;
      const file = at(`storage/${source!.id}.shard`);
      const whole = await waitFor('the shard', () => readIfThere(file));
      first.dispose();
      await fs.writeFile(file, damage(whole));
      const second = createLibrary();
      await second.start();
      await expectFound(second, 'lighthouse', 'sources/lighthouse.txt');
      assert.equal(logged.filter((line) => line.includes('damaged')).length, 1);
      await waitFor('a whole shard', async () => {
        const bytes = await readIfThere(file);
        return bytes?.length === whole.length;
      });
    });
  }

  it('honours .gitignore files and settings', async () => {
    await write('a/sources/drafts/draft.txt', 'A draft about the harbour.');
    await write('a/sources/old.txt', 'The old harbour.');
    await write('a/.gitignore', 'drafts/\n');
    const library = createLibrary();
    await library.start();
    await expectSources(library, 'sources/lighthouse.txt: 1', 'sources/old.txt: 1');
    await write('a/.gitignore', 'drafts/\n*.txt\n');
    await expectSources(library);
    await expectFound(library, 'lighthouse');
    await fs.delete(at('a/.gitignore'));
    await expectSources(
      library,
      'sources/drafts/draft.txt: 1',
      'sources/lighthouse.txt: 1',
      'sources/old.txt: 1',
    );
    const config = vscode.workspace.getConfiguration('ip4Desk');
    try {
      await config.update('library.exclude', ['**/drafts'], true);
      await expectSources(library, 'sources/lighthouse.txt: 1', 'sources/old.txt: 1');
      await config.update('library.include', ['sources/o*.txt'], true);
      await expectSources(library, 'sources/old.txt: 1');
    } finally {
      await config.update('library.exclude', undefined, true);
      await config.update('library.include', undefined, true);
    }
  });

  it('has each file once where roots overlap, and says whose it is', async () => {
    await write('b/sources/quay.txt', 'The quay is closed.');
    await write('a/inner/sources/inner.txt', 'Within.');
    const library = createLibrary({ folders: ['a', 'b', 'a/inner'] });
    await library.start();
    await expectSources(
      library,
      'a/inner/sources/inner.txt: 1',
      'a/sources/lighthouse.txt: 1',
      'b/sources/quay.txt: 1',
    );
  });

  it('has a folder of its own without a workspace', async () => {
    const library = createLibrary({ folders: [] });
    await library.start();
    await expectSources(library);
    const folder = await library.folderForNewSources();
    await fs.writeFile(
      vscode.Uri.joinPath(folder, 'pier.txt'),
      encoder.encode('A pier of their own.'),
    );
    await expectSources(library, 'pier.txt: 1');
    await expectFound(library, 'pier', 'pier.txt');
  });

  it('goes on after a source that takes too long', async () => {
    await write('a/sources/hostile.md', '> - **It** _never_ [ends](x).\n\n'.repeat(100_000));
    await write('a/sources/zebra.txt', 'The last one.');
    const timeOf = ({ path }: ShardJob) => (path.endsWith('hostile.md') ? 1_000 : 60_000);
    const library = createLibrary({ limits: { timeOf } });
    await library.start();
    const expected = [
      'sources/hostile.md: failed',
      'sources/lighthouse.txt: 1',
      'sources/zebra.txt: 1',
    ];
    await expectSources(library, ...expected);
    const reason = 'It takes longer than 1 seconds.';
    const cause = { kind: 'time', seconds: 1 };
    assert.deepEqual(library.sources[0]?.state, { kind: 'failed', reason, cause });
    await library.rescan();
    await expectSources(library, ...expected);
  });

  it('goes on after a source for which there is not enough memory', async () => {
    await write('a/sources/hostile.txt', 'It never ends. '.repeat(1_000_000));
    await write('a/sources/zebra.txt', 'The last one.');
    const library = createLibrary({ limits: { heapMB: 48 } });
    await library.start();
    await expectSources(
      library,
      'sources/hostile.txt: failed',
      'sources/lighthouse.txt: 1',
      'sources/zebra.txt: 1',
    );
    const { state } = library.sources[0]!;
    assert.ok(state.kind === 'failed' && state.reason.includes('memory'), JSON.stringify(state));
  });

  it('goes on after a source that unpacks to more than there is memory for', async () => {
    await fs.writeFile(at('a/sources/bomb.pdf'), makePdfBomb(2_000));
    await write('a/sources/zebra.txt', 'The last one.');
    const library = createLibrary({ limits: { memoryMB: 300, timeOf: () => 600_000 } });
    const before = process.memoryUsage.rss();
    await library.start();
    await expectSources(
      library,
      'sources/bomb.pdf: failed',
      'sources/lighthouse.txt: 1',
      'sources/zebra.txt: 1',
    );
    assert.ok(process.memoryUsage.rss() - before < 200_000_000);
    assert.deepEqual(library.sources[0]?.state, {
      kind: 'failed',
      reason: 'It takes more than 300 MB of memory.',
      cause: { kind: 'memory', megabytes: 300 },
    });
  });

  it('does not read again what was being read when the editor stopped, until somebody asks', async () => {
    await write('a/sources/fatal.txt', 'The wreck of Brindle Point.');
    const file = at('a/sources/fatal.txt');
    const { mtime, size } = await fs.stat(file);
    const sources = [{ id: sourceId(file), address: file.toString(), mtime, size }];
    // As another process would have left it.
    const mark = JSON.stringify({ pid: process.pid, since: Date.now(), sources });
    await write('storage/reading/left.json', mark);
    await write('storage/reading/torn.json', mark.slice(0, 20));

    const first = createLibrary();
    await first.start();
    const failed = ['sources/fatal.txt: failed', 'sources/lighthouse.txt: 1'];
    await expectSources(first, ...failed);
    const state = first.sources[0]!.state;
    assert.ok(state.kind === 'failed' && state.cause?.kind === 'interrupted');
    await waitForNoMarks();
    first.dispose();
    const second = createLibrary();
    await second.start();
    await expectSources(second, ...failed);

    second.reindex([sourceId(file)]);
    await expectSources(second, 'sources/fatal.txt: 1', 'sources/lighthouse.txt: 1');
    await expectFound(second, 'wreck', 'sources/fatal.txt');
    await waitForNoMarks();
  });

  it('marks a source while it is read, and takes that for nothing when the editor ends in good order', async () => {
    await write('a/sources/hostile.md', '> - **It** _never_ [ends](x).\n\n'.repeat(100_000));
    const library = createLibrary({ limits: { timeOf: () => 600_000 } });
    await library.start();
    const [name = ''] = await waitFor('a mark', async () => {
      const names = await marks();
      const isReading = library.sources.some(
        ({ path, state }) => path.endsWith('hostile.md') && state.kind === 'reading',
      );
      return isReading && names.length > 0 && names;
    });
    const text = new TextDecoder().decode(await fs.readFile(at(`storage/reading/${name}`)));
    assert.ok(text.includes(sourceId(at('a/sources/hostile.md'))), text);
    library.dispose();
    await waitForNoMarks();
    assert.equal(await readIfThere(at(`storage/${library.sources[0]!.id}.shard`)), undefined);
  });

  it('leaves out what is larger than the settings allow', async () => {
    await write('a/sources/long.txt', 'The tide came in, and the tide went out. '.repeat(40_000));
    const library = createLibrary();
    await library.start();
    await expectFound(library, 'tide', 'sources/long.txt');
    const config = vscode.workspace.getConfiguration('ip4Desk');
    try {
      await config.update('library.maxFileSize', 1, true);
      await expectSources(library, 'sources/lighthouse.txt: 1', 'sources/long.txt: tooLarge');
      await expectFound(library, 'tide');
      const [, long] = library.sources;
      assert.deepEqual(long?.state, { kind: 'tooLarge', limit: 1_000_000 });
    } finally {
      await config.update('library.maxFileSize', undefined, true);
    }
    await expectFound(library, 'tide', 'sources/long.txt');
  });

  it('reads a source anew that has not changed, when asked to', async () => {
    const library = createLibrary();
    await library.start();
    await expectSources(library, 'sources/lighthouse.txt: 1');
    const { id } = library.sources[0]!;
    const shard = at(`storage/${id}.shard`);
    await waitFor('the shard', () => readIfThere(shard));
    await fs.delete(shard);
    library.reindex([id, 'no such source']);
    await waitFor('the shard again', () => readIfThere(shard));
    await expectSources(library, 'sources/lighthouse.txt: 1');
    assert.deepEqual(found(library, 'lighthouse'), ['sources/lighthouse.txt']);
  });

  it('says why a source cannot be had, and reads it once that is mended', async () => {
    const files = new ReadOnlyFiles({ '/sources/quay.txt': 'The quay is closed.' });
    files.broken.add('/sources/quay.txt');
    const registered = vscode.workspace.registerFileSystemProvider('brindle', files);
    try {
      const library = createLibrary({ folders: [vscode.Uri.parse('brindle:/')] });
      await library.start();
      await expectSources(library, 'sources/quay.txt: failed');
      await library.rescan();
      await expectSources(library, 'sources/quay.txt: failed');
      files.broken.clear();
      library.reindex(library.sources.map(({ id }) => id));
      await expectSources(library, 'sources/quay.txt: 1');
      await expectFound(library, 'quay', 'sources/quay.txt');
    } finally {
      registered.dispose();
    }
  });

  for (const [name, bytes] of [
    ['quay.txt', () => Promise.resolve(encoder.encode('The quay is closed.'))],
    ['quay.pdf', () => makePdf({ pages: [{ texts: [QUAY] }] })],
  ] as const) {
    it(`can read ${name} without a worker`, async () => {
      const { makeShard } = await loadExtractor(extension().extensionUri);
      const shard = decodeShard(
        await makeShard({
          bytes: await bytes(),
          address: `file:///${name}`,
          path: `/${name}`,
          mtime: 1,
          known: { version: '', sources: [] },
          maxBytes: 1_000_000,
        }),
      );
      assert.ok(shard && 'document' in shard.content, JSON.stringify(shard?.content));
      assert.equal(shard.content.document.text.read(), 'The quay is closed.');
    });
  }

  it('works from memory where nothing can be stored', async () => {
    await write('file', 'Not a folder.');
    const library = createLibrary({ storage: at('file/library') });
    await library.start();
    await expectFound(library, 'lighthouse', 'sources/lighthouse.txt');
    await waitFor('a line in the log', () => logged.some((line) => line.includes('kept')));
  });

  it('works on a file system of another kind that is read-only', async () => {
    const files = new ReadOnlyFiles({
      '/sources/deep/quay.txt': 'The quay is closed.',
      '/sources/.git/hidden.txt': 'Not to be seen.',
      '/notes.txt': 'A note.',
    });
    const registered = vscode.workspace.registerFileSystemProvider('brindle', files, {
      isReadonly: true,
    });
    const root = vscode.Uri.parse('brindle:/');
    try {
      const storage = vscode.Uri.joinPath(root, 'storage');
      const library = createLibrary({ folders: [root], storage });
      await library.start();
      await expectSources(library, 'sources/deep/quay.txt: 1');
      await expectFound(library, 'quay', 'sources/deep/quay.txt');
    } finally {
      registered.dispose();
    }
  });

  it('knows which passage is a place in the source of a pack', async () => {
    const text =
      'The keeper of Brindle Point wrote down every ship that passed, its flag and its cargo, ' +
      'and sent the list to the council at the end of each month by the morning ferry.';
    const sources = SMALL_PACK.sources.map((source) => ({
      ...source,
      fingerprints: [{ locator: '3.3', ...fingerprintOf(text)! }],
    }));
    const library = createLibrary({ catalog: new Catalog([{ ...SMALL_PACK, sources }]) });
    const place = { source: sources[0]!.id, locator: '3.3' };
    await library.start();
    assert.equal(library.copyOf(place), undefined);
    await write('a/sources/copy.md', `# Another headline\n\nA word before.\n\n${text}\n`);
    const copy = await waitFor('the copy', () => library.copyOf(place));
    const source = library.get(copy.source);
    assert.equal(source?.path, 'sources/copy.md');
    const document = await library.document(copy.source);
    const passage = document?.passages.find(({ id }) => id === copy.passage);
    assert.ok(document && passage);
    assert.equal(document.text.slice(passage.span.start, passage.span.end), text);
  });

  it('calls sources what a bibliography calls them', async () => {
    const library = createLibrary();
    await library.start();
    await expectSources(library, 'sources/lighthouse.txt: 1');
    await write(
      'a/references.bib',
      '@report{brindle2001, title = {A Light for Brindle}, file = {sources/lighthouse.txt}}',
    );
    await waitFor('the title', () => library.sources[0]?.title === 'A Light for Brindle');
    assert.equal(library.sources[0]?.citation.citekey, 'brindle2001');
    await expectFound(library, 'light for brindle', 'sources/lighthouse.txt');
  });
});

describe('the page of a source', () => {
  it('is deleted when the source goes, and created when it comes back', async () => {
    const { Changed, Created, Deleted } = vscode.FileChangeType;
    const ready = librarySource('quay.txt', { id: 'quay' as SourceId });
    let source: LibrarySource | undefined = ready;
    const document = documentOf([paragraph('The quay is closed.')]);
    const pages = new SourcePages({
      start: () => Promise.resolve(),
      sources: [],
      get: () => source,
      document: () => Promise.resolve(document),
    });
    const change = (text = document.text) => pages.changeOf(sourceUri(ready), text);
    assert.equal(await change(), undefined);
    source = undefined;
    assert.equal(await change(), Deleted);
    assert.equal(await change(), undefined);
    source = { ...ready, state: { kind: 'waiting' } };
    assert.equal(await change(), undefined);
    source = { ...ready };
    assert.equal(await change(), Created);
    source = { ...ready };
    assert.equal(await change(), undefined);
    source = { ...ready };
    assert.equal(await change('The quay was open.'), Changed);
  });
});

async function marks(): Promise<readonly string[]> {
  const entries = await fs.readDirectory(at('storage/reading')).then(undefined, () => []);
  return entries.map(([name]) => name);
}

function waitForNoMarks(): Promise<unknown> {
  return waitFor('no marks', async () => (await marks()).length === 0);
}

async function readIfThere(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file);
  } catch {
    return undefined;
  }
}

/** A file system without a search, of which the editor knows nothing but this. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
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

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
