import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capitalWords, isAcronym } from '../../../../src/core/checks/capitalWords';

/** Every word that begins with a capital, looked for from each letter of a text. */
const WORD = /(?<![\p{L}\p{N}\p{M}_])\p{Lu}[\p{L}\p{N}\p{M}_]*/gu;

const pieces = fc.constantFrom(
  ...['A', 'B', 'Q', 'I', 'a', 's', 'é', 'É', '1', '_', ' ', '-', '.', '’', '\u0301', '𝐀', '\n'],
  ...['IP4', 'PfP', 'The', 'NATO', 'ABCDEFGHIJKLM', 'word'],
);

describe('the words of capitals', () => {
  it('are those among all words with a capital', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const expected = Array.from(text.matchAll(WORD)).filter(([word]) => {
          const stem =
            word.length < 14 && word.endsWith('s') && isAcronym(word.slice(0, -1))
              ? word.slice(0, -1)
              : word;
          return isAcronym(stem) && !/^[IVX]+$/.test(stem);
        });
        assert.deepEqual(
          capitalWords(text).map(({ start }) => start),
          expected
            .filter(({ index, 0: word }) => !/^['’]\p{Lu}/u.test(text.slice(index + word.length)))
            .map(({ index }) => index),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
