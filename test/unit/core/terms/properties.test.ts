import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term, TermId } from '../../../../src/core/model';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import type { Occurrence } from '../../../../src/core/terms/occurrence';
import { term } from '../note/marked';
import { Note } from '../../../../src/core/note/note';
import { plainProse } from '../../../../src/core/note/prose';

const LANGUAGES = [
  'plaintext',
  'markdown',
  'quarto',
  'latex',
  'tex',
  'restructuredtext',
  'asciidoc',
  'org',
  'unknown',
];

// Few words, so that terms and texts meet; all with a plural in s.
const WORDS = ['alpha', 'beta', 'gamma', 'Delta', 'ICI', 'IP4', 'NATO', 'thé', 'défi'];
const SEPARATORS = [
  ' ',
  ' ',
  ' ',
  '-',
  '\u2011',
  '\n',
  '\n  ',
  ', ',
  '. ',
  '\n\n',
  ' - ',
  "'s ",
  's ',
];

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
const terms = fc
  .uniqueArray(
    words.map((list) => list.join(' ')),
    { maxLength: 12 },
  )
  .map((names) => names.map((name) => term(name)));
const prose = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, 'other', 'nato'), fc.constantFrom(...SEPARATORS)), {
    maxLength: 40,
  })
  .map((parts) => parts.flat().join(''));
const paragraph = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, 'other'), fc.constantFrom(' ', '-', '\n', ', ')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.flat().join('').trimEnd());

const MARKUP = [
  ...[
    'NATO',
    ' ',
    '\n',
    '\n\n',
    '\n    ',
    '\t',
    '`',
    '``',
    '```',
    '~~~',
    '*',
    '**',
    '_',
    '[',
    ']',
    '[[',
  ],
  ...[
    ']]',
    '](',
    '(',
    ')',
    '<',
    '>',
    '<!--',
    '-->',
    '<code>',
    '</code>',
    '<a href="',
    '"',
    "'",
    '$',
    '$$',
  ],
  ...[
    '\\',
    '\\begin{verbatim}',
    '\\end{verbatim}',
    '\\emph{',
    '\\cite{',
    '{',
    '}',
    '%',
    '&nbsp;',
    '---\n',
  ],
  ...[
    '|',
    '# ',
    '- ',
    '1. ',
    '> ',
    '.. ',
    '::',
    '.. code::',
    ':a:',
    '----\n',
    '....',
    '//',
    '{{<',
    '>}}',
  ],
  ...[
    '#+begin_src',
    '#+end_src',
    '[fn:',
    '=',
    '~',
    '@',
    'https://',
    'a/b',
    'x.y',
    '=== ===',
    '^',
    '\r\n',
  ],
];
const markup = fc
  .array(fc.constantFrom(...MARKUP), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** Any units at all, lone surrogates among them, ASCII being the most likely. */
const anything = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 60,
  })
  .map((units) => String.fromCharCode(...units));

/** What a reader would take the wording for: small letters without marks, single blanks. */
function normalised(wording: string): string {
  return wording
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s?$/, '')
    .replace(/[\s\u2010-\u2015-]+/g, ' ');
}

/** The forms of a name, spelt out: both numbers, and small letters where case does not count. */
function isFormOf(name: string, wording: string): boolean {
  const letters = name.match(/\p{L}/gu) ?? [];
  const exact = 2 * letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length;
  const form = (text: string) => (exact ? normalised(text) : normalised(text).toLowerCase());
  return form(wording) === form(name) || form(wording) === `${form(name)}s`;
}

/** The same search without any cleverness: every range of words, longest first. */
function searchSlowly(among: readonly Term[], text: string): Occurrence[] {
  const found: Occurrence[] = [];
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    return { start: match.index, end: match.index + match[0].length };
  });
  for (let first = 0; first < tokens.length;) {
    let next = first + 1;
    for (let last = Math.min(first + 3, tokens.length - 1); last >= first; last--) {
      const { start } = tokens[first]!;
      const { end } = tokens[last]!;
      const gaps = tokens
        .slice(first, last)
        .map((token, i) => text.slice(token.end, tokens[first + i + 1]!.start));
      const ids = among
        .filter((each) => isFormOf(each.name, text.slice(start, end)))
        .map((each) => each.id);
      if (ids.length > 0 && gaps.every((gap) => /^(?:[-\u2011]| +|\n *)$/.test(gap))) {
        const possessive = text.startsWith("'s ", end);
        found.push({ start, end: possessive ? end + 2 : end, terms: ids });
        next = last + 1;
        break;
      }
    }
    first = next;
  }
  return found;
}

describe('the automaton', () => {
  it('finds what a search without cleverness finds', () => {
    fc.assert(
      fc.property(terms, prose, (among, text) => {
        const found = new TermAutomaton(among).occurrences(plainProse(text));
        assert.deepEqual(found, searchSlowly(among, text));
      }),
      { numRuns: 200 },
    );
  });

  it('reports ranges that are forms of their terms, in any language', () => {
    fc.assert(
      fc.property(terms, prose, fc.constantFrom(...LANGUAGES), (among, text, language) => {
        for (const { start, end, terms: ids } of new TermAutomaton(among).occurrences(
          new Note(text, language),
        )) {
          for (const id of ids) {
            assert.ok(isFormOf(id, text.slice(start, end)), `${text.slice(start, end)} for ${id}`);
          }
        }
      }),
    );
  });

  it('moves occurrences and changes nothing else when a paragraph is put in', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(...LANGUAGES),
        (among, paragraphs, place, language) => {
          const automaton = new TermAutomaton(among);
          const at = place % (paragraphs.length + 1);
          const before = paragraphs
            .slice(0, at)
            .map((each) => `${each}\n\n`)
            .join('');
          const after = paragraphs.slice(at).join('\n\n');
          const inserted = 'Something 😀 else.\n\n';
          const moved = automaton
            .occurrences(new Note(before + after, language))
            .map((occurrence) => {
              const shift = occurrence.start < before.length ? 0 : inserted.length;
              return {
                ...occurrence,
                start: occurrence.start + shift,
                end: occurrence.end + shift,
              };
            });
          assert.deepEqual(
            automaton.occurrences(new Note(before + inserted + after, language)),
            moved,
          );
        },
      ),
    );
  });

  it('gives the same whatever the order of terms', () => {
    fc.assert(
      fc.property(terms, prose, fc.nat(), (among, text, seed) => {
        const sorted = (list: readonly Occurrence[]) =>
          list.map((occurrence) => ({ ...occurrence, terms: [...occurrence.terms].sort() }));
        const turned = [...among.slice(seed % 5), ...among.slice(0, seed % 5)].reverse();
        assert.deepEqual(
          sorted(new TermAutomaton(turned).occurrences(new Note(text, 'markdown'))),
          sorted(new TermAutomaton(among).occurrences(new Note(text, 'markdown'))),
        );
      }),
    );
  });

  const automaton = new TermAutomaton(
    ['NATO', 'a', 'IP4', 'x y', 'NATO NATO', 'b'].map((name) => term(name)),
  );

  function assertSound(text: string, language: string, place: number): void {
    const found = automaton.occurrences(new Note(text, language));
    let end = 0;
    for (const occurrence of found) {
      assert.ok(occurrence.start >= end && occurrence.end > occurrence.start);
      assert.ok(occurrence.end <= text.length && occurrence.terms.length > 0);
      end = occurrence.end;
    }
    const offset = place % (text.length + 1);
    const expected =
      found.find((each) => each.start <= offset && offset < each.end) ??
      found.find((each) => each.end === offset);
    assert.deepEqual(automaton.occurrenceAt(new Note(text, language), offset), expected);
  }

  for (const language of LANGUAGES) {
    it(`takes any string for ${language}: in order, disjoint, the same at any offset`, () => {
      fc.assert(
        fc.property(anything, fc.nat(), (text, place) => assertSound(text, language, place)),
        { numRuns: 200 },
      );
      fc.assert(
        fc.property(markup, fc.nat(), (text, place) => assertSound(text, language, place)),
        { numRuns: 400 },
      );
    });
  }

  it('takes any strings for terms', () => {
    fc.assert(
      fc.property(fc.array(anything), anything, (names, text) => {
        const among = names.map((name, i) => ({ ...term(name), id: `t${i}` as TermId }));
        new TermAutomaton(among).occurrences(plainProse(names.join(' ') + text));
      }),
    );
  });
});
