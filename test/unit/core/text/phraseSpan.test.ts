import assert from 'node:assert/strict';
import fc from 'fast-check';
import { phraseSpan } from '../../../../src/core/text/phraseSpan';

function phrase(text: string): string {
  const { start, end } = phraseSpan(text);
  return text.slice(start, end);
}

describe('the phrase of a selection', () => {
  const CASES: readonly (readonly [selected: string, wanted: string])[] = [
    ['AP4 -', 'AP4'],
    ['– AP4 —', 'AP4'],
    ['AP4.', 'AP4'],
    ['AP4...', 'AP4'],
    ['AP4…', 'AP4'],
    ['(AP4)', 'AP4'],
    ['(AP4', 'AP4'],
    ['AP4),', 'AP4'],
    ['[[AP4]]', 'AP4'],
    ['“(AP4)”', 'AP4'],
    ['## Harbour lights', 'Harbour lights'],
    ['> harbour lights |', 'harbour lights'],
    [' **harbour lights**, ', 'harbour lights'],
    ['「北大西洋条約機構」、', '北大西洋条約機構'],
    ['lamp (at night)', 'lamp (at night)'],
    ['(ICI) lamp (at night)', '(ICI) lamp (at night)'],
    ['U.S.', 'U.S.'],
    ['Lamp Co.', 'Lamp Co.'],
    ['AFSS-SG', 'AFSS-SG'],
    ['C++', 'C++'],
    ['5 %', '5 %'],
    ['— –', ''],
    ['', ''],
  ];
  for (const [selected, wanted] of CASES) {
    it(`of “${selected}” is “${wanted}”`, () => {
      assert.equal(phrase(selected), wanted);
    });
  }

  it('loses no letter, and is the phrase of itself', () => {
    const part = fc.constantFrom('a', 'B', '.', '(', ')', '[', ' ', '-', '“', '#', '語');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const letters = (of: string) => of.replace(/[^aB語]/g, '');
        assert.equal(letters(phrase(text)), letters(text));
        assert.equal(phrase(phrase(text)), phrase(text));
      }),
    );
  });
});
