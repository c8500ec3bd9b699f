import { JoinedPostings, type JoinedPart } from './joinedPostings';
import { finishIndex, type PassageIndex, type WholeIndex } from './passageIndex';
import { sortedPlaces } from './sortedWords';

/** An index, and where its passages stand among all. */
export interface IndexPart {
  readonly index: WholeIndex;
  /** For each of its passages the number among all; -1 for one that is left out. */
  readonly passages: Int32Array;
}

/** Some milliseconds' work. */
const POSTINGS_AT_ONCE = 131_072;
const WORDS_AT_ONCE = 8192;

/**
 * Makes one index of several without merging them: whoever searches it finds what he would find if
 * they had been merged, while only the words are gone through, not what stands where. Yields for
 * `runInSlices`.
 * @param parts in which each passage has another number
 * @param size how many passages are left
 */
export function* joinIndexes(
  parts: readonly IndexPart[],
  size: number,
): Generator<undefined, PassageIndex> {
  const numberOf = new Map<string, number>();
  const words: string[] = [];
  let counts = new Uint32Array(1024);
  const numbered: Int32Array[] = [];
  for (const part of parts) {
    const { vocabulary } = part.index;
    const held = yield* heldCounts(part);
    const numbers = new Int32Array(vocabulary.size).fill(-1);
    for (let word = 0; word < numbers.length; word += 1) {
      if (held[word]! > 0) {
        const text = vocabulary.at(word);
        const number = numberOf.get(text) ?? words.push(text) - 1;
        numberOf.set(text, number);
        numbers[word] = number;
        if (number >= counts.length) {
          counts = doubled(counts);
        }
        counts[number]! += held[word]!;
      }
      if (word % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) {
        yield;
      }
    }
    numbered.push(numbers);
    yield;
  }
  const sorted = yield* sortedPlaces(words);
  const places = new Uint32Array(words.length);
  sorted.forEach((number, place) => (places[number] = place));
  const joined: JoinedPart[] = [];
  for (const [at, { index, passages }] of parts.entries()) {
    const wordOf = new Int32Array(words.length).fill(-1);
    numbered[at]!.forEach((number, word) => {
      if (number !== -1) {
        wordOf[places[number]!] = word;
      }
    });
    const isWhole = !passages.includes(-1);
    joined.push({ postings: index.postings, words: wordOf, passages, isWhole });
    yield;
  }
  const ofPlaces = Uint32Array.from(sorted, (number) => counts[number]!);
  const sortedWords = Array.from(sorted, (number) => words[number]!);
  yield;
  return yield* finishIndex(size, sortedWords, new JoinedPostings(joined, size, ofPlaces));
}

/** In how many of the passages that are left each word of a part stands. */
function* heldCounts({ index, passages }: IndexPart): Generator<undefined, Uint32Array> {
  const { postings, vocabulary } = index;
  const isWhole = !passages.includes(-1);
  const counts = new Uint32Array(vocabulary.size);
  const reading = new Uint32Array(isWhole ? 0 : index.size);
  let work = 0;
  for (let word = 0; word < counts.length; word += 1) {
    const count = postings.count(word);
    if (isWhole) {
      counts[word] = count;
      continue;
    }
    postings.read(word, reading);
    for (let at = 0; at < count; at += 1) {
      counts[word]! += passages[reading[at]! >>> 8] === -1 ? 0 : 1;
    }
    work += count;
    if (work > POSTINGS_AT_ONCE) {
      work = 0;
      yield;
    }
  }
  return counts;
}

function doubled(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(counts.length * 2);
  larger.set(counts);
  return larger;
}
