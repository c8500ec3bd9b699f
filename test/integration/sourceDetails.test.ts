import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceDetails } from '../../src/core/library/sourceDetails';
import type { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { waitFor } from '../support/waitFor';
import { at, createLibrary, found, readIfThere, useLibraries, write } from './libraries';

const { fs } = vscode.workspace;

const DETAILS: SourceDetails = {
  title: 'The lamps of Brindle Point',
  author: [{ family: 'Mallow', given: 'Ann' }],
};

const BESIDE = 'a/sources/lighthouse.txt.ip4desk.json';

describe('details of sources', () => {
  useLibraries();

  async function startedLibrary(): Promise<WorkspaceLibrary> {
    const library = createLibrary();
    await library.start();
    await waitFor('the source', () => library.sources[0]?.state.kind === 'ready');
    return library;
  }

  const titleOf = (library: WorkspaceLibrary) => library.sources[0]?.citation.title;

  async function textAt(path: string): Promise<string | undefined> {
    const bytes = await readIfThere(at(path));
    return bytes && new TextDecoder().decode(bytes);
  }

  it('are kept beside a source, cited and searched, and go when they are taken back', async () => {
    const library = await startedLibrary();
    const [source] = library.sources;
    assert.ok(source);
    await library.setDetails(source.id, DETAILS);
    const { citation, title } = library.sources[0] ?? source;
    assert.equal(title, DETAILS.title);
    assert.deepEqual(citation.author, DETAILS.author);
    await waitFor('the new title', () => found(library, 'lamps of brindle').length === 1);
    assert.match((await textAt(BESIDE)) ?? '', /"path": "sources\/lighthouse.txt"/);
    const again = await startedLibrary();
    assert.equal(titleOf(again), DETAILS.title);
    await library.setDetails(source.id, {});
    assert.equal(titleOf(library), undefined);
    assert.equal(await textAt(BESIDE), undefined);
  });

  it('follow what others write there', async () => {
    const library = await startedLibrary();
    await write(BESIDE, '{"details": {"title": "Lamps"}, "marks": [1]}');
    await waitFor('the title', () => titleOf(library) === 'Lamps');
    const [source] = library.sources;
    assert.ok(source);
    await library.setDetails(source.id, {});
    assert.match((await textAt(BESIDE)) ?? '', /"marks": \[\n {4}1\n {2}\]/);
  });

  it('go with a source that is moved without them', async () => {
    const library = await startedLibrary();
    const [source] = library.sources;
    assert.ok(source);
    await library.setDetails(source.id, DETAILS);
    await fs.rename(at('a/sources/lighthouse.txt'), at('a/sources/lamps.txt'));
    await waitFor(
      'the source in its new place',
      () => library.sources[0]?.path === 'sources/lamps.txt' && titleOf(library) === DETAILS.title,
    );
    const [moved] = library.sources;
    assert.ok(moved);
    await library.setDetails(moved.id, { ...DETAILS, title: 'Lamps' });
    assert.equal(await textAt(BESIDE), undefined);
    assert.match((await textAt('a/sources/lamps.txt.ip4desk.json')) ?? '', /Mallow/);
  });

  it('are not written over a file that is damaged', async () => {
    await write(BESIDE, '{"details": ');
    const library = await startedLibrary();
    const [source] = library.sources;
    assert.ok(source);
    await assert.rejects(library.setDetails(source.id, DETAILS), /damaged/);
    assert.equal(await textAt(BESIDE), '{"details": ');
  });
});
