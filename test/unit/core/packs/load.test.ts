import assert from 'node:assert/strict';
import { loadPacks } from '../../../../src/core/packs/load';
import type { FileStore } from '../../../../src/core/ports';
import { contentsOf, memoryFiles, put, soundPack, type PackFilesDraft } from './packFiles';

/** The files of packs, each below its folder. */
function storeOf(packs: Readonly<Record<string, PackFilesDraft>>): FileStore {
  return memoryFiles(
    new Map(
      Object.entries(packs).flatMap(([folder, draft]) =>
        [...contentsOf(draft)].map(([name, text]): [string, string] => [`${folder}/${name}`, text]),
      ),
    ),
  );
}

/** A pack that shares no id with the sound one. */
function otherPack(): PackFilesDraft {
  return {
    'pack.json': { ...(soundPack()['pack.json'] as object), id: 'other' },
    'sources.json': { sources: [{ id: 'map', type: 'map', label: 'A map' }] },
    'topics.json': { topics: [{ id: 'geography', name: 'Geography', summary: 'Where.' }] },
    'partners.json': { partners: [] },
    'terms.json': { terms: [] },
    'excerpts.json': { excerpts: [] },
    'events.json': { events: [] },
  };
}

describe('loadPacks', () => {
  it('merges packs in the order of their folders', async () => {
    const files = storeOf({ 'packs/a': soundPack(), 'packs/b': otherPack() });
    const { catalog, problems } = await loadPacks(files, ['packs/b', 'packs/a']);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      catalog.infos.map(({ id }) => id),
      ['other', 'small'],
    );
    assert.deepEqual(
      catalog.rootTopics.map(({ id }) => id),
      ['geography', 'history', 'future'],
    );
  });

  it('refuses an id that an earlier pack has', async () => {
    const other = put(otherPack(), ['topics.json', 'topics', 0, 'id'], 'history');
    const files = storeOf({ a: soundPack(), b: other });
    const { catalog, problems } = await loadPacks(files, ['a', 'b']);
    assert.deepEqual(
      problems.map(({ file, path }) => [file, path]),
      [['b/topics.json', '$.topics[0].id']],
    );
    assert.equal(catalog.get('topic', 'history')?.name, 'History');
    assert.equal(catalog.packs.length, 2);
  });

  it('tells of files that cannot be read and loads the others', async () => {
    const files = storeOf({ a: put(soundPack(), ['events.json'], undefined) });
    const { catalog, problems } = await loadPacks(files, ['a', 'b']);
    assert.deepEqual(
      problems.map(({ file, message }) => [file, message]),
      [
        [
          'a/events.json',
          'The file cannot be read. File not found: a/events.json. Nothing of it is loaded, nor what needs it.',
        ],
        ['b', 'The pack cannot be read. File not found: b/pack.json.'],
      ],
    );
    assert.equal(catalog.all('excerpt').length, 2);
    assert.deepEqual(catalog.timeline, []);
  });

  it('does not reject when the store breaks its word', async () => {
    const throwing: FileStore = {
      readText: () => {
        throw new Error('No such scheme.');
      },
    };
    const { problems } = await loadPacks(throwing, ['a']);
    assert.equal(problems[0]?.message, 'The pack cannot be read. No such scheme.');
    const silent: FileStore = { readText: () => Promise.reject(new Error()) };
    assert.equal((await loadPacks(silent, ['a'])).problems.length, 1);
  });

  it('asks for all files before it waits for any', async () => {
    const asked: string[] = [];
    const never: FileStore = {
      readText: (path) => {
        asked.push(path);
        return new Promise(() => undefined);
      },
    };
    void loadPacks(never, ['a', 'b']);
    await Promise.resolve();
    assert.equal(asked.length, 14);
  });

  it('makes an empty catalog of nothing', async () => {
    const { catalog, problems } = await loadPacks(memoryFiles(new Map()), []);
    assert.deepEqual(problems, []);
    assert.deepEqual(catalog.packs, []);
  });
});
