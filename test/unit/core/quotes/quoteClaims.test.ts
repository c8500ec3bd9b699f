import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import type { TextEdit } from '../../../../src/core/model';
import { Note } from '../../../../src/core/note/note';
import { checksAfter, claimsOf } from '../../../../src/core/quotes/quoteClaims';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const LIBRARY = quoteLibrary([
  {
    path: 'lamps.pdf',
    paragraphs: [
      '[p. 1] The lamps of the harbour are lit at dusk by the keeper.',
      '[p. 2] No ship may pass the boom without a pilot on board.',
    ],
    metadata: { title: 'Harbour lamps', author: [{ family: 'Mallow' }], citekey: 'lamps' },
  },
  {
    path: 'tides.pdf',
    paragraphs: ['[p. 1] The tide turns twice a day in every bay of the coast.'],
    metadata: { title: 'On the tides', author: [{ family: 'Reed' }], citekey: 'tides' },
  },
]);

const NOTE = `---
bibliography: refs.bib
---

# Brief

Some say “the lamps of the harbour are lit at dusk” [@lamps, p. 1] and go home.

Then “no ship may pass the boom without a pilot” (ibid., p. 2), they add.

A note has it: “the tide turns twice a day in every bay”.[^1] More is not known.

Nobody cites “the lamps of the harbour are lit at dusk by the keeper” here.

[^1]: Reed, On the tides, p. 1.
[^2]: Mallow, Harbour lamps, p. 2.
`;

function replace(words: string, by: string): TextEdit {
  const start = NOTE.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length, text: by };
}

function after(edit: TextEdit, text = NOTE, language = 'markdown'): readonly QuoteCheck[] {
  const [before, now] = [text, withEdits(text, [edit])].map((one) => new Note(one, language));
  assert.ok(before && now);
  const checks = checksOf(text, LIBRARY, language);
  return checksAfter(checks, [edit], claimsOf(before), claimsOf(now));
}

/** Which of the four quotations are still verbatim, by number. */
function kept(edit: TextEdit): readonly number[] {
  const now = withEdits(NOTE, [edit]);
  const words = ['are lit at dusk”', 'no ship', 'the tide', 'by the keeper”'];
  return after(edit).map(({ verdict, quotation: { start, end } }) => {
    assert.equal(verdict, 'verbatim');
    const said = `${now.slice(start, end)}”`;
    return words.findIndex((one) => said.includes(one)) + 1;
  });
}

describe('what was found verbatim, after an edit', () => {
  it('is so before', () => {
    const verdicts = checksOf(NOTE, LIBRARY).map(({ verdict }) => verdict);
    assert.deepEqual(verdicts, Array(4).fill('verbatim'));
  });

  for (const [what, edit] of [
    ['a heading', replace('# Brief', '# A longer brief')],
    ['the beginning of the sentence', replace('Some say', 'Some people say')],
    ['the end of the sentence', replace(' they add', ' as they add')],
    ['another paragraph', replace('More is not known.', 'More is not known.\n\nOr is it?')],
    ['a footnote of nobody’s', replace('Harbour lamps, p. 2', 'Harbour lamps, p. 1')],
  ] as const) {
    it(`holds when ${what} is edited`, () => {
      assert.deepEqual(kept(edit), [1, 2, 3, 4]);
    });
  }

  for (const [what, edit, expected] of [
    ['a word of it', replace('lit at dusk” [', 'lit at dawn” ['), [2, 3, 4]],
    ['what it cites', replace('@lamps', '@tides'), [3, 4]],
    ['the page', replace('[@lamps, p. 1', '[@lamps, p. 12'), [3, 4]],
    ['the page of one that repeats', replace('p. 2)', 'p. 1)'), [1, 3, 4]],
    ['the mark of its note', replace('[^1] More', '[^2] More'), [1, 2, 4]],
    ['its note, far below', replace('tides, p. 1', 'tides, p. 2'), [1, 2, 4]],
    ['that it has none, by one', replace('keeper” here', 'keeper” (Reed, p. 4) here'), [1, 2, 3]],
    ['its sentence, without one', replace('Nobody', 'Reed'), [1, 2, 3]],
    ['its citation, by one before it', replace('dusk” [', 'dusk” [@tides, p. 1] ['), [3, 4]],
    ['the bibliography', replace('refs.bib', 'others.bib'), []],
    ['all, by a fence above', replace('# Brief', '```'), []],
  ] as const satisfies readonly (readonly [string, TextEdit, readonly number[]])[]) {
    it(`is given up when an edit changes ${what}`, () => {
      assert.deepEqual(kept(edit), expected);
    });
  }

  it('stays of an altered one until its words are touched', () => {
    const text = 'They say “the lamps of the harbour are lit at dawn” [@lamps, p. 1].\n';
    const start = text.indexOf('They');
    const [check] = after({ start, end: start + 4, text: 'Some' }, text);
    assert.equal(check?.verdict, 'altered');
  });

  it('is what a check would find now, whatever is edited', () => {
    const pieces = [
      'a',
      '1',
      ' ',
      '\n',
      '\n\n',
      '”',
      '“',
      '[@tides]',
      '(Reed)',
      '```\n',
      '[^2]',
      '.',
    ];
    const edits = fc.tuple(
      fc.nat(NOTE.length),
      fc.nat(12),
      fc.array(fc.constantFrom(...pieces), { maxLength: 2 }),
    );
    fc.assert(
      fc.property(edits, ([start, length, by]) => {
        const edit = { start, end: Math.min(NOTE.length, start + length), text: by.join('') };
        const fresh = new Map(
          checksOf(withEdits(NOTE, [edit]), LIBRARY).map((check) => [
            check.quotation.outer.start,
            check,
          ]),
        );
        for (const { quotation, verdict, place } of after(edit)) {
          const now = fresh.get(quotation.outer.start);
          assert.equal(now?.verdict, verdict);
          assert.equal(now.place?.locator, place?.locator);
        }
      }),
      { numRuns: 300 },
    );
  });
});
