import assert from 'node:assert/strict';
import type { TermId } from '../../../src/core/model';
import { TermAutomaton } from '../../../src/core/terms/automaton';
import { createTermCards } from '../../../src/features/hover/termCard';
import { SMALL_CATALOG } from '../../support/smallPack';

const automaton = new TermAutomaton(SMALL_CATALOG.all('term'));

function cards(...ids: readonly string[]) {
  return createTermCards(SMALL_CATALOG, automaton, ids as readonly TermId[], 2);
}

describe('the card of a term', () => {
  it('names the places that the definition rests on', () => {
    assert.match(cards('alliance')[0]?.places ?? '', /^Interview on partnerships.* 1\.1, 2\.3$/);
  });

  it('names related terms once', () => {
    assert.deepEqual(
      cards('summit')[0]?.related.map(({ id }) => id),
      ['alliance'],
    );
  });

  it('brings the excerpts that use the term', () => {
    assert.deepEqual(
      cards('alliance')[0]?.evidence.map(({ id }) => id),
      ['first', 'second'],
    );
  });

  it('is one of several when terms share a wording, in their order', () => {
    assert.deepEqual(
      cards('summit', 'alliance').map(({ term }) => term.id),
      ['summit', 'alliance'],
    );
  });

  it('is left out when no pack has the term any more', () => {
    assert.deepEqual(cards('gone'), []);
  });
});
