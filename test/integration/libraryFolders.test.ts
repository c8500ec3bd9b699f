import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { addLibraryFolder } from '../../src/features/sources/addLibraryFolder';
import { exclude, restore } from '../../src/features/sources/removeSources';
import { Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { defined } from '../../src/util/defined';
import { SharedLock } from '../../src/workspace/library/sharedLock';
import { waitFor } from '../support/waitFor';
import { at, createLibrary, expectFound, expectSources, useLibraries, write } from './libraries';

const { fs } = vscode.workspace;
const elsewhere = () => ['shared'];

describe('folders of the library elsewhere', () => {
  useLibraries();
  beforeEach(async () => {
    await write('shared/2024/pilots.txt', 'No ship may pass the boom without a pilot.');
    await write('shared/picture.png', 'no document');
  });

  it('hold sources like those of the workspace, kept apart for all windows', async () => {
    const library = createLibrary({ elsewhere });
    await library.start();
    await expectSources(library, 'shared/2024/pilots.txt: 1', 'sources/lighthouse.txt: 1');
    await expectFound(library, 'boom', 'shared/2024/pilots.txt');
    assert.deepEqual(
      library.sources.map(({ place }) => place),
      ['elsewhere', 'workspace'],
    );
    const shards = async (folder: string) =>
      (await fs.readDirectory(at(folder))).filter(([name]) => name.endsWith('.shard')).length;
    await waitFor('both to be stored', async () => {
      const [own, shared] = [await shards('storage'), await shards('storage-elsewhere')];
      return own === 1 && shared === 1;
    });
  });

  it('are looked at again when somebody asks, and let go when they are not named any more', async () => {
    let named = elsewhere();
    const library = createLibrary({ elsewhere: () => named });
    await library.start();
    await write('shared/tides.txt', 'The tide turns twice a day in this bay.');
    await library.rescan();
    await expectSources(
      library,
      'shared/2024/pilots.txt: 1',
      'shared/tides.txt: 1',
      'sources/lighthouse.txt: 1',
    );
    named = [];
    await library.rescan();
    await expectSources(library, 'sources/lighthouse.txt: 1');
  });

  it('are told of when they are not there; what was read of them is found all the same', async () => {
    const first = createLibrary({ elsewhere });
    await first.start();
    await expectFound(first, 'boom', 'shared/2024/pilots.txt');
    await fs.rename(at('shared'), at('unplugged'));
    await first.rescan();
    await expectFound(first, 'boom', 'shared/2024/pilots.txt');
    first.dispose();

    const second = createLibrary({ elsewhere });
    await second.start();
    await expectSources(second, 'shared/2024/pilots.txt: 1', 'sources/lighthouse.txt: 1');
    await expectFound(second, 'boom', 'shared/2024/pilots.txt');
    assert.deepEqual(
      second.unreadable.map(({ path, problem }) => [path, problem.cause]),
      [[at('shared').fsPath, { kind: 'file', fault: 'gone' }]],
    );

    await fs.rename(at('unplugged'), at('shared'));
    await fs.delete(at('shared/2024/pilots.txt'));
    await second.rescan();
    await expectSources(second, 'sources/lighthouse.txt: 1');
    assert.deepEqual(second.unreadable, []);
  });

  it('are cited as a bibliography of the workspace has them that names their files', async () => {
    const file = at('shared/2024/pilots.txt').fsPath;
    await write(
      'a/references.bib',
      `@report{pilots, title = {On Pilots}, file = {${file}}}\n` +
        '@book{other, title = {Another}, file = {elsewhere/lighthouse.txt}}\n',
    );
    const library = createLibrary({ elsewhere });
    await library.start();
    await waitFor('the title', () => library.sources[0]?.title === 'On Pilots');
    assert.equal(library.sources[0]?.citation.citekey, 'pilots');
  });

  it('are read by one window; another takes over when that is silent', async () => {
    const lockFile = at('storage-elsewhere/reading.lock');
    const other = new SharedLock(lockFile);
    assert.equal(await other.take(), true);
    const library = createLibrary({ elsewhere });
    await library.start();
    await expectSources(library, 'shared/2024/pilots.txt: waiting', 'sources/lighthouse.txt: 1');
    const long = new Date(Date.now() - 3_600_000);
    await utimes(lockFile.fsPath, long, long);
    await expectSources(library, 'shared/2024/pilots.txt: 1', 'sources/lighthouse.txt: 1');
    other.dispose();
  });

  it('are taken from what another window has read, while what is new waits for it', async () => {
    const first = createLibrary({ elsewhere });
    await first.start();
    await expectSources(first, 'shared/2024/pilots.txt: 1', 'sources/lighthouse.txt: 1');
    await waitFor('it to be stored', async () =>
      (await fs.readDirectory(at('storage-elsewhere'))).some(([name]) => name.endsWith('.shard')),
    );
    first.dispose();
    const other = new SharedLock(at('storage-elsewhere/reading.lock'));
    await waitFor('the lock', () => other.take());
    await write('shared/tides.txt', 'The tide turns twice a day in this bay.');
    const second = createLibrary({ elsewhere });
    await second.start();
    await expectSources(
      second,
      'shared/2024/pilots.txt: 1',
      'shared/tides.txt: waiting',
      'sources/lighthouse.txt: 1',
    );
    other.dispose();
    await expectFound(second, 'tide turns', 'shared/tides.txt');
  });

  it('lose a source that the user removes, and get it back', async () => {
    const library = createLibrary({ elsewhere });
    await library.start();
    const source = defined(library.sources.find(({ place }) => place === 'elsewhere'));
    const changes = await exclude([source]);
    await library.rescan();
    await expectSources(library, 'sources/lighthouse.txt: 1');
    await restore(changes);
    await library.rescan();
    await expectSources(library, 'shared/2024/pilots.txt: 1', 'sources/lighthouse.txt: 1');
  });

  it('are added to the settings of the user once', async () => {
    const folders = () =>
      vscode.workspace.getConfiguration(SETTINGS_SECTION).inspect(Settings.libraryFolders)
        ?.globalValue;
    const ask = () => Promise.resolve(at('shared'));
    await addLibraryFolder(ask);
    await addLibraryFolder(ask);
    assert.deepEqual(folders(), [at('shared').fsPath]);
    await vscode.workspace
      .getConfiguration(SETTINGS_SECTION)
      .update(Settings.libraryFolders, undefined, vscode.ConfigurationTarget.Global);
  });
});
