import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { TermId } from '../../../../src/core/model';
import { occurrenceAt, type Occurrence } from '../../../../src/core/terms/occurrence';

function occurrence(start: number, end: number): Occurrence {
  return { start, end, terms: ['ip4' as TermId] };
}

describe('the occurrence at an offset', () => {
  const [first, second] = [occurrence(4, 7), occurrence(7, 12)];
  const cases: readonly (readonly [number, Occurrence | undefined, string])[] = [
    [0, undefined, 'before the first'],
    [3, undefined, 'at the character before one'],
    [4, first, 'at its first character'],
    [6, first, 'at its last character'],
    [7, second, 'where one begins as another ends'],
    [12, second, 'right behind one'],
    [13, undefined, 'behind the last'],
  ];
  for (const [offset, expected, where] of cases) {
    it(`is ${expected === undefined ? 'none' : 'found'} ${where}`, () => {
      assert.equal(occurrenceAt([first, second], offset), expected);
    });
  }

  it('is none without occurrences', () => assert.equal(occurrenceAt([], 0), undefined));

  it('is the same as by looking at each in turn', () => {
    const lengths = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 })));
    fc.assert(
      fc.property(lengths, fc.nat(60), (gaps, offset) => {
        let at = 0;
        const occurrences = gaps.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return occurrence(start, at);
        });
        const slow = occurrences
          .filter(({ start, end }) => start <= offset && offset <= end)
          .at(-1);
        assert.equal(occurrenceAt(occurrences, offset), slow);
      }),
    );
  });
});
