import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPacks } from '../../../../src/core/packs/load';
import {
  hashPacks,
  PACK_FOLDERS,
  readPackTexts,
  readSoundPacks,
} from '../../../../src/core/packs/shippedPacks';
import { SOUND_HASH } from '../../../../src/core/packs/soundPacks.generated';
import { EVIDENCE } from '../../../../src/core/packs/evidence.generated';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import { knownEvidence, searchedEvidence } from '../../../../src/core/terms/evidence';
import type { FileStore } from '../../../../src/core/ports';
import { root } from '../../../../scripts/lib/paths.mjs';

const shipped: FileStore = {
  readText: (path) => Promise.resolve(readFileSync(join(root, path), 'utf8')),
};

/** The shipped files, the one of that name as `change` leaves it. */
function changed(name: string, change: (text: string) => string): FileStore {
  return {
    readText: async (path) => {
      const text = await shipped.readText(path);
      return path.endsWith(`/${name}`) ? change(text) : text;
    },
  };
}

describe('the shipped packs', () => {
  it('are known to be sound and read without a look', async () => {
    const packs = await readSoundPacks(shipped, SOUND_HASH);
    const { catalog, problems } = await loadPacks(shipped, PACK_FOLDERS);
    assert.deepEqual(problems, []);
    assert.deepEqual(packs, catalog.packs);
  });

  it('have the evidence for their terms found before, as it would be found', async () => {
    const { catalog } = await loadPacks(shipped, PACK_FOLDERS);
    const terms = catalog.all('term');
    const [known, searched] = [
      knownEvidence(catalog, EVIDENCE),
      searchedEvidence(catalog, new TermAutomaton(terms)),
    ];
    for (const term of terms) {
      assert.deepEqual(known.of(term, Infinity), searched.of(term, Infinity), term.id);
    }
    assert.ok(terms.some((term) => known.of(term, Infinity).length > 1));
  });

  it('are left to the look when one of the files is another', async () => {
    const blank = (text: string) => `${text} `;
    for (const name of ['pack.json', 'sources.json', 'topics.json', 'terms.json', 'events.json']) {
      assert.equal(await readSoundPacks(changed(name, blank), SOUND_HASH), undefined, name);
    }
  });

  it('are left to the look when a file cannot be read, or was not sound', async () => {
    const unreadable = changed('excerpts.json', () => {
      throw new Error('No.');
    });
    assert.equal(await readSoundPacks(unreadable, SOUND_HASH), undefined);
    assert.equal(await readSoundPacks(shipped, NaN), undefined);
  });

  it('have a hash that tells texts and their files apart', async () => {
    const [texts = new Map<string, string>()] = await readPackTexts(shipped);
    const swapped = new Map(texts)
      .set('terms.json', texts.get('events.json') ?? '')
      .set('events.json', texts.get('terms.json') ?? '');
    assert.equal(hashPacks([texts]), SOUND_HASH);
    assert.notEqual(hashPacks([swapped]), SOUND_HASH);
  });
});
