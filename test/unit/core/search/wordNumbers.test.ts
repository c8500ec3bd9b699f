import fc from 'fast-check';
import assert from 'node:assert/strict';
import { scanIndexWords } from '../../../../src/core/search/signWords';
import { accentedWord, canonicalWord } from '../../../../src/core/search/textAnalysis';
import { WordNumbers } from '../../../../src/core/search/wordNumbers';
import { anyString } from './anyString';

const LATIN = [..."aZé7 .'’–-\u00ad\u00df\u01c5\n"];

describe('word numbers', () => {
  it('are those of the words that are indexed, whatever the script', () => {
    const latin = fc.string({ unit: fc.constantFrom(...LATIN), maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.oneof(latin, anyString), { maxLength: 4 }), (texts) => {
        const numbers = new WordNumbers();
        for (const text of texts) {
          const expected: unknown[] = [];
          scanIndexWords(text, (start, end) => {
            const raw = text.slice(start, end);
            expected.push([canonicalWord(raw) || undefined, accentedWord(raw) || undefined]);
          });
          const found: unknown[] = [];
          numbers.scan(text, (word, accented) =>
            found.push([numbers.words[word], numbers.words[accented]]),
          );
          assert.deepEqual(found, expected);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
