import fc from 'fast-check';
import type { WholeIndex } from '../../../../src/core/search/passageIndex';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';

/** A passage of words that analysis leaves as they are. */
export interface Passage {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

export const FIELDS = [
  { weight: 2, lengthNorm: 0, typicalLength: 4 },
  { weight: 1, lengthNorm: 0.5, typicalLength: 6 },
];

const someWord = fc.constantFrom('a', 'b', 'c', 'd', 'e');

/** Few words, so that passages share them. */
export const somePassages: fc.Arbitrary<readonly Passage[]> = fc.array(
  fc.record({
    title: fc.array(someWord, { maxLength: 3 }),
    text: fc.array(someWord, { maxLength: 8 }),
  }),
  { maxLength: 12 },
);

/** A query of words that are there and of some that are not. */
export const someQuery: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ab', 'the', 'unknown'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => `${words.join(' ')} `);

export function indexOf(passages: readonly Passage[]): WholeIndex {
  const builder = new PassageIndexBuilder(FIELDS);
  for (const { title, text } of passages) {
    builder.add([title.join(' '), text.join(' ')]);
  }
  return builder.build();
}

/** BM25F of one word in one passage, by the formula. */
export function frequencyShare({ title, text }: Passage, word: string): number {
  const count = (words: readonly string[]): number => words.filter((w) => w === word).length;
  const frequency = 2 * count(title) + count(text) / (0.5 + (0.5 * text.length) / 6);
  return frequency / (frequency + 0.8);
}
