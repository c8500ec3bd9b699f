import assert from 'node:assert/strict';
import { defined } from '../../src/util/defined';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { fingerprintOf } from '../../src/core/library/fingerprints';
import type { SourceDocument } from '../../src/core/library/document';
import type { SourceId } from '../../src/core/model';
import { SourcePages } from '../../src/features/pages/entry/sourcePages';
import type { LibrarySource } from '../../src/workspace/library/library';
import { sourceUri } from '../../src/host/uris';
import { documentOf, librarySource, paragraph } from '../support/librarySources';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import {
  at,
  createLibrary,
  encoder,
  expectFound,
  expectSources,
  found,
  logged,
  readIfThere,
  useLibraries,
  write,
} from './libraries';

const { fs } = vscode.workspace;

describe('library', () => {
  useLibraries();

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
      '@incollection{brindle2001, title = {A Light for Brindle}, booktitle = {Lights}, editor = {Roe, Jo}, file = {sources/lighthouse.txt}}',
    );
    await waitFor('the title', () => library.sources[0]?.title === 'A Light for Brindle');
    const { citation } = defined(library.sources[0]);
    assert.equal(citation.citekey, 'brindle2001');
    assert.deepEqual(citation.container, { title: 'Lights' });
    assert.deepEqual(citation.editor, [{ family: 'Roe', given: 'Jo' }]);
    await expectFound(library, 'light for brindle', 'sources/lighthouse.txt');
  });
});

describe('the page of a source', () => {
  it('waits for one that has to be read again, which is read before all others', async () => {
    const waiting = librarySource('quay.txt', {
      id: 'quay' as SourceId,
      state: { kind: 'waiting' },
    });
    const changed = new vscode.EventEmitter<void>();
    const read: string[] = [];
    let source: LibrarySource = waiting;
    const documents: SourceDocument[] = [];
    const pages = new SourcePages({
      start: () => Promise.resolve(),
      sources: [],
      get: () => source,
      document: () => Promise.resolve(documents[0]),
      reindex: (ids) => void read.push(...ids),
      isPaused: false,
      onDidChange: changed.event,
    });
    const text = pages.read(sourceUri(waiting));
    await waitFor('the source to be asked for', () => read.length > 0);
    source = { ...waiting, state: { kind: 'reading', share: 0 } };
    changed.fire();
    documents.push(documentOf([paragraph('The quay is closed.')]));
    source = { ...waiting, state: { kind: 'ready' } };
    changed.fire();
    assert.equal(await text, documents[0]?.text);
    assert.deepEqual(read, ['quay']);
  });

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
      reindex: () => undefined,
      isPaused: false,
      onDidChange: new vscode.EventEmitter<void>().event,
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
