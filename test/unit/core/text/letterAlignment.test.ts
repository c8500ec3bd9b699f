import fc from 'fast-check';
import assert from 'node:assert/strict';
import { alignLetters, lettersIn, mapLetters } from '../../../../src/core/text/letterAlignment';

/** What a text holds of other words, in brackets. */
function marked(text: string, sought: string, near?: number): string {
  const spans = alignLetters(mapLetters(text), mapLetters(sought), near);
  return [...spans]
    .reverse()
    .reduce(
      (shown, { start, end }) =>
        `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
}

describe('words that are set otherwise', () => {
  const cases: readonly (readonly [text: string, sought: string, expected: string])[] = [
    ['The lamps are lit.', 'lamps are', 'The [lamps are] lit.'],
    // Line breaks, hyphens, case, ligatures, accents.
    ['The light-\nhouses are lit.', 'lighthouses are', 'The [light-\nhouses are] lit.'],
    ['The ﬁnal caf\u00e9.', 'final cafe', 'The [ﬁnal caf\u00e9].'],
    ['THE LAMPS', 'the lamps', '[THE LAMPS]'],
    // What stands between the lines of a page, or of the passage.
    [
      'the lamps were extinguished 12 REGISTER in the winter of the storm',
      'lamps were extinguished in the winter',
      'the [lamps were extinguished] 12 REGISTER [in the winter] of the storm',
    ],
    [
      'lamps were extinguished in the winter',
      'lamps were extinguished 12 REGISTER in the winter',
      '[lamps were extinguished] [in the winter]',
    ],
    // What is there only in part, and what is not there at all.
    [
      'and so the lamps were extinguished',
      'the lamps were extinguished in May',
      'and so [the lamps were extinguished]',
    ],
    ['The lamps are lit.', 'the herring was counted', 'The lamps are lit.'],
    ['The lamps are lit.', 'lit lamps', 'The lamps are lit.'],
    ['The lamps are lit.', '…', 'The lamps are lit.'],
    ['', 'lamps', ''],
  ];
  for (const [text, sought, expected] of cases) {
    it(`are found: ${sought} in ${text || 'nothing'}`, () => {
      assert.equal(marked(text, sought), expected);
    });
  }

  it('are found where they are likely to be', () => {
    const text = 'A lamp. A boat. A lamp.';
    assert.equal(marked(text, 'lamp', 0), 'A [lamp]. A boat. A lamp.');
    assert.equal(marked(text, 'lamp', 0.9), 'A lamp. A boat. A [lamp].');
  });

  it('are found in whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }),
        fc.string(),
        (before, words, behind) => {
          const sought = mapLetters(words);
          fc.pre(sought.letters !== '');
          const text = mapLetters(`${before} ${words} ${behind}`);
          const found = alignLetters(text, sought);
          assert.equal(found.length, 1);
          assert.equal(lettersIn(found, text), sought.letters.length);
        },
      ),
    );
  });

  it('are stretches of the text, in order and apart', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '-', 'ﬁ', '\n'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(letters, letters, (text, sought) => {
        let last = 0;
        for (const { start, end } of alignLetters(mapLetters(text), mapLetters(sought))) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      }),
    );
  });
});
