import assert from 'node:assert/strict';
import { TermSet } from '../../../../src/core/terms/termSet';
import { ownTerms } from '../../../support/knownTerms';
import { Note } from '../../../../src/core/note/note';

describe('a form that is a text rather than a name', () => {
  for (const word of ['U.S.', 'AB ', 'co-op ', 'lamp ']) {
    it(`of ${JSON.stringify(word)} does no harm to other terms`, () => {
      const terms = new TermSet(
        ownTerms('harbour', [
          {
            name: 'lamp keeper',
            abbreviation: word.repeat(60_000),
            aliases: [word.repeat(30_000)],
          },
          { name: 'tide clerk' },
        ]),
      );
      const note = 'The lamp keeper met the tide clerks.';
      const found = terms.automaton.occurrences(new Note(note, 'markdown'));
      assert.deepEqual(
        found.map(({ start, end }) => note.slice(start, end)),
        ['lamp keeper', 'tide clerks'],
      );
    });
  }

  it('is still a name with some hundred letters', () => {
    const name = `${'harbour '.repeat(60)}AB lamp`;
    const terms = new TermSet(ownTerms('harbour', [{ name }]));
    assert.equal(terms.automaton.occurrences(new Note(`See ${name}s.`, 'markdown')).length, 1);
  });
});
