import type { Catalog } from '../../src/core/packs/catalog';
import { createPackSearcher } from '../support/packSearcher';
import { quantile } from '../../scripts/lib/quantile.mjs';
import type { Measurement } from './measurement';

/** Thirty queries of every kind, typed letter by letter. */
const QUERIES = [
  'counter-piracy Indian Ocean',
  'rules-based international order',
  'safety in numbers',
  'hub-and-spoke',
  'informal mechanism flexibility',
  '10 priority areas',
  'polar regions',
  'contact point embassies',
  'Madrid summit June 2022',
  'strategic asset',
  'when did NATO first meet the four partners as a group',
  'why was China not mentioned before 2019',
  'what do the new agreements contain',
  'does the IP4 replace bilateral ties',
  'why is NATO poorly understood in partner countries',
  'Istambul Cooperation Initiative',
  'Mediteranean Dialogue',
  'artifical inteligence',
  'bureacratic silos',
  'Initiative Cooperation Istanbul',
  'Ocean Indian piracy counter',
  'ICI',
  'DPRK',
  'US-China competition',
  'cyber defence',
  'nonproliferation',
  'South Korea',
  'partner:japan agreement',
  'topic:public-diplomacy visits',
  '"New Zealand" -Ardern',
];

/** Letter by letter through all queries, so often: the first time warms up and is not counted. */
const PASSES = 4;

/**
 * Measures the search over the entries of a catalog: what a keystroke takes while queries are
 * typed, and how long the indexes take to build.
 */
export function benchSearch(catalog: Catalog): Promise<readonly Measurement[]> {
  const builds = Array.from({ length: 5 }, () => elapsed(() => createPackSearcher(catalog)));
  const keystrokes: number[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const searcher = createPackSearcher(catalog);
    for (const query of QUERIES) {
      for (let length = 1; length <= query.length; length += 1) {
        const typed = query.slice(0, length);
        const time = elapsed(() => {
          searcher.search(typed);
          searcher.completeFilter(typed, length);
        });
        if (pass > 0) {
          keystrokes.push(time);
        }
      }
    }
  }
  return Promise.resolve([
    { name: 'search: keystroke, p50', value: quantile(keystrokes, 0.5), unit: 'ms' },
    { name: 'search: keystroke, p95', value: quantile(keystrokes, 0.95), unit: 'ms' },
    { name: 'search: index build, median', value: quantile(builds, 0.5), unit: 'ms' },
    { name: 'search: index build, first', value: builds[0] ?? 0, unit: 'ms' },
  ]);
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
