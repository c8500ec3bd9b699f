import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { decodeShard } from '../../src/core/shard/shard';
import type { ShardJob } from '../../src/core/shard/shardJob';
import { loadExtractor } from '../../src/host/extractorBundle';
import { sourceId } from '../../src/workspace/library/sourceRecord';
import { makePdfBomb } from '../support/makeBombs';
import { makePdf } from '../support/makePdf';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import {
  QUAY,
  ReadOnlyFiles,
  at,
  createLibrary,
  encoder,
  expectFound,
  expectSources,
  logged,
  marks,
  readIfThere,
  useLibraries,
  waitForNoMarks,
  write,
} from './libraries';

const { fs } = vscode.workspace;

describe('a library in trouble', () => {
  useLibraries();

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
});
