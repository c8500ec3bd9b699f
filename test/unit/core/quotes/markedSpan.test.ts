import assert from 'node:assert/strict';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { Note } from '../../../../src/core/note/note';
import type { SourceId } from '../../../../src/core/model';
import { markedSpan } from '../../../../src/core/quotes/markedSpan';
import { markedNote, place } from './markedNote';

/** It stands in another source than the cited one, which is "lamps". */
const ELSEWHERE = {
  verdict: 'wrong place',
  place: { ...place('p. 2'), source: 'tides' as SourceId },
} as const;

const CITED = '“the old lamp keeper sleeps” ‹[@lamps, «p. 12»]›';

describe('what is underlined of a quotation', () => {
  for (const [marked, more, expected] of [
    ['“the {very|quite} old lamp keeper”', {}, 'very'],
    ['“the {very|quite} old {lamp|} keeper”', {}, 'very old lamp'],
    ['“the old{|brass} lamp keeper sleeps”', {}, 'old'],
    ['“{|Indeed} the old lamp keeper”', {}, 'the'],
    [CITED, { verdict: 'wrong place', place: place('p. 2') }, 'p. 12'],
    [CITED, ELSEWHERE, 'lamps'],
    ['“the old lamp keeper” ‹[see @lamps; @tides, «p. 2»]›', ELSEWHERE, 'lamps; @tides'],
    ['“the old lamp keeper” ‹(Mallow 2001, «p. 2»)›', ELSEWHERE, 'Mallow 2001'],
    ['“the old lamp keeper” ‹(«p. 2» of Mallow)›', ELSEWHERE, '(p. 2 of Mallow)'],
    ['“the old lamp keeper” ‹[Mallow](a.pdf#page=2)›', ELSEWHERE, '[Mallow](a.pdf#page=2)'],
    ['“the old lamp keeper”‹[^1]›.\n\n[^1]: See @lamps, «p. 2».', ELSEWHERE, '[^1]'],
    ['“the old lamp keeper”‹[^1]›.\n\n[^1]: [@lamps, «p. 2»].', ELSEWHERE, 'lamps'],
    [CITED.replace(', «p. 12»', ''), ELSEWHERE, 'lamps'],
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
      const { start, end } = markedSpan(new Note(text, 'markdown'), check);
      assert.equal(text.slice(start, end), expected);
    });
  }
});
