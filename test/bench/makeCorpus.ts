import { join } from 'node:path';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { randomFrom, type Random } from '../hostile/random';

/** So many words has a passage at least, and at most. */
const SHORTEST = 40;
const LONGEST = 210;

/** So many passages share a title. */
const PASSAGES_A_TITLE = 12;

const SOUGHT = 100;
const SEED = 7;

interface Passage {
  readonly title: string;
  readonly text: string;
}

/**
 * Makes a corpus, and queries for known passages of it, out of the sentences of `nlp-corpus`: about
 * ten thousand passages. The same at every run. `makeCorpus.js SENTENCES FOLDER` reads the files of
 * the package from the first folder, and writes `corpus.jsonl` and `queries.tsv` to the second.
 */
async function main(): Promise<void> {
  const [sentences = '', folder = ''] = process.argv.slice(2);
  const passages = makePassages(await readSentences(sentences));
  const lines = passages.map(({ title, text }) =>
    JSON.stringify({ title, section: '', topics: [], partners: [], text }),
  );
  await writeFile(join(folder, 'corpus.jsonl'), lines.join('\n'));
  await writeFile(join(folder, 'queries.tsv'), makeQueries(passages));
}

async function readSentences(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return files.flatMap((file) => JSON.parse(file) as readonly string[]);
}

function makePassages(sentences: readonly string[]): readonly Passage[] {
  const random = randomFrom(SEED);
  const passages: Passage[] = [];
  let words: string[] = [];
  let wanted = SHORTEST;
  let title = '';
  for (const sentence of sentences) {
    words.push(...sentence.split(/\s+/).filter((word) => word !== ''));
    if (words.length >= wanted) {
      if (passages.length % PASSAGES_A_TITLE === 0) {
        title = words.slice(0, 7).join(' ');
      }
      passages.push({ title, text: words.slice(0, LONGEST).join(' ') });
      words = [];
      wanted = SHORTEST + random.below(LONGEST - SHORTEST - 40);
    }
  }
  return passages;
}

/** Queries as somebody types them who has read a passage: some of its rarer words, in six ways. */
function makeQueries(passages: readonly Passage[]): string {
  const random = randomFrom(SEED);
  const frequency = new Map<string, number>();
  for (const { text } of passages) {
    for (const word of new Set(wordsOf(text))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  const rows = ['passage\tkind\tquery'];
  for (let sought = 0; sought < SOUGHT;) {
    // All engines are asked the same, also the one that takes a thousand passages only.
    const number = random.below(Math.min(1_000, passages.length));
    const rare = wordsOf(passages[number]!.text).filter(
      (word) => word.length >= 4 && (frequency.get(word) ?? 0) < passages.length / 15,
    );
    const words = [...new Set(rare)].filter(() => random.below(3) === 0).slice(0, 3);
    if (words.length < 2 || !words.some((word) => word.length > 5)) {
      continue;
    }
    sought += 1;
    for (const [kind, query] of Object.entries(variants(words, random))) {
      rows.push([number, kind, query.join(' ')].join('\t'));
    }
  }
  return rows.join('\n');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\b[a-z]+\b/g) ?? [];
}

function variants(
  words: readonly string[],
  random: Random,
): Readonly<Record<string, readonly string[]>> {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best));
  const change = (of: readonly string[], word: string, to: string): readonly string[] =>
    of.map((other) => (other === word ? to : other));
  const typo1 = change(words, longest, misspelt(longest, random));
  const other = random.pick(words.filter((word) => word !== longest));
  const last = words.at(-1) ?? '';
  return {
    exact: words,
    typo1,
    typo2: change(typo1, other, misspelt(other, random)),
    shuffled: [...words.slice(1).reverse(), words[0] ?? ''],
    prefix: change(words, last, last.slice(0, Math.max(3, Math.ceil(last.length * 0.6)))),
    morph: change(words, longest, inflected(longest)),
  };
}

/** One slip: two letters changed over, one left out, or another in its place; never the first. */
function misspelt(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const rest = word.slice(at + 1);
  switch (random.below(3)) {
    case 0:
      return word.slice(0, at) + rest.slice(0, 1) + word.slice(at, at + 1) + rest.slice(1);
    case 1:
      return word.slice(0, at) + rest;
    default:
      return word.slice(0, at) + random.pick([...'aeiorst']) + rest;
  }
}

/** Another form of a word, as far as its letters tell which it may have. */
function inflected(word: string): string {
  const [, stem = word, ending = ''] = /^(.{3,}?)(ies|es|s|ed|ing)?$/.exec(word) ?? [];
  switch (ending) {
    case 'ies':
      return `${stem}y`;
    case 'ed':
      return `${stem}ing`;
    case 'ing':
      return `${stem}ed`;
    case '':
      return `${word}s`;
    default:
      return stem;
  }
}

void main();
