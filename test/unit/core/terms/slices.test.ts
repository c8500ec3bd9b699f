import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainProse } from '../../../../src/core/note/prose';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import { knownTermsInSlices } from '../../../../src/core/terms/knownTerm';
import { NameIndex } from '../../../../src/core/terms/nameIndex';
import { TermSet } from '../../../../src/core/terms/termSet';
import { runAtOnce } from '../../../../src/util/slices';
import { ownTerms } from '../../../support/knownTerms';

const COUNT = 20_000;

/** How often work can be interrupted. */
function interruptions(work: Generator<undefined, unknown>): number {
  let count = 0;
  while (work.next().done !== true) {
    count += 1;
  }
  return count;
}

describe('terms that are made ready in slices', () => {
  const terms = ownTerms(
    'Moorings',
    Array.from({ length: COUNT }, (_, at) => ({
      name: `mooring ${at}`,
      aliases: [`berth of boat ${at}`],
    })),
  );
  const context = {
    name: 'Moorings',
    paths: [],
    entries: terms.flatMap(({ origin }) => (origin.kind === 'glossary' ? [origin.entry] : [])),
  };

  it('let others have their turn every few hundred terms', () => {
    assert.ok(interruptions(TermAutomaton.inSlices(terms)) > COUNT / 150);
    assert.ok(interruptions(NameIndex.inSlices(terms)) > COUNT / 600);
    const known = knownTermsInSlices('a.yml', 'a', context, new Map());
    assert.ok(interruptions(known) >= Math.floor(COUNT / 600));
  });

  it('are the same as those made at one go', () => {
    const few = fc.array(
      fc.record({
        name: fc.constantFrom('lamp', 'Lamp Post', 'C++', 'U.S.', 'co-operation', 'défi'),
        aliases: fc.array(fc.constantFrom('light', 'LP', '§ 4', "keeper's lamp"), { maxLength: 2 }),
      }),
      { maxLength: 5 },
    );
    const prose = plainProse(
      'Two lamps, a lamp post (LP), C++ in the U.S. and § 4: cooperation with a défi.',
    );
    fc.assert(
      fc.property(few, (entries) => {
        const own = ownTerms('own', entries);
        const set = new TermSet(own);
        assert.equal(set.isPrepared, false);
        runAtOnce(set.prepare());
        assert.equal(set.isPrepared, true);
        assert.deepEqual(
          set.automaton.occurrences(prose),
          new TermAutomaton(own).occurrences(prose),
        );
        assert.deepEqual(
          runAtOnce(NameIndex.inSlices(own)).find('l', 9),
          new NameIndex(own).find('l', 9),
        );
      }),
    );
  });
});
