import type { Term, TermId } from '../../src/core/model';
import { TermAutomaton } from '../../src/core/terms/automaton';
import { occurrenceAt } from '../../src/core/terms/occurrence';
import { MATCHERS, type Matcher } from './matchers';
import type { Measurement } from './measurement';
import { Note } from '../../src/core/note/note';
import { plainProse } from '../../src/core/note/prose';

const COUNTS = [100, 5_000, 50_000];
const SEED = 4;
const MEGABYTE = 1 << 20;

/**
 * Measures the term matcher: building it, its memory, and searching one megabyte of prose as
 * Markdown, with terms of one to four words taken from the prose itself, so that many match. Then
 * texts that are made to be slow, at the largest count.
 * @param prose at least enough text for 50,000 different phrases; repeated up to a megabyte
 */
export async function benchTerms(prose: string): Promise<readonly Measurement[]> {
  // Joined, since an editor hands over flat strings, not slices of longer ones.
  const copies = Math.ceil(MEGABYTE / prose.length);
  const note = paragraphs(prose.repeat(copies).slice(0, MEGABYTE));
  const all = phrases(prose, COUNTS[COUNTS.length - 1]!);
  const measurements: Measurement[] = [];
  // What is made once a process, such as the table of units, is not part of any one build.
  new TermAutomaton([]);
  for (const count of COUNTS) {
    const terms = all.slice(0, count);
    const build = fastest(3, () => new TermAutomaton(terms));
    const before = await usedMemory();
    const automaton = new TermAutomaton(terms);
    const memory = (await usedMemory()) - before;
    const search = fastest(9, () => automaton.occurrences(new Note(note, 'markdown')));
    const label = count.toLocaleString('en');
    measurements.push(
      { name: `terms: build ${label}`, value: build, unit: 'ms' },
      { name: `terms: memory of ${label}`, value: memory / MEGABYTE, unit: 'MB' },
      { name: `terms: search among ${label}`, value: 1000 / search, unit: 'MB/s' },
      {
        name: `terms: hits among ${label}`,
        value: automaton.occurrences(new Note(note, 'markdown')).length,
        unit: '',
      },
    );
    if (count === COUNTS[COUNTS.length - 1]) {
      const slowest = Math.max(
        ...HOSTILE.map((text) => fastest(2, () => search1MB(automaton, text))),
      );
      measurements.push({ name: 'terms: slowest hostile MB', value: slowest, unit: 'ms' });
    }
  }
  return [...measurements, ...MATCHERS.flatMap((matcher) => compare(matcher, all, note))];
}

/**
 * Measures one matcher on the same terms and the same text as all others, as plain text, and says how
 * much of what it finds ours has found, too.
 */
function compare(
  { name, mostTerms = Infinity, build }: Matcher,
  all: readonly Term[],
  note: string,
): readonly Measurement[] {
  return COUNTS.filter((count) => count <= mostTerms).flatMap((count) => {
    const terms = all.slice(0, count);
    const buildMs = fastest(2, () => build(terms));
    const find = build(terms);
    const scanMs = fastest(3, () => find(note));
    const label = `${name}, ${count.toLocaleString('en')} terms`;
    const ours = new TermAutomaton(terms).occurrences(plainProse(note));
    const found = find(note);
    // Where ours reads a longer wording, such as a plural, the other's lies within it.
    const shared = found.filter(
      ({ start, end }) => (occurrenceAt(ours, start)?.end ?? 0) >= end,
    ).length;
    return [
      { name: `${label}: build`, value: buildMs, unit: 'ms' },
      { name: `${label}: search`, value: 1000 / scanMs, unit: 'MB/s' },
      { name: `${label}: hits`, value: found.length, unit: '' },
      { name: `${label}: of them ours, too`, value: (100 * shared) / found.length, unit: '%' },
    ];
  });
}

/** The same text in paragraphs of some 300 words. */
function paragraphs(text: string): string {
  return (text.match(/.{1,2000}(?: |$)/g) ?? []).join('\n\n');
}

/** Openings that are never closed, and what else makes scanners look ahead in vain. */
const HOSTILE = [
  '*',
  '[',
  '`',
  '<',
  '](',
  '](a "',
  '<a b="',
  '<!--',
  '$a ',
  '{',
  '> ',
  '- ',
  'a-',
  'a/',
];

function search1MB(automaton: TermAutomaton, unit: string): unknown {
  return automaton.occurrences(new Note(unit.repeat(MEGABYTE / unit.length), 'markdown'));
}

/** The least time of some runs, in milliseconds: what the work takes when nothing disturbs it. */
function fastest(runs: number, work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Bytes in use; exact only under `node --expose-gc`. */
async function usedMemory(): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  for (let round = 0; round < 2; round++) {
    collect?.();
    // Freed array buffers are counted off in a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** `count` different phrases of one to four words, each beginning with a word of four letters or more. */
function phrases(prose: string, count: number): readonly Term[] {
  const words = prose.match(/\S+/g) ?? [];
  const names = new Set<string>();
  const random = generator(SEED);
  for (let tries = 0; names.size < count && tries < 40 * count; tries++) {
    const start = Math.floor(random() * words.length);
    const name = words.slice(start, start + 1 + Math.floor(random() * 4)).join(' ');
    if (/^[A-Za-z]{4}[\w' -]*$/.test(name)) {
      names.add(name);
    }
  }
  return Array.from(names, (name) => ({
    id: name as TermId,
    name,
    kind: 'concept',
    definition: '',
    basis: { kind: 'general', citations: [] },
  }));
}

/** Numbers from 0 to 1, the same for the same seed; a linear congruential generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
