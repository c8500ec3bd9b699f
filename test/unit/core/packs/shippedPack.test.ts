import assert from 'node:assert/strict';
import events from '../../../../data/nato-ip4/events.json';
import excerpts from '../../../../data/nato-ip4/excerpts.json';
import pack from '../../../../data/nato-ip4/pack.json';
import partners from '../../../../data/nato-ip4/partners.json';
import sources from '../../../../data/nato-ip4/sources.json';
import terms from '../../../../data/nato-ip4/terms.json';
import topics from '../../../../data/nato-ip4/topics.json';
import { loadPacks } from '../../../../src/core/packs/load';
import { memoryFiles } from './packFiles';

describe('The shipped pack', () => {
  it('loads whole, without a problem', async () => {
    const lists = { sources, topics, partners, terms, excerpts, events };
    const files = Object.entries({ pack, ...lists }).map(([name, value]): [string, string] => [
      `data/nato-ip4/${name}.json`,
      JSON.stringify(value),
    ]);
    const { catalog, problems } = await loadPacks(memoryFiles(new Map(files)), ['data/nato-ip4']);
    assert.deepEqual(problems, []);
    const loaded = catalog.packs[0];
    assert.equal(loaded?.info.id, 'nato-ip4');
    assert.deepEqual(loaded.sources, sources.sources);
    assert.equal(loaded.topics.length, topics.topics.length);
    assert.equal(loaded.partners.length, partners.partners.length);
    assert.equal(loaded.terms.length, terms.terms.length);
    assert.equal(loaded.excerpts.length, excerpts.excerpts.length);
    assert.equal(loaded.events.length, events.events.length);
  });
});
