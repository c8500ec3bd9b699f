import { finishIndex, MOST_PASSAGES, type WholeIndex } from './passageIndex';
import type { Postings } from './postings';
import { PostingsSizes } from './postingsWriter';
import { sortedPlaces } from './sortedWords';

/** Some passages of an index: those from `start` up to `end`. */
export interface IndexSegment {
  readonly index: WholeIndex;
  readonly start: number;
  readonly end: number;
}

/** Little work, but each may be the first to touch a page of memory; looking at a word takes about as long as some postings. */
const POSTINGS_AT_ONCE = 2048;
const POSTINGS_FOR_WORD = 4;

/**
 * Makes the index of the passages of all segments, in the order given: the same, to the byte, as
 * if they had been added one by one to one builder. This is how sources are added, replaced and
 * removed. Yields for `runInSlices`.
 * @throws RangeError when there are more than `MOST_PASSAGES`
 */
export function* mergeIndexes(segments: readonly IndexSegment[]): Generator<undefined, WholeIndex> {
  const size = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  if (size > MOST_PASSAGES) {
    throw new RangeError(`An index holds at most ${MOST_PASSAGES} passages.`);
  }
  const words: string[] = [];
  const { sizes, numbers } = yield* measure(segments, words);
  const sorted = yield* sortedPlaces(words);
  const postings = yield* write(segments, numbers, sizes, sorted);
  const sortedWords = Array.from(sorted, (word) => words[word]!);
  return yield* finishIndex(size, sortedWords, postings);
}

interface Measured {
  readonly sizes: PostingsSizes;
  /** For each segment, the number of each word of its index; -1 for those without a posting. */
  readonly numbers: readonly Int32Array[];
}

/** Numbers the words of all segments, adding them to `words`, and finds what their postings take. */
function* measure(
  segments: readonly IndexSegment[],
  words: string[],
): Generator<undefined, Measured> {
  const numberOf = new Map<string, number>();
  const sizes = new PostingsSizes();
  const numbers: Int32Array[] = [];
  let shift = 0;
  let work = 0;
  for (const { index, start, end } of segments) {
    const { vocabulary, postings } = index;
    const ofSegment = new Int32Array(vocabulary.size).fill(-1);
    numbers.push(ofSegment);
    const isWhole = start === 0 && end === index.size;
    const numberFor = (word: number): number => {
      const text = vocabulary.at(word);
      const number = numberOf.get(text) ?? words.length;
      if (number === words.length) {
        numberOf.set(text, number);
        words.push(text);
        sizes.addWord();
      }
      return number;
    };
    for (let word = 0; word < vocabulary.size; word += 1) {
      let number = -1;
      const count = postings.count(word);
      if (isWhole && count > 0) {
        number = numberFor(word);
        sizes.addAll(number, postings, word, shift);
      } else {
        postings.visit(word, start, end, (passage, _, from, to) => {
          number = number === -1 ? numberFor(word) : number;
          sizes.add(number, passage - start + shift, to - from);
        });
      }
      ofSegment[word] = number;
      work += (isWhole ? 0 : count) + POSTINGS_FOR_WORD;
      if (work > POSTINGS_AT_ONCE) {
        work = 0;
        yield;
      }
    }
    shift += end - start;
  }
  return { sizes, numbers };
}

/** Writes the postings of all segments, with the words in the order `sorted`. */
function* write(
  segments: readonly IndexSegment[],
  numbers: readonly Int32Array[],
  sizes: PostingsSizes,
  sorted: Uint32Array,
): Generator<undefined, Postings> {
  const places = new Uint32Array(sorted.length);
  sorted.forEach((word, place) => (places[word] = place));
  const writer = yield* sizes.writerFor(sorted);
  let shift = 0;
  let work = 0;
  for (const [at, { index, start, end }] of segments.entries()) {
    const { postings } = index;
    const ofSegment = numbers[at]!;
    for (let word = 0; word < ofSegment.length; word += 1) {
      if (ofSegment[word] !== -1) {
        const place = places[ofSegment[word]!]!;
        postings.visit(word, start, end, (passage, impact, from, to) =>
          writer.add(place, passage - start + shift, impact, postings.positions, from, to),
        );
        work += postings.count(word);
      }
      work += POSTINGS_FOR_WORD;
      if (work > POSTINGS_AT_ONCE) {
        work = 0;
        yield;
      }
    }
    shift += end - start;
  }
  return writer.take();
}
