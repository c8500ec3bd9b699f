import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exclude, restore } from '../../src/features/sources/removeSources';
import { defined } from '../../src/util/defined';
import type { LibrarySource } from '../../src/workspace/library/library';
import { sourceId } from '../../src/workspace/library/sourceRecord';
import { waitFor } from '../support/waitFor';
import { at, createLibrary, expectFound, expectSources, useLibraries, write } from './libraries';

const { fs } = vscode.workspace;
const LAMPS = 'The lamps of the harbour are lit at dusk by the keeper.';
const elsewhere = () => ['shared'];

describe('one document in several places', () => {
  useLibraries();
  beforeEach(async () => {
    await fs.delete(at('a/sources/lighthouse.txt'));
    await write('a/sources/lamps.txt', LAMPS);
    await write('a/sources/old/lamps copy.txt', LAMPS);
    await write('shared/lights.txt', LAMPS);
  });

  /** The only source, with where else it lies. */
  function shown(library: { readonly sources: readonly LibrarySource[] }): string {
    return library.sources
      .map(({ path, alsoAt = [] }) => [path, ...alsoAt.map((file) => file.path).sort()].join(' = '))
      .join(', ');
  }
  const ALL = 'sources/lamps.txt = shared/lights.txt = sources/old/lamps copy.txt';

  it('is one source, found once, now and from what is stored', async () => {
    for (let start = 0; start < 2; start += 1) {
      const library = createLibrary({ elsewhere });
      await library.start();
      await waitFor('one source', () => shown(library) === ALL).catch(() =>
        assert.equal(shown(library), ALL),
      );
      await expectFound(library, 'lamps of the harbour', 'sources/lamps.txt');
      await waitFor('one index', () => library.contents?.sources.length === 1);
      library.dispose();
    }
  });

  it('is had by the id of any of its files, as are its words', async () => {
    const library = createLibrary();
    await library.start();
    await waitFor('both to be one', () => library.sources[0]?.alsoAt?.length === 1);
    const id = sourceId(at('a/sources/old/lamps copy.txt'));
    assert.equal(library.get(id)?.path, 'sources/lamps.txt');
    assert.equal((await library.document(id))?.text.trim(), LAMPS);
  });

  it('goes on at the other place when one goes, and is two once one is changed', async () => {
    const library = createLibrary({ elsewhere });
    await library.start();
    await waitFor('one source', () => shown(library) === ALL);
    await fs.delete(at('a/sources/lamps.txt'));
    await library.rescan();
    const left = 'sources/old/lamps copy.txt = shared/lights.txt';
    await waitFor('the other', () => shown(library) === left);
    await expectFound(library, 'lamps of the harbour', 'sources/old/lamps copy.txt');
    await write('shared/lights.txt', 'No lamp is lit on the pier.');
    await library.rescan();
    await expectSources(library, 'shared/lights.txt: 1', 'sources/old/lamps copy.txt: 1');
    await expectFound(library, 'pier', 'shared/lights.txt');
    await write('shared/lights.txt', LAMPS);
    await library.rescan();
    await waitFor('one again', () => shown(library) === left);
    await expectFound(library, 'pier');
  });

  it('is found from what was read of it when the only place left is on a drive that is away', async () => {
    const library = createLibrary({ elsewhere });
    await library.start();
    await waitFor('one source', () => shown(library) === ALL);
    await fs.rename(at('shared'), at('unplugged'));
    await library.rescan();
    await fs.delete(at('a/sources/lamps.txt'));
    await fs.delete(at('a/sources/old/lamps copy.txt'));
    await library.rescan();
    await expectSources(library, 'shared/lights.txt: 1');
    await expectFound(library, 'lamps of the harbour', 'shared/lights.txt');
  });

  it('is cited by the entry that names any of its files', async () => {
    await write(
      'a/references.bib',
      '@report{mallow, title = {On Lamps}, file = {sources/old/lamps copy.txt}}\n',
    );
    const library = createLibrary();
    await library.start();
    await waitFor('the entry', () => library.sources[0]?.citation.citekey === 'mallow');
    assert.equal(library.sources.length, 1);
    await expectFound(library, 'on lamps', 'sources/lamps.txt');
  });

  it('is left out at all its places when it is removed', async () => {
    const library = createLibrary({ elsewhere });
    await library.start();
    await waitFor('one source', () => shown(library) === ALL);
    // The paths of the test's folders are no paths of the window's.
    const files = defined(library.sources[0]?.alsoAt).filter(({ place }) => place === 'elsewhere');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['shared/lights.txt'],
    );
    const changes = await exclude(library.sources);
    assert.ok(changes.some(({ after }) => after.includes(at('shared/lights.txt').fsPath)));
    await restore(changes);
  });
});
