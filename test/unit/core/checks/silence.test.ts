import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import { silenceHere, silenceNote } from '../../../../src/core/checks/silencing';
import { NOTE_LANGUAGES } from '../../../../src/core/note/languageIds';
import { check } from './support';
import { Note } from '../../../../src/core/note/note';

function wordsFound(text: string, language = 'markdown'): readonly string[] {
  return check(text, { rules: ['acronym-unknown'], language }).map(({ args }) => args[0] ?? '');
}

describe('silence', () => {
  const off = '<!-- ip4desk-disable acronym-unknown -->';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['to the end of a note', `The QXZ.\n\n${off}\n\nThe WVU.`, ['QXZ']],
    ['to where it ends', `${off}\n\nThe QXZ.\n\n<!-- ip4desk-enable -->\n\nThe WVU.`, ['WVU']],
    ['of all rules', '<!-- ip4desk-disable -->\n\nThe QXZ.', []],
    [
      'of other rules',
      '<!-- ip4desk-disable mixed-variants, deprecated-term -->\n\nThe QXZ.',
      ['QXZ'],
    ],
    ['with a reason', '<!-- ip4desk-disable -- the acronym-unknown rule errs -->\n\nThe QXZ.', []],
    [
      'of the next line with something on it',
      '<!-- ip4desk-disable-next-line -->\n\nThe QXZ.\nThe WVU.',
      ['WVU'],
    ],
    ['of a note', '---\nip4desk-disable: true\n---\nThe QXZ.', []],
    ['of a note for some rules', '---\nip4desk-disable: [acronym-unknown]\n---\nThe QXZ.', []],
    [
      'of a note for other rules',
      '---\nip4desk-disable:\n  - mixed-variants\n---\nThe QXZ.',
      ['QXZ'],
    ],
    ['that the front matter denies', '---\nip4desk-disable: false\n---\nThe QXZ.', ['QXZ']],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(wordsFound(text), expected));
  }

  const comments: readonly (readonly [string, string])[] = [
    ['latex', '% ip4desk-disable\nThe QXZ.'],
    ['restructuredtext', '.. ip4desk-disable\n\nThe QXZ.'],
    ['asciidoc', '// ip4desk-disable\nThe QXZ.'],
    ['org', '# ip4desk-disable\nThe QXZ.'],
    ['plaintext', '<!-- ip4desk-disable -->\nThe QXZ.'],
  ];
  for (const [language, text] of comments) {
    it(`in the comments of ${language}`, () => assert.deepEqual(wordsFound(text, language), []));
  }
});

describe('comments that silence', () => {
  const here = (text: string, language = 'markdown'): string => {
    const [finding] = check(text, { rules: ['acronym-unknown'], language });
    assert.ok(finding);
    return withEdits(text, silenceHere(new Note(text, language), finding));
  };
  const comment = (what: string) => `<!-- ip4desk-${what} acronym-unknown -->`;

  it('stand above a paragraph', () => {
    assert.equal(here('A.\n\nThe QXZ.'), `A.\n\n${comment('disable-next-line')}\nThe QXZ.`);
  });

  it('stand behind the line before, which leaves the paragraph whole', () => {
    assert.equal(
      here('One line  \nThe QXZ.'),
      `One line ${comment('disable-next-line')}  \nThe QXZ.`,
    );
  });

  it('stand around a table', () => {
    assert.equal(
      here('| A |\n|---|\n| QXZ |\n\nB'),
      `${comment('disable')}\n\n| A |\n|---|\n| QXZ |\n\n${comment('enable')}\n\nB`,
    );
  });

  it('stand within a paragraph of LaTeX, and around one of reStructuredText', () => {
    assert.equal(
      here('One\nQXZ two', 'latex'),
      'One\n% ip4desk-disable-next-line acronym-unknown\nQXZ two',
    );
    assert.equal(
      here('One\nQXZ two', 'restructuredtext'),
      '.. ip4desk-disable acronym-unknown\n\nOne\nQXZ two\n\n.. ip4desk-enable acronym-unknown',
    );
  });

  const line = fc.constantFrom(
    '',
    'The QXZ came.',
    'Plain words',
    '- QXZ item',
    '| QXZ |',
    '  QXZ',
    'WVU',
  );
  const note = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
  const language = fc.constantFrom(...NOTE_LANGUAGES);

  it('silence the finding that they are for, in every language', () => {
    fc.assert(
      fc.property(note, language, (text, id) => {
        const [finding] = check(text, { rules: ['acronym-unknown'], language: id });
        if (finding !== undefined) {
          const after = withEdits(text, silenceHere(new Note(text, id), finding));
          assert.ok(!wordsFound(after, id).includes(finding.args[0] ?? ''), after);
        }
      }),
    );
  });

  it('silence a whole note, in every language', () => {
    fc.assert(
      fc.property(note, language, (text, id) => {
        const after = withEdits(text, [silenceNote(new Note(text, id), 'acronym-unknown')]);
        assert.deepEqual(wordsFound(after, id), []);
      }),
    );
  });
});
