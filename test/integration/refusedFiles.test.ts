import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FileFault } from '../../src/core/paths/fileFault';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { GlossaryFiles } from '../../src/workspace/glossaries/glossaryFiles';
import type { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { PARSING_HERE } from '../../src/workspace/parsing/parsing';
import { ANYWHERE } from '../support/anywhere';
import { asOrdinaryUser, giveToOrdinaryUser, HAS_PERMISSIONS } from '../support/ordinaryUser';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { ownLibrary, untilFound } from './ownLibrary';

let base = '';
let libraries: WorkspaceLibrary[] = [];
let logged: string[] = [];

const at = (path: string): string => join(base, path);
const note = (message: string): void => void logged.push(message);
const log = { info: note, warn: note, error: note };

/** Makes a file, and the folders that lead to it, which belong to the ordinary user. */
async function write(path: string, text: string): Promise<void> {
  const names = path.split('/');
  for (let depth = 1; depth < names.length; depth += 1) {
    await mkdir(at(names.slice(0, depth).join('/')), { recursive: true });
    await giveToOrdinaryUser(at(names.slice(0, depth).join('/')));
  }
  await writeFile(at(path), text);
  await giveToOrdinaryUser(at(path));
}

function createLibrary(storage = 'storage'): WorkspaceLibrary {
  const [notes, kept] = [vscode.Uri.file(at('notes')), vscode.Uri.file(at(storage))];
  const library = ownLibrary(notes, kept, note);
  libraries.push(library);
  return library;
}

/** Starts a library whose reader is at work then: who may read nothing cannot start one. */
async function started(library: WorkspaceLibrary): Promise<void> {
  await library.start();
  await untilFound(library, 'herringbone', 'sources/lamp.txt');
}

/** Paths and faults of what a library could not get. */
function refused(library: WorkspaceLibrary): readonly (readonly [string, FileFault | undefined])[] {
  return [
    ...library.unreadable.map(({ path, problem }) => [path, problem] as const),
    ...library.sources.map(({ path, state }) => [path, state] as const),
  ].flatMap(([path, state]) =>
    state.kind === 'failed'
      ? [[path, state.cause?.kind === 'file' ? state.cause.fault : undefined] as const]
      : [],
  );
}

describe('files that the disk refuses', () => {
  before(() => extension().activate());

  beforeEach(async () => {
    // Where the ordinary user gets to.
    base = await mkdtemp(join(tmpdir(), 'ip4-desk-refused-'));
    await chmod(base, 0o755);
    await giveToOrdinaryUser(base);
    logged = [];
  });

  afterEach(async () => {
    libraries.forEach((library) => library.dispose());
    libraries = [];
    // A library may still be storing what it has read.
    await rm(base, { recursive: true, maxRetries: 10 });
  });

  if (HAS_PERMISSIONS) {
    it('have what people say of them kept in a folder of ours', async () => {
      await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
      await giveToOrdinaryUser(at('notes'));
      const library = createLibrary();
      await started(library);
      const [source] = library.sources;
      assert.ok(source);
      await chmod(at('notes/sources'), 0o555);
      await asOrdinaryUser(() => library.setDetails(source.id, { title: 'The lamp' }));
      assert.equal(library.sources[0]?.title, 'The lamp');
      const [name = ''] = await readdir(at('notes/.ip4desk'));
      assert.match(name, /^lamp\.txt\.\w+\.ip4desk\.json$/);
    });

    it('are named with the reason, and read as soon as they can be', async () => {
      await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
      const library = createLibrary();
      await started(library);
      await write('notes/sources/locked.txt', 'A lock hangs over herringbone.');
      await write('notes/sources/vault/inner.txt', 'A vault holds herringbone.');
      await chmod(at('notes/sources/locked.txt'), 0o000);
      await chmod(at('notes/sources/vault'), 0o000);
      await asOrdinaryUser(async () => {
        await library.rescan();
        await waitFor('all to be read', () => library.progress === undefined);
      });
      assert.deepEqual(refused(library), [
        ['sources/vault', 'permission'],
        ['sources/locked.txt', 'permission'],
      ]);
      assert.ok(
        logged.some((line) => line.includes('EACCES')),
        logged.join('\n'),
      );
      await chmod(at('notes/sources/locked.txt'), 0o644);
      await chmod(at('notes/sources/vault'), 0o755);
      await asOrdinaryUser(async () => {
        await library.rescan();
        await untilFound(
          library,
          'herringbone',
          'sources/lamp.txt',
          'sources/locked.txt',
          'sources/vault/inner.txt',
        );
      });
      assert.deepEqual(refused(library), []);
    });

    it('are bibliographies and glossaries that are read as soon as they can be', async () => {
      await write('a.bib', '@book{perch2021, title = {Harbour dues}}');
      await write('a.glossary.yml', 'contexts:\n  - terms:\n      - name: Quay\n');
      const [bib, glossary] = [at('a.bib'), at('a.glossary.yml')];
      const bibliographies = new BibliographyFiles(log, ANYWHERE);
      const glossaries = new GlossaryFiles(log, ANYWHERE, PARSING_HERE);
      await Promise.all([chmod(bib, 0o000), chmod(glossary, 0o000)]);
      await asOrdinaryUser(async () => {
        assert.equal(await bibliographies.readSaved(vscode.Uri.file(bib)), 'unreadable');
        assert.equal(await glossaries.read(vscode.Uri.file(glossary)), undefined);
      });
      assert.equal(logged.length, 2, logged.join('\n'));
      await Promise.all([chmod(bib, 0o644), chmod(glossary, 0o644)]);
      glossaries.outdate('everything');
      await asOrdinaryUser(async () => {
        const read = await bibliographies.readSaved(vscode.Uri.file(bib));
        assert.ok(typeof read === 'object' && read.entry('perch2021'));
        assert.ok(typeof (await glossaries.read(vscode.Uri.file(glossary))) === 'object');
      });
    });
  }

  it('are the storage itself when a file stands in its place', async () => {
    await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
    await write('storage', 'No folder.');
    const library = createLibrary('storage/shards');
    await library.start();
    await untilFound(library, 'herringbone', 'sources/lamp.txt');
    await waitFor('the storing to fail', () => library.notStored);
    assert.equal(library.notStored?.cause?.kind, 'file');
  });

  it('are no sources any more when they vanish before they are read', async () => {
    await write('notes/sources/lamp.txt', 'A lamp hangs over herringbone.');
    await write('notes/sources/wick.txt', 'A wick lies under herringbone.');
    const library = createLibrary();
    library.pause();
    await library.start();
    assert.equal(library.sources.length, 2);
    await rm(at('notes/sources/wick.txt'));
    library.resume();
    await untilFound(library, 'herringbone', 'sources/lamp.txt');
    await waitFor('the other to go', () => library.sources.length === 1);
    assert.deepEqual(refused(library), []);
  });

  it('are read as they are in the end when they grow and shrink while they are read', async () => {
    const text = (round: number, times: number): string =>
      `Round ${round}.\n\n${'A lamp hangs over herringbone.\n\n'.repeat(times)}`;
    await write('notes/sources/lamp.txt', text(0, 2_000));
    const library = createLibrary();
    const started = library.start();
    for (const [round, times] of [3_000, 10, 4_000, 1, 0, 2_500, 5].entries()) {
      await writeFile(at('notes/sources/lamp.txt'), text(round + 1, times));
      await waitFor('a step of the reading', () => library.sources.length > 0);
      const [before] = library.sources;
      await waitFor('another', () => library.sources[0] !== before || !library.progress);
    }
    await started;
    await writeFile(at('notes/sources/lamp.txt'), 'At last a lamp hangs over oakum.');
    await untilFound(library, 'oakum', 'sources/lamp.txt');
    await untilFound(library, 'herringbone');
  });
});
