import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { decodeShard } from '../../src/core/shard/shard';
import type { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { SourcePages } from '../../src/features/pages/entry/sourcePages';
import { sourceUri } from '../../src/host/uris';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { foundIn, ownLibrary, untilFound } from './ownLibrary';

const { fs } = vscode.workspace;

/** Names that some program would take for something else. */
const ANYWHERE = [
  'h#ash.txt',
  'per%41cent%.txt',
  "apo'strophe.txt",
  'squid \u{1f991}.txt',
  'caf\u00e9.txt',
  'decomposed cafe\u0301.txt',
  'dots....txt',
  'blank .txt',
  '-rf.txt',
  '[brackets].txt',
  '{a,b}.txt',
  '!negated.txt',
  'right \u202eto left.txt',
  '.hidden.txt',
];

/** Those that Windows has no place for. */
const ELSEWHERE = [
  'quest?ion*.txt',
  'quo"te <b>.txt',
  'back\\slash.txt',
  'tab\tstop.txt',
  'two\nlines.txt',
  // 255 bytes.
  `${'\u00e9'.repeat(125)}a.txt`,
];

const NAMES = process.platform === 'win32' ? ANYWHERE : [...ANYWHERE, ...ELSEWHERE];

let base: vscode.Uri;
let libraries: WorkspaceLibrary[] = [];
let logged: string[] = [];

const at = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(base, ...path);
const write = (path: string, text: string): Thenable<void> =>
  fs.writeFile(at(path), new TextEncoder().encode(text));

function createLibrary(): WorkspaceLibrary {
  const library = ownLibrary(at('notes'), at('storage'), (message) => void logged.push(message));
  libraries.push(library);
  return library;
}

async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  return fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
}

function storedShard(id: string): Promise<Uint8Array | undefined> {
  return readIfThere(at('storage', `${id}.shard`));
}

function allReady(library: WorkspaceLibrary): boolean {
  return library.sources.every(({ state }) => state.kind === 'ready');
}

describe('odd files', () => {
  before(() => extension().activate());

  beforeEach(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    base = vscode.Uri.joinPath(folder.uri, '..', `odd-${Date.now().toString(36)}`);
    logged = [];
  });

  afterEach(async () => {
    libraries.forEach((library) => library.dispose());
    libraries = [];
    await fs.delete(base, { recursive: true });
  });

  it('are found, read, shown and kept whatever their names', async () => {
    for (const [number, name] of NAMES.entries()) {
      await write(`notes/sources/${name}`, `Lamp number ${number} hangs over herringbone.`);
    }
    const library = createLibrary();
    await library.start();
    const paths = NAMES.map((name) => `sources/${name}`).sort();
    await untilFound(library, 'herringbone', ...paths);
    assert.equal(library.sources.length, NAMES.length);
    const pages = new SourcePages(library);
    for (const source of library.sources) {
      const page = await pages.read(sourceUri(source));
      assert.match(page, /herringbone/, source.path);
    }
    // One that is paused reads nothing: what is not stored by now it never has.
    await waitFor('all to be stored', async () => {
      const ids = library.sources.map(({ id }) => id);
      return (await Promise.all(ids.map(storedShard))).every((bytes) => bytes !== undefined);
    });
    const again = createLibrary();
    again.pause();
    await again.start();
    await waitFor('all to be kept', () => again.sources.length === NAMES.length && allReady(again));
  });

  for (const [what, spoil] of [
    ['of a later format', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 6 ? 9 : byte))],
    ['of a later extraction', (bytes: Uint8Array) => bytes.map((b, i) => (i === 4 ? b + 1 : b))],
    ['of another program', () => new TextEncoder().encode('SQLite format 3\0'.repeat(9))],
    ['cut off within its header', (bytes: Uint8Array) => bytes.slice(0, 20)],
    ['cut off at its end', (bytes: Uint8Array) => bytes.slice(0, -1)],
  ] as const) {
    it(`are read again when what was kept of them is ${what}`, async () => {
      await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
      const first = createLibrary();
      await first.start();
      await untilFound(first, 'herringbone', 'sources/lamp.txt');
      const shard = at('storage', `${first.sources[0]?.id}.shard`);
      const whole = await waitFor('the shard', () => readIfThere(shard));
      first.dispose();
      await fs.writeFile(shard, spoil(whole));
      const second = createLibrary();
      await second.start();
      await untilFound(second, 'herringbone', 'sources/lamp.txt');
      await waitFor('the shard to be whole', async () => {
        const bytes = await readIfThere(shard);
        return bytes !== undefined && Buffer.compare(bytes, whole) === 0;
      });
    });
  }

  it('are kept whole by two windows at once', async () => {
    const names = Array.from({ length: 6 }, (_, number) => `lamp${number}.txt`);
    for (const name of names) {
      await write(`notes/sources/${name}`, `${name} hangs over herringbone.`);
    }
    const [one, other] = [createLibrary(), createLibrary()];
    await Promise.all([one.start(), other.start()]);
    const paths = names.map((name) => `sources/${name}`).sort();
    await Promise.all([one, other].map((window) => untilFound(window, 'herringbone', ...paths)));
    // Both write the same shards over and over.
    const ids = one.sources.map(({ id }) => id);
    for (const round of [1, 2]) {
      await Promise.all(
        names.map((name) => write(`notes/sources/${name}`, `Round ${round} for ${name}, oakum.`)),
      );
      [one, other].forEach((window) => window.reindex(ids));
    }
    await Promise.all([one, other].map((window) => untilFound(window, 'oakum', ...paths)));
    await waitFor('both to have finished', () => !one.progress && !other.progress);
    await waitFor('all shards to be whole', async () => {
      const shards = await Promise.all(ids.map(storedShard));
      return shards.every((bytes) => bytes !== undefined && decodeShard(bytes) !== undefined);
    });
    await waitFor('nothing to be left aside', async () =>
      // Beside the shards there is the folder that marks what is being read.
      (await fs.readDirectory(at('storage'))).every(
        ([name]) => name.endsWith('.shard') || name === 'reading',
      ),
    );
    assert.deepEqual(
      logged.filter((line) => line.includes('cannot be kept')),
      [],
    );
    // The window that was later need not have read the later text: what it kept says so by its stamp.
    const third = createLibrary();
    await third.start();
    await untilFound(third, 'oakum', ...paths);
  });

  it('are read again when the clock was moved', async () => {
    const file = at('notes/sources/lamp.txt');
    await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
    const library = createLibrary();
    await library.start();
    await untilFound(library, 'herringbone', 'sources/lamp.txt');
    // As long as before, so that only the time of change tells.
    for (const [word, time] of [
      ['aaaaaaaaaaa', '2099-01-01'],
      ['bbbbbbbbbbb', '1975-01-01'],
    ] as const) {
      await write('notes/sources/lamp.txt', `A lamp hangs over ${word}.`);
      await utimes(file.fsPath, new Date(time), new Date(time));
      await library.rescan();
      await untilFound(library, word, 'sources/lamp.txt');
    }
    assert.deepEqual(foundIn(library, 'herringbone'), []);
  });

  it('go when a folder takes their place, and come back', async () => {
    await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
    const library = createLibrary();
    await library.start();
    await untilFound(library, 'herringbone', 'sources/lamp.txt');
    await fs.delete(at('notes/sources/lamp.txt'));
    await write('notes/sources/lamp.txt/inner.txt', 'Within it hangs oakum.');
    await untilFound(library, 'oakum', 'sources/lamp.txt/inner.txt');
    await untilFound(library, 'herringbone');
    assert.deepEqual(
      library.sources.map(({ path }) => path),
      ['sources/lamp.txt/inner.txt'],
    );
    await fs.delete(at('notes/sources/lamp.txt'), { recursive: true });
    await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
    await untilFound(library, 'herringbone', 'sources/lamp.txt');
  });
});
