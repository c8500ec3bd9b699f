import fc from 'fast-check';
import assert from 'node:assert/strict';
import { createDeskSearcher } from '../../../../src/core/search/deskSearcher';
import type { EvidenceOptions, Hit } from '../../../../src/core/search/searcher';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { anyString } from './anyString';
import { libraryOf } from './library';

const TEXTS = [
  'The council of Little Haven met in March. It voted 14 to 3 for a new lamp, which Captain Roe had asked for. The meeting was long.',
  'Herring was landed at Little Haven in May. Prices fell by 12 per cent in 2021, since the boats of Great Haven came first.',
  'Lamps are of brass. Wicks are of cotton. The keeper trims them at dusk.',
  'Prices rise and prices fall. The council says so each year.',
];
const library = libraryOf([
  { id: 'minutes', title: 'Minutes', issued: [2021, 3], texts: TEXTS.slice(0, 2) },
  { id: 'manual', title: 'Manual', issued: [2023], texts: TEXTS.slice(2) },
]);
const searcher = createDeskSearcher(SMALL_CATALOG, () => library);

/** The sentences that bear on another, best first; those of the library alone. */
function evidence(sentence: string, options?: EvidenceOptions): readonly string[] {
  return searcher
    .findEvidence(sentence, options)
    .hits.filter(({ kind }) => kind === 'passage')
    .map(bearing);
}

function bearing({ text, sentence }: Hit): string {
  return text.slice(sentence?.start, sentence?.end);
}

describe('evidence for a sentence', () => {
  it('is the sentence of the passage that bears most on it', () => {
    assert.equal(
      evidence('Roe asked the council of Little Haven for another lamp, and got it.')[0],
      'It voted 14 to 3 for a new lamp, which Captain Roe had asked for.',
    );
    assert.equal(
      evidence('Herring became cheaper: prices in 2021 were down 12%.')[0],
      'Prices fell by 12 per cent in 2021, since the boats of Great Haven came first.',
    );
  });

  it('may lack most words of the sentence', () => {
    const sentence =
      'Analysts of the ministry concluded yesterday that wicks of cotton burn longest.';
    assert.equal(evidence(sentence)[0], 'Wicks are of cotton.');
  });

  it('weighs numbers most, and names more than other words', () => {
    const texts = ['Pikes are old.', 'Zander is old.', 'All 7 are old.'];
    const fish = libraryOf([{ id: 'fish', title: 'Fish', texts }]);
    const { hits } = createDeskSearcher(SMALL_CATALOG, () => fish).findEvidence(
      'We saw pikes, Zander, 7.',
    );
    assert.deepEqual(
      hits.map(({ text }) => text),
      [...texts].reverse(),
    );
  });

  it('is found for other forms and names of the words', () => {
    assert.equal(evidence('A keeper trimmed the wick.')[0], 'The keeper trims them at dusk.');
  });

  it('is narrowed by a query, whose words must all be there', () => {
    const sentence = 'Prices fell and the council met.';
    assert.equal(evidence(sentence).length, 3);
    assert.deepEqual(evidence(sentence, { query: 'source:manual' }), [
      'Prices rise and prices fall.',
    ]);
    assert.deepEqual(evidence(sentence, { query: 'before:2022 herr' }), [
      'Herring was landed at Little Haven in May.',
    ]);
    assert.deepEqual(evidence(sentence, { query: 'the each year' }), [
      'The council says so each year.',
    ]);
    assert.deepEqual(evidence(sentence, { query: '"prices fell" -herring' }), []);
    assert.deepEqual(evidence(sentence, { query: 'zeppelin' }), []);
    assert.deepEqual(evidence(sentence, { query: 'source:nothing' }), []);
  });

  it('is limited in all and per source, and says what was left out', () => {
    const sentence = 'Prices fell and the council met.';
    const { hits, more } = searcher.findEvidence(sentence, { perSource: 1 });
    assert.equal(hits.length, 2);
    assert.deepEqual(more, [{ source: 'minutes', count: 1, isLeast: false }]);
    assert.equal(searcher.findEvidence(sentence, { limit: 1 }).hits.length, 1);
    assert.deepEqual(searcher.findEvidence(sentence, { limit: 0 }).hits, []);
  });

  it('is nothing where there are no words, or none that any text has', () => {
    for (const sentence of ['', ' – ', '…', 'Zeppelins hover.']) {
      assert.deepEqual(searcher.findEvidence(sentence), { hits: [], nearest: [] }, sentence);
    }
  });

  it('is no heading', () => {
    const headed = {
      ...library,
      sources: library.sources.map((source) => ({
        ...source,
        passages: source.passages.map((passage, at) =>
          at === 0 ? { ...passage, isHeading: true as const } : passage,
        ),
      })),
    };
    const { hits } = createDeskSearcher(SMALL_CATALOG, () => headed).findEvidence(
      'Prices fell at Little Haven.',
    );
    const texts = hits.map(({ text }) => text);
    assert.ok(texts.includes(TEXTS[1] ?? '') && !texts.includes(TEXTS[0] ?? ''));
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyString, anyString, (sentence, query) => {
        for (const { text, sentence: span, score } of searcher.findEvidence(sentence, { query })
          .hits) {
          assert.ok(span && 0 <= span.start && span.start < span.end && span.end <= text.length);
          assert.ok(score > 0);
        }
      }),
    );
    assert.ok(searcher.findEvidence('The lamp of Little Haven. '.repeat(10_000)).hits.length > 0);
  });

  it('of a sentence that stands in the library is that sentence, whatever words it is between', () => {
    const sentences = ['Captain Roe had asked', 'Herring was landed', 'Wicks are of cotton'];
    const padding = fc.array(fc.constantFrom('of', 'quay', 'moreover', 'Zeppelin', '7', 'it'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...sentences), padding, padding, (sentence, before, after) => {
        const asked = [...before, sentence, ...after].join(' ');
        assert.ok(evidence(asked)[0]?.includes(sentence), asked);
      }),
    );
  });
});
