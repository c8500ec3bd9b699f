import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../../src/core/model';
import { withEdits } from '../../../../src/core/checks/fixes';
import { editBetween, moveChecks } from '../../../../src/core/quotes/movedChecks';
import type { QuoteCheck, QuoteRemark } from '../../../../src/core/quotes/quoteCheck';
import { markedNote } from './markedNote';

const { text, check } = markedNote(
  'It says “the {very|quite} old lamp keeper sleeps there” and more, ‹[@a, «p. 12»]›.',
  { remarks: [remarkAt('It says “the very '.length)] },
);

/** That the word "old", which stands there, swallows a negation. */
function remarkAt(start: number): QuoteRemark {
  return { kind: 'negation left out', word: 'not', source: 'not', start, end: start + 3 };
}

function replace(words: string, by: string): TextEdit {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: by };
}

/** What stands where the parts of a check are said to be. */
function parts(note: string, { quotation, citation, ...check }: QuoteCheck): readonly string[] {
  const remarks = check.remarks.filter((remark) => remark.kind === 'negation left out');
  const ofCitation = [citation?.span, citation?.locatorSpan];
  return [quotation, quotation.outer, ...ofCitation, ...check.differences, ...remarks].map(
    (span) => (span ? note.slice(span.start, span.end) : ''),
  );
}

describe('what was found in a note after an edit', () => {
  const moved = (edit: TextEdit) => moveChecks([check], edit);

  it('moves with its words', () => {
    const { length } = text;
    for (const edit of [
      replace('It', 'Some of it'),
      replace('and more, ', ''),
      { start: length, end: length, text: ' More.' },
    ]) {
      const [after] = moved(edit);
      assert.ok(after, JSON.stringify(edit));
      assert.deepEqual(parts(withEdits(text, [edit]), after), parts(text, check));
    }
  });

  it('goes when its words, its marks or its citation are changed', () => {
    for (const words of ['old', '“', '”', 'p. 12', ']']) {
      assert.deepEqual(moved(replace(words, 'x')), [], words);
    }
  });

  it('stays when something is written right beside its marks', () => {
    for (const at of [check.quotation.outer.start, check.quotation.outer.end]) {
      assert.equal(moved({ start: at, end: at, text: 'x' }).length, 1);
    }
  });

  it('goes when something is written on in a block, and stays when a line begins behind it', () => {
    const block = markedNote('Before.\n\n⟦> the old lamp keeper sleeps there⟧').check;
    const { end } = block.quotation;
    assert.deepEqual(moveChecks([block], { start: end, end, text: ' tonight' }), []);
    assert.equal(moveChecks([block], { start: end, end, text: '\n' }).length, 1);
  });

  it('says the same of the same words, whatever is edited', () => {
    const edits = fc
      .tuple(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.string({ unit: fc.constantFrom('a', '\n', '”') }),
      )
      .map(([a, b, by]) => ({ start: Math.min(a, b), end: Math.max(a, b), text: by }));
    fc.assert(
      fc.property(edits, (edit) => {
        for (const after of moveChecks([check], edit)) {
          assert.deepEqual(parts(withEdits(text, [edit]), after), parts(text, check));
        }
      }),
    );
  });
});

describe('the edit between two texts', () => {
  it('makes the one out of the other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        assert.equal(withEdits(before, [editBetween(before, after)]), after);
      }),
    );
  });

  it('touches no more than is needed', () => {
    assert.deepEqual(editBetween('the old lamp', 'the new lamp'), {
      start: 4,
      end: 7,
      text: 'new',
    });
  });
});
