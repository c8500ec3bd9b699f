import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Note } from '../../../../src/core/note/note';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { quotationAnnex } from '../../../../src/core/quotes/annex';
import { english } from '../../../support/localizer';
import { markedNote, place } from './markedNote';

function annexOf(marked: string, more: Partial<QuoteCheck>, level?: number): string {
  const { text, check } = markedNote(marked, more);
  const names = {
    titleOf: () => 'Harbour [lights]',
    problemOf: () => undefined,
    wordsAt: ({ start, end }: { start: number; end: number }) => text.slice(start, end),
  };
  return quotationAnnex({ checks: [check], names, checkedOn: '1 May 2001' }, english, level);
}

const SLEEPS = '“the old lamp keeper sleeps there”';
const WORDS = 'the old lamp keeper sleeps there';

describe('the annex of quotations', () => {
  it('has both wordings, the place, the verdict and the day of an altered one', () => {
    assert.equal(
      annexOf('“the {very|quite} *old* lamp keeper”', {
        place: place('p. 14', 'the quite old lamp keeper'),
      }),
      `## Annex: quotations and their sources

Checked on 1 May 2001.

1 of 1 quotation needs attention: 1 altered.

### Quotation 1, p. 14 of Harbour \\[lights\\]: altered

In the note:

> the **very** \\*old\\* lamp keeper

In the source:

> the **quite** old lamp keeper

The source has “quite” where you have “very” (p. 14 of Harbour \\[lights\\]).
`,
    );
  });

  it('has words that are the same once', () => {
    const lines = annexOf(SLEEPS, { place: place('p. 7', WORDS) }).split('\n');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('>')),
      [`> ${WORDS}`],
    );
    assert.ok(lines.includes('In the note and in the source:'));
    assert.ok(lines.includes('### Quotation 1, p. 7 of Harbour \\[lights\\]: verbatim'));
  });

  for (const [more, title, label] of [
    [{ verdict: 'not found', place: place('p. 3') }, 'not found', 'Nearest in the sources:'],
    [
      { verdict: 'cannot check', reason: 'not in library', place: place('p. 3') },
      'source missing',
      'In another source:',
    ],
  ] as const) {
    it(`says of what is near that it is no place of a quotation: ${title}`, () => {
      const lines = annexOf(SLEEPS, more).split('\n');
      assert.ok(lines.includes(`### Quotation 1: ${title}`), lines.join('\n'));
      assert.ok(lines.includes(label));
    });
  }

  it('has the words of the note alone where there is no place', () => {
    const annex = annexOf(SLEEPS, { verdict: 'not found' });
    assert.ok(annex.includes(`In the note:\n\n> ${WORDS}\n\nNot found in any of your sources.`));
    assert.ok(!annex.includes('source:\n'));
  });

  it('goes below a heading of any level, and is empty without quotations', () => {
    assert.match(annexOf(SLEEPS, {}, 4), /^#### .*\n[^]*\n##### Quotation 1/);
    const names = { titleOf: () => '', problemOf: () => undefined, wordsAt: () => '' };
    assert.equal(quotationAnnex({ checks: [], names, checkedOn: 'today' }, english), '');
  });

  it('holds no markup, whatever notes and sources say', () => {
    const sign = fc.constantFrom(...'ab *_`[]()<>#!|~$&-+=\n>1.\\“”@'.split(''));
    const words = fc.string({ unit: sign, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, words, (quoted, source) => {
        const annex = quotationAnnex(
          {
            checks: [
              markedNote('“x”', {
                verdict: 'not found',
                place: place('p. 1', source),
              }).check,
            ],
            names: {
              titleOf: () => source,
              problemOf: () => undefined,
              wordsAt: () => quoted,
            },
            checkedOn: quoted,
          },
          english,
        );
        const kinds = fromMarkdown(annex).children.map(({ type }) => type);
        assert.deepEqual(
          kinds.filter((kind) => !['heading', 'paragraph', 'blockquote'].includes(kind)),
          [],
          annex,
        );
        assert.equal(kinds.filter((kind) => kind === 'heading').length, 2, annex);
        assert.deepEqual(new Note(annex, 'markdown').citekeyUses, [], annex);
      }),
    );
  });
});
