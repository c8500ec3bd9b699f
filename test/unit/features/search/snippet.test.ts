import fc from 'fast-check';
import assert from 'node:assert/strict';
import { oneLine } from '../../../../src/features/search/lines';
import { snippet } from '../../../../src/features/search/snippet';

/** Reads a text whose first match stands between `[` and `]`. */
function snippetOf(marked: string, width?: number): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return snippet(marked.replace(/[[\]]/g, ''), start === -1 ? [] : [{ start, end }], width);
}

describe('the snippet of a result', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is the whole of a short text', 'Four [partners].', 'Four partners.'],
    ['is one line', ' Four\n\t [partners].\n', 'Four partners.'],
    ['ends at a word', 'one two three four five six seven', 'one two three four five six…'],
    [
      'starts at the beginning while the match is near it',
      'one two [three] four five six seven',
      'one two three four five six…',
    ],
    [
      'starts at a word before a match that is far off',
      'one two three four five six [seven] eight nine ten',
      '…six seven eight nine ten',
    ],
    [
      'moves when the match would be cut',
      'one two three four five [sixandseven] eight',
      '…five sixandseven eight',
    ],
    [
      'shows more of what stands before a match at the end',
      'one two three four five six [seven]',
      '…four five six seven',
    ],
    [
      'shows the beginning of a match that is longer',
      `[${'word '.repeat(20)}]`,
      'word word word word word word…',
    ],
    ['cuts words that have no end', 'x'.repeat(40), `${'x'.repeat(29)}…`],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => assert.equal(snippetOf(text, 30), expected));
  }

  it('never splits a character outside the basic plane', () => {
    assert.doesNotMatch(snippet('😀'.repeat(40), [], 30), /\p{Surrogate}/u);
    assert.doesNotMatch(
      snippet('x' + '😀'.repeat(40), [{ start: 61, end: 63 }], 30),
      /\p{Surrogate}/u,
    );
  });

  it('is a single line within the width with the match where it can be seen, whatever the text', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const text = [...before, 'MATCH', ...after].join(' ');
        const start = text.indexOf('MATCH');
        const shown = snippet(text, [{ start, end: start + 5 }], 60);
        assert.ok(shown.length <= 60);
        const at = shown.indexOf('MATCH');
        assert.ok(at >= 0 && at + 5 <= 41, shown);
        assert.ok(text.includes(shown.replace(/^…|…$/g, '')));
      }),
    );
  });
});

describe('oneLine', () => {
  it('drops control characters and joins blanks', () => {
    assert.equal(oneLine('\u0000a\u0007 \r\n\u00a0b\u001b'), 'a b');
  });
});
