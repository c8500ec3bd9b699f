import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quoteWords } from '../../../../src/core/quotes/quoteWords';
import { anyString } from '../search/anyString';

function keys(text: string): readonly string[] {
  return quoteWords(text).map(({ key }) => key);
}

describe('words of quotations', () => {
  for (const [text, expected] of [
    ['The lamps burn.', ['The', 'lamps', 'burn']],
    ['ﬁre and ﬂame', ['fire', 'and', 'flame']],
    ['the keepers’ oil, it’s dear', ['the', 'keepers', 'oil', "it's", 'dear']],
    ['U.S. ships', ['US', 'ships']],
    ['some 1,250.5 or 5%', ['some', '1.250.5', 'or', '5', '%']],
    ['£40 & $3', ['£', '40', '&', '$', '3']],
    ['well-kept', ['well', 'kept']],
    ['2022–23', ['2022', '23']],
    ['la\u00ADmps', ['lamps']],
    ['灯台の', ['灯', '台', 'の']],
  ] as const) {
    it(text, () => assert.deepEqual(keys(text), expected));
  }

  it('tells the marks of notes from numbers', () => {
    const marks = (text: string) =>
      quoteWords(text).flatMap(({ isNoteMark, key }) => (isNoteMark ? [key] : []));
    assert.deepEqual(marks('It burns.12 The lamp “dims.”3 Ships wait.'), ['12', '3']);
    assert.deepEqual(marks('It burns [12] all nite [sic]'), ['12', 'sic']);
    assert.deepEqual(marks('It burns,12 and the lamp “dims”3 for ships;4 they wait.'), [
      '12',
      '3',
      '4',
    ]);
    assert.deepEqual(marks('It burns.12, 13 The lamp^14^ dims.15–17 Ships wait.18,19 No.'), [
      ...['12', '13', '14', '15', '17', '18.19'],
    ]);
    assert.deepEqual(marks('the 10^6^ ships, in 12–14 days and 12, 13 Ships.'), []);
    assert.deepEqual(marks('at 3,5 and 10:30, No.7 of it, and 1,200 ships, 12 of them'), []);
    assert.deepEqual(marks('see para.12 of it, Article 5. The 3.5 ships'), []);
  });

  it('tells a number set behind a word', () => {
    assert.deepEqual(
      quoteWords('alliance12 G7 H2O night²').map(({ bareKey }) => bareKey),
      ['alliance', undefined, undefined, 'night'],
    );
  });

  it('stand where they are said to stand', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        let last = 0;
        for (const { start, end, key } of quoteWords(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.notEqual(key, '');
          last = end;
        }
      }),
    );
  });
});
