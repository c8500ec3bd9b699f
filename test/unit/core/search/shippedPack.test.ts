import assert from 'node:assert/strict';
import events from '../../../../data/nato-ip4/events.json';
import excerpts from '../../../../data/nato-ip4/excerpts.json';
import info from '../../../../data/nato-ip4/pack.json';
import partners from '../../../../data/nato-ip4/partners.json';
import sources from '../../../../data/nato-ip4/sources.json';
import terms from '../../../../data/nato-ip4/terms.json';
import topics from '../../../../data/nato-ip4/topics.json';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Pack } from '../../../../src/core/model';
import { createPackSearcher } from '../../../support/packSearcher';
import { SAMPLE_QUERIES } from '../../../../src/features/search/startRows';
import { EVIDENCE_PAIRS } from './evidencePairs';
import { developmentCases, heldOutCases, type QueryCase } from './queries';

const pack = {
  info,
  ...sources,
  ...topics,
  ...partners,
  ...terms,
  ...excerpts,
  ...events,
} as unknown as Pack;
const searcher = createPackSearcher(new Catalog([pack]));

const ARTICLE = 'usip-nato-ip4-2024';
/** By the id of each excerpt, what a query may name it by. */
const namesOf = new Map<string, readonly string[]>(
  pack.excerpts.map(({ id, source, locator }) => [id, source === ARTICLE ? [id, locator] : [id]]),
);

function finds({ query, answers }: QueryCase): boolean {
  return searcher
    .search(query, { limit: 5 })
    .hits.filter(({ kind }) => kind === 'excerpt')
    .some(({ id }) => namesOf.get(id)?.some((name) => answers.includes(name)));
}

describe('search in the shipped pack', function () {
  // Hundreds of searches a test, on a machine that may be busy.
  this.timeout(20_000);

  it('finds something for the examples of the palette', () => {
    for (const query of Object.values(SAMPLE_QUERIES)) {
      assert.ok(searcher.search(query).hits.length > 1, query);
    }
  });

  it('is asked for excerpts that the pack has', () => {
    const known = new Set([...namesOf.values()].flat());
    const answers = [...developmentCases, ...heldOutCases].flatMap((one) => one.answers);
    assert.deepEqual(
      answers.filter((answer) => !known.has(answer)),
      [],
    );
  });

  for (const [name, cases] of [
    ['development', developmentCases],
    ['held-out', heldOutCases],
  ] as const) {
    it(`shows a right excerpt among the first five for 95 of 100 ${name} queries`, () => {
      const missed = cases.filter((queryCase) => !finds(queryCase)).map(({ query }) => query);
      const found = cases.length - missed.length;
      assert.ok(found >= 0.95 * cases.length, `${found} of ${cases.length}: ${missed.join('; ')}`);
    });
  }
});

describe('evidence in the shipped pack', function () {
  // Hundreds of searches, on a machine that may be busy.
  this.timeout(20_000);

  it('of the text of an excerpt is that excerpt', () => {
    const missed = pack.excerpts.filter(({ id, text }) => {
      const [hit] = searcher.findEvidence(text, { limit: 1 }).hits;
      return hit?.id !== id;
    });
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });

  it('is first, and its right sentence is picked, for nine in ten written after reading', () => {
    const found = EVIDENCE_PAIRS.map(([sentence, id, words]) => {
      const { hits } = searcher.findEvidence(sentence);
      const hit = hits.find((each) => each.id === id);
      const picked = hit?.text.slice(hit.sentence?.start, hit.sentence?.end) ?? '';
      return { sentence, isFirst: hits[0] === hit, isPicked: picked.includes(words) };
    });
    for (const what of ['isFirst', 'isPicked'] as const) {
      const missed = found.filter((pair) => !pair[what]).map(({ sentence }) => sentence);
      assert.ok(missed.length <= EVIDENCE_PAIRS.length / 10, [what, ...missed].join('\n'));
    }
  });
});
