import assert from 'node:assert/strict';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { markedSpan } from '../../../../src/features/quotes/markedSpan';
import { markedNote } from './markedNote';

const CITED = '“the old lamp keeper sleeps” ‹[@lamps, «p. 12»]›';

describe('what is underlined of a quotation', () => {
  for (const [marked, more, expected] of [
    ['“the {very|quite} old lamp keeper”', {}, 'very'],
    ['“the {very|quite} old {lamp|} keeper”', {}, 'very old lamp'],
    ['“the old{|brass} lamp keeper sleeps”', {}, 'old'],
    ['“{|Indeed} the old lamp keeper”', {}, 'the'],
    [CITED, { verdict: 'wrong place' }, 'p. 12'],
    [CITED.replace(', «p. 12»', ''), { verdict: 'wrong place' }, '[@lamps]'],
    [CITED, { remarks: [{ kind: 'page of the file' }] }, 'p. 12'],
    [
      CITED,
      { remarks: [{ kind: 'negation left out', word: 'not', source: 'not', start: 5, end: 8 }] },
      'old',
    ],
    [CITED, { verdict: 'not found' }, 'the old lamp keeper sleeps'],
  ] as const satisfies readonly (readonly [string, Partial<QuoteCheck>, string])[]) {
    it(`${marked}: ${expected}`, () => {
      const { text, check } = markedNote(marked, more);
      const { start, end } = markedSpan(text, check);
      assert.equal(text.slice(start, end), expected);
    });
  }
});
