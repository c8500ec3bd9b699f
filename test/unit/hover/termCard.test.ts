import assert from 'node:assert/strict';
import type { Citation, TermId } from '../../../src/core/model';
import { TermAutomaton } from '../../../src/core/terms/automaton';
import { createTermCards, type OwnCopy } from '../../../src/features/hover/termCard';
import { SMALL_CATALOG } from '../../support/smallPack';

const automaton = new TermAutomaton(SMALL_CATALOG.all('term'));

function cards(...ids: readonly string[]) {
  return createTermCards(SMALL_CATALOG, automaton, ids as readonly TermId[], 2, copyOf);
}

/** Of the source, the user has the first part only. */
function copyOf({ locator }: Citation): OwnCopy | undefined {
  return locator === '1.1'
    ? { ref: { source: 'own', passage: 'p7' }, title: 'Own copy' }
    : undefined;
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
      cards('alliance')[0]?.evidence.map(({ excerpt }) => excerpt.id),
      ['first', 'second'],
    );
  });

  it('leads to the user’s own copy of what it cites, where there is one', () => {
    assert.deepEqual(
      cards('alliance')[0]?.evidence.map(({ copy }) => copy?.ref.passage),
      ['p7', undefined],
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
