import assert from 'node:assert/strict';
import { withEdits } from '../../../../src/core/checks/fixes';
import {
  markEditing,
  restoreNegation,
  useSourceWording,
  useSourceWordingInAll,
} from '../../../../src/core/quotes/fixes';
import { markedNote } from './markedNote';
import { Note } from '../../../../src/core/note/note';

type Row = readonly [marked: string, fixed: string];

/** Declares one test for each text: with the source's words at all differences it is the second one. */
function takesSourceWording(rows: readonly Row[], language = 'markdown'): void {
  for (const [marked, fixed] of rows) {
    it(JSON.stringify(marked).slice(1, -1), () => {
      const { text, check } = markedNote(marked);
      assert.equal(
        withEdits(text, useSourceWording(new Note(text, language), check.differences)),
        fixed,
      );
    });
  }
}

describe('a negation that was left out', () => {
  for (const [quoted, span, word, source, language, fixed] of [
    ['“is … permitted”', '…', 'not', 'not', 'markdown', '“is not permitted”'],
    ['“is [now] permitted”', '[now]', 'not yet', 'not yet', 'markdown', '“is not yet permitted”'],
    ['“is […] lit”', '[…]', 'not', 'R&D_a, not', 'latex', '“is R\\&D\\_a, not lit”'],
    [
      '“is … lit”',
      '…',
      'not',
      'in the view of all of the members not at all',
      'markdown',
      '“is … not … lit”',
    ],
    ['“is … lit”', '…', 'not', 'not at dusk, as it was in the days', 'markdown', '“is not … lit”'],
    ['“they do[es] agree”', 'do[es]', 'don’t', 'don’t', 'markdown', '“they don’t agree”'],
  ] as const) {
    it(`is given back: ${quoted}`, () => {
      const start = quoted.indexOf(span);
      const leftOut = { kind: 'negation left out', word, source } as const;
      const edit = restoreNegation(new Note(quoted, language), {
        ...leftOut,
        start,
        end: start + span.length,
      });
      assert.equal(withEdits(quoted, [edit]), fixed);
    });
  }
});

describe('the source’s wording', () => {
  takesSourceWording([
    ['“the {very|quite} old lamp keeper sleeps”', '“the quite old lamp keeper sleeps”'],
    ['“the {very |}old lamp keeper sleeps”', '“the old lamp keeper sleeps”'],
    ['“the {very|} old lamp keeper sleeps”', '“the old lamp keeper sleeps”'],
    ['“the old lamp keeper {soundly|}.”', '“the old lamp keeper.”'],
    ['“{Very|} old lamp keepers sleep”', '“old lamp keepers sleep”'],
    ['“the {|brass} lamp keeper sleeps”', '“the brass lamp keeper sleeps”'],
    ['“the lamp keeper sleeps{|soundly}.”', '“the lamp keeper sleeps soundly.”'],
    ['“{|Indeed} the lamp keeper sleeps”', '“Indeed the lamp keeper sleeps”'],
    ['“the {old|new} lamp {|keeper} {soundly |}sleeps”', '“the new lamp keeper sleeps”'],
  ]);

  describe('keeps the markup around it', () => {
    takesSourceWording([
      ['“the *{very|quite} old* lamp”', '“the *quite old* lamp”'],
      ['“the *very {old* lamp|new light}”', '“the *very new light*”'],
      ['“the {old **lamp|new light} keeper** sleeps”', '“the **new light keeper** sleeps”'],
      ['“the {**very** old|new} lamp”', '“the new lamp”'],
      ['⟦> the {very|quite} old\n> lamp keeper⟧', '> the quite old\n> lamp keeper'],
      ['⟦> the {very\n> old|quite new} lamp⟧', '> the quite\n> new lamp'],
      ['⟦> the {very\n> old|} lamp⟧', '> the\n> lamp'],
      ['“the {very\n\n“old|quite new} lamp”', '“the quite\n\n“new lamp”'],
      ['⟦> the {very\n>\n> old|quite new} lamp⟧', '> the quite\n>\n> new lamp'],
      ['⟦> the\n> {very|}\n> old lamp⟧', '> the\n> old lamp'],
      ['“the {very|a*b_c} old lamp”', '“the a\\*b_c old lamp”'],
      ['“the snake_{case|skin} lamp”', '“the snake_skin lamp”'],
    ]);
  });

  describe('is escaped as what is cited is', () => {
    takesSourceWording(
      [
        ['“the {very|R&D_a} old lamp”', '“the R\\&D\\_a old lamp”'],
        ['“the {very|~} old lamp”', '“the \\textasciitilde{} old lamp”'],
        ['“the {very|^} old lamp”', '“the \\textasciicircum{} old lamp”'],
        ['“the {very|a\\b} old lamp”', '“the a\\textbackslash{}b old lamp”'],
      ],
      'latex',
    );
    takesSourceWording(
      [['“the {very|@ann <b>} old lamp”', '“the \\@ann \\<b\\> old lamp”']],
      'quarto',
    );
    takesSourceWording(
      [['“the {very|*new* a_b} lamp”', '“the &#42;new&#42; a_b lamp”']],
      'asciidoc',
    );
    takesSourceWording([['“the {very|*new* a_b} lamp”', '“the \u200B*new* a_b lamp”']], 'org');
    takesSourceWording(
      [['“the {very|a_ `b`} lamp”', '“the a\\_ \\`b\\` lamp”']],
      'restructuredtext',
    );
    takesSourceWording([['“the {very|*new*} lamp”', '“the *new* lamp”']], 'plaintext');
  });

  it('leaves LaTeX well-formed', () => {
    const text = '“the \\emph{old lamp} keeper sleeps”';
    const start = text.indexOf('lamp');
    const difference = {
      kind: 'changed',
      quoted: 'lamp keeper',
      source: 'light & 50 % more',
      start,
      end: text.indexOf(' sleeps'),
    } as const;
    assert.equal(
      withEdits(text, useSourceWording(new Note(text, 'latex'), [difference])),
      '“the \\emph{old light \\& 50 \\% more} sleeps”',
    );
  });

  it('is taken by all quotations of a note at once, by each word once', () => {
    const { text, check } = markedNote('“the {very|quite} old {|lamp} keeper sleeps”');
    assert.equal(
      withEdits(text, useSourceWordingInAll(new Note(text, 'markdown'), [check, check])),
      '“the quite old lamp keeper sleeps”',
    );
  });
});

describe('owning up to what was edited', () => {
  for (const [marked, fixed] of [
    ['“the {|brass} lamp keeper sleeps”', '“the … lamp keeper sleeps”'],
    ['“the lamp keeper sleeps{|soundly}.”', '“the lamp keeper sleeps ….”'],
    ['“the {very|} old lamp keeper sleeps”', '“the [very] old lamp keeper sleeps”'],
    ['“the {very|quite} old lamp keeper”', '“the [very] old lamp keeper”'],
  ] as const) {
    it(marked, () => {
      const { text, check } = markedNote(marked);
      assert.equal(withEdits(text, markEditing(text, check.differences)), fixed);
    });
  }
});
