import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TermId } from '../../../../src/core/model';
import { plainProse } from '../../../../src/core/note/prose';
import type { TermForms } from '../../../../src/core/terms/knownTerm';
import { TermMatcher } from '../../../../src/core/terms/termMatcher';

function term(id: string, name: string, more: Partial<TermForms> = {}): TermForms {
  return { id: id as TermId, name, kind: 'concept', ...more };
}

const LAMPS = term('lamps', 'Lamp Service', {
  abbreviation: 'LS',
  near: ['Lamp Service', 'harbour board', 'pilots'],
});
const SPACE = term('space', 'outer space', { not: ['Outer Space Treaty', 'outer space lounge'] });
const BOARD = term('board', 'board', { not: ['board game'] });
const OTHER = term('other', 'Light Scheme', { abbreviation: 'LS' });

/** What is found in a text, as `id:wording`. */
function found(text: string, terms: readonly TermForms[] = [LAMPS, SPACE, BOARD]): string[] {
  return TermMatcher.of(terms)
    .occurrences(plainProse(text))
    .map(({ start, end, terms: ids }) => `${ids.join('+')}:${text.slice(start, end)}`);
}

describe('a term that asks for a context', () => {
  const CASES: readonly (readonly [what: string, text: string, wanted: readonly string[]])[] = [
    ['is not meant alone', 'The LS closed early.', []],
    ['is meant beside what it asks for', 'The LS told the pilots.', ['lamps:LS']],
    [
      'takes any form of that',
      'The pilot’s LS and the Harbour Boards.',
      ['lamps:LS', 'board:Boards'],
    ],
    ['is not meant a paragraph away', 'The pilots left.\n\nThe LS closed.', []],
    ['is meant on the next line', 'The pilots left.\nThe LS closed.', ['lamps:LS']],
    ['sees a blank line with blanks in it', 'The pilots left.\n \t\nThe LS closed.', []],
    ['sees one between CR LF', 'The pilots left.\r\n\r\nThe LS closed.', []],
    [
      'is meant in all of a note that has its name',
      'The LS closed.\n\nThe Lamp Service (LS) is old.',
      ['lamps:LS', 'lamps:Lamp Service', 'lamps:LS'],
    ],
    ['is not meant in what it rules out', 'The Outer Space Treaty of 1967', []],
    ['is meant beside that', 'In outer space the Outer Space Treaty holds.', ['space:outer space']],
    ['is ruled out by any form of that', 'Outer space treaties are few.', []],
    ['is ruled out for itself alone', 'The board played a board game.', ['board:board']],
  ];
  for (const [what, text, wanted] of CASES) {
    it(what, () => assert.deepEqual(found(text), wanted));
  }

  it('sees what it asks for within what others ask for', () => {
    const master = term('master', 'Harbour Board Master', { near: ['Harbour Board Master'] });
    const rule = term('rule', 'Rule 5', { near: ['harbour board'] });
    assert.deepEqual(found('The Harbour Board Master recalled Rule 5.', [master, rule]), [
      'master:Harbour Board Master',
      'rule:Rule 5',
    ]);
  });

  it('sees what it rules out within what others rule out', () => {
    const tower = term('tower', 'tower', { not: ['lamp tower'] });
    const lamp = term('lamp', 'lamp', { not: ['old lamp tower'] });
    assert.deepEqual(found('The old lamp tower stands.', [tower, lamp]), []);
    assert.deepEqual(found('The lamp tower stands.', [tower, lamp]), ['lamp:lamp']);
  });

  it('may ask for its own names and rule out others at once', () => {
    const both = term('both', 'Light Office', {
      abbreviation: 'LO',
      near: ['Light Office'],
      not: ['LO LO ferry'],
    });
    assert.deepEqual(found('The Light Office.\n\nThe LO met on the LO LO ferry.', [both]), [
      'both:Light Office',
      'both:LO',
    ]);
  });

  it('leaves a wording to others that share it', () => {
    assert.deepEqual(found('The LS closed.', [LAMPS, OTHER]), ['other:LS']);
    assert.deepEqual(found('The LS told pilots.', [LAMPS, OTHER]), ['lamps+other:LS']);
  });

  it('is found nowhere else than without one, and all of it where it is not asked', () => {
    const word = fc.constantFrom(
      'LS',
      'pilots',
      'Lamp Service',
      'outer space',
      'Treaty',
      'a',
      '\n\n',
    );
    const bare = [LAMPS, SPACE].map(({ near, not, ...forms }) => {
      assert.ok(near ?? not);
      return forms;
    });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        const all = found(text, bare);
        const meant = found(text, [LAMPS, SPACE]);
        let at = 0;
        for (const one of meant) {
          at = all.indexOf(one, at) + 1;
          assert.ok(at > 0, `${one} in ${text}`);
        }
        if (/Lamp Service/.test(text) && !/Treaty/.test(text)) {
          assert.deepEqual(meant, all);
        }
      }),
    );
  });
});
