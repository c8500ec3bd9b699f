import assert from 'node:assert/strict';
import { terms } from '../../../../data/nato-ip4/terms.json';
import type { Term } from '../../../../src/core/model';
import { plainProse } from '../../../../src/core/note/prose';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { TermSet } from '../../../../src/core/terms/termSet';
import sentences from './meant.json';

/** Sentences by term: those in which it is meant, and those in which its wording means something else. */
const SENTENCES: Readonly<
  Record<string, { readonly fires: readonly string[]; readonly silent: readonly string[] }>
> = sentences;

describe('the terms of the shipped pack', () => {
  const set = new TermSet((terms as unknown as readonly Term[]).map(knownTermOfPack));
  const isFound = (id: string, sentence: string) =>
    set.occurrencesIn(plainProse(sentence)).some((found) => found.terms.some((one) => one === id));

  for (const [id, { fires, silent }] of Object.entries(SENTENCES)) {
    it(`have ${id} where it is meant, and nowhere else`, () => {
      assert.deepEqual(
        fires.filter((sentence) => !isFound(id, sentence)),
        [],
        'meant',
      );
      assert.deepEqual(
        silent.filter((sentence) => isFound(id, sentence)),
        [],
        'not meant',
      );
    });
  }
});
