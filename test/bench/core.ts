import { readFile } from 'node:fs/promises';
import { entryText } from '../../src/core/packs/catalog';
import type { Catalog } from '../../src/core/packs/catalog';
import { loadPacks } from '../../src/core/packs/load';
import type { EntryKind } from '../../src/core/model';
import { timed } from './measurement';
import { benchSearch } from './search';
import { benchTerms } from './terms';

const KINDS: readonly EntryKind[] = ['excerpt', 'topic', 'partner', 'term', 'event'];

/** How many words the prose has in which terms are searched: enough for 50,000 different phrases. */
const WORDS = 200_000;

/**
 * Measures the core in plain Node, started in the project's folder; prints its figures as JSON.
 * `core.js terms` or `core.js search`.
 */
async function main(): Promise<void> {
  const { result, ms } = await timed(() =>
    loadPacks({ readText: (path) => readFile(path, 'utf8') }, ['data/nato-ip4']),
  );
  const measurements =
    process.argv[2] === 'terms'
      ? await benchTerms(makeProse(result.catalog))
      : [
          { name: 'packs: load and check', value: ms, unit: 'ms' },
          ...(await benchSearch(result.catalog)),
        ];
  process.stdout.write(JSON.stringify(measurements));
}

/**
 * Prose that is as long as wanted and reads like the library: each word follows the one before it
 * somewhere in the library's texts. The same at every run.
 */
function makeProse(catalog: Catalog): string {
  const texts = KINDS.flatMap((kind) => catalog.all(kind).map(entryText));
  const words = texts.join(' ').split(/\s+/);
  const followers = new Map<string, string[]>();
  words.forEach((word, index) => {
    const next = words[index + 1] ?? words[0] ?? '';
    followers.set(word, [...(followers.get(word) ?? []), next]);
  });
  const prose: string[] = [];
  let state = 1;
  for (let word = words[0] ?? ''; prose.length < WORDS;) {
    prose.push(word);
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const choices = followers.get(word) ?? words;
    word = choices[Math.floor((state / 2 ** 32) * choices.length)] ?? '';
  }
  return prose.join(' ');
}

void main();
