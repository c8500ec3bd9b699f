import assert from 'node:assert/strict';
import { NOTE_LANGUAGES, type NoteLanguageId } from '../../../../../src/core/note/languageIds';
import { noteLanguage } from '../../../../../src/core/note/languages/registry';

/**
 * The parts of a language's record that need not be there, and the languages that lack each: a gap
 * that nobody has meant is seen here.
 */
const GAPS: Readonly<Record<string, readonly NoteLanguageId[]>> = {
  footnotes: ['plaintext'],
  'footnotes.mark': ['plaintext', 'latex', 'tex', 'asciidoc', 'typst'],
  'footnotes.label': ['plaintext', 'latex', 'tex', 'asciidoc', 'org', 'typst'],
  'footnotes.definition': ['plaintext', 'latex', 'tex', 'asciidoc', 'typst'],
  'footnotes.inline': ['plaintext', 'restructuredtext'],
  'citekeys.bare': ['latex', 'tex', 'restructuredtext', 'asciidoc', 'org', 'typst'],
  'citekeys.defined': [
    'markdown',
    'plaintext',
    'restructuredtext',
    'asciidoc',
    'quarto',
    'org',
    'typst',
  ],
  'citekeys.addedPlace': ['restructuredtext', 'asciidoc', 'org'],
  bibliographies: ['markdown', 'plaintext', 'quarto'],
  'quotations.origin': [
    'markdown',
    'plaintext',
    'latex',
    'tex',
    'restructuredtext',
    'quarto',
    'org',
    'typst',
  ],
  writingByHand: [
    'markdown',
    'plaintext',
    'restructuredtext',
    'asciidoc',
    'quarto',
    'org',
    'typst',
  ],
  'citing.styleWithBibliography': [
    'plaintext',
    'latex',
    'tex',
    'restructuredtext',
    'asciidoc',
    'quarto',
    'org',
    'typst',
  ],
};

describe('the record of a language', () => {
  for (const [part, languages] of Object.entries(GAPS)) {
    it(`has ${part}, but for ${languages.join(', ')}`, () => {
      const lacking = NOTE_LANGUAGES.filter((id) => partOf(noteLanguage(id), part) === undefined);
      assert.deepEqual(lacking, languages);
    });
  }

  it('has no other part that may be missing', () => {
    const paths = new Set(NOTE_LANGUAGES.flatMap((id) => pathsIn(noteLanguage(id))));
    const missing = [...paths].filter((path) =>
      NOTE_LANGUAGES.some((id) => partOf(noteLanguage(id), path) === undefined),
    );
    const inner = /^(?:footnotes\.definition|writingByHand)\./;
    assert.deepEqual(missing.filter((path) => !inner.test(path)).sort(), Object.keys(GAPS).sort());
  });

  for (const id of NOTE_LANGUAGES) {
    it(`is that of ${id}`, () => assert.equal(noteLanguage(id).id, id));
  }

  it('is that of plain text for what nobody knows', () => {
    assert.equal(noteLanguage('cobol'), noteLanguage('plaintext'));
    assert.equal(noteLanguage('constructor'), noteLanguage('plaintext'));
  });
});

/** The paths of all parts, two levels deep. */
function pathsIn(record: object): readonly string[] {
  return Object.entries(record).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype
      ? [name, ...Object.keys(part).map((inner) => `${name}.${inner}`)]
      : [name],
  );
}

function partOf(record: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null
          ? Object.entries(part).find(([key]) => key === name)?.[1]
          : undefined,
      record,
    );
}
