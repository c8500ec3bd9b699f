import assert from 'node:assert/strict';
import { briefLaterFactsText } from '../../../../../src/core/citation/provenance';
import type { Citation, Since, SourceId } from '../../../../../src/core/model';
import { TermAutomaton } from '../../../../../src/core/terms/automaton';
import { knownTermOfPack } from '../../../../../src/core/terms/knownTerm';
import { searchedEvidence } from '../../../../../src/core/terms/evidence';
import {
  createTermCards,
  type OwnPassage,
  type ShippedCard,
} from '../../../../../src/features/terms/hover/termCard';
import { ownTerms } from '../../../../support/knownTerms';
import { english } from '../../../../support/localizer';
import { SMALL_CATALOG } from '../../../../support/smallPack';

const shipped = new Map(SMALL_CATALOG.all('term').map((term) => [term.id, knownTermOfPack(term)]));
const own = ownTerms('port', [{ name: 'alliance', definition: 'Of two harbours.' }]);
const evidence = searchedEvidence(SMALL_CATALOG, new TermAutomaton(SMALL_CATALOG.all('term')));

/** The card of a shipped term. */
function card(id: string): ShippedCard {
  const terms = [...shipped.values()].filter((term) => term.id === id);
  const [found] = createTermCards(evidence, terms, 2, copyOf, english);
  assert.equal(found?.kind, 'pack');
  return found;
}

/** Of the source, the user has the first part only. */
function copyOf({ locator }: Citation): OwnPassage | undefined {
  return locator === '1.1'
    ? { ref: { source: 'own', passage: 'p7' }, title: 'Own copy' }
    : undefined;
}

describe('the card of a term', () => {
  it('names the places that the definition rests on', () => {
    assert.match(card('alliance').provenance, /^Interview on partnerships.* 1\.1$/);
  });

  it('says no place twice', () => {
    assert.deepEqual(
      card('alliance').evidence.map(({ place }) => place.replace(/^.*, /, '')),
      ['', '1.2'],
    );
  });

  it('cites the source of the definition, or else the best evidence, or else nothing', () => {
    assert.deepEqual(card('alliance').cited, { kind: 'term', id: 'alliance' });
    assert.deepEqual(card('summit').cited, { kind: 'excerpt', id: 'second' });
    assert.equal(card('2plus2').cited, undefined);
  });

  it('tells what has happened last, and how much before', () => {
    const source = 'interview' as SourceId;
    const since = ['2023', '2024'].map((year) => ({
      text: `In ${year} it grew.`,
      date: { text: `May ${year}`, start: `${year}-05`, precision: 'month' as const },
      source,
    }));
    const tell = (facts: readonly Since[]) => briefLaterFactsText(facts, SMALL_CATALOG, english);
    assert.equal(tell([]), '');
    assert.match(tell(since.slice(0, 1)), /^Since then \(May 2023\): In 2023 it grew\. \(.+\)$/);
    assert.match(tell(since), /^Since then \(May 2024\): In 2024 it grew\. \(.+\) · 1 earlier$/);
  });

  it('brings the excerpts that use the term', () => {
    assert.deepEqual(
      card('alliance').evidence.map(({ excerpt }) => excerpt.id),
      ['first', 'second'],
    );
  });

  it('leads to the user’s own copy of what it cites, where there is one', () => {
    assert.deepEqual(
      card('alliance').evidence.map(({ copy }) => copy?.ref.passage),
      ['p7', undefined],
    );
  });

  it('is one of several when terms share a wording, in their order', () => {
    const terms = [...own, ...shipped.values()].filter(({ name }) => /alliance/i.test(name));
    assert.deepEqual(
      createTermCards(evidence, terms, 2, copyOf, english).map(({ kind }) => kind),
      ['glossary', 'pack'],
    );
  });
});
