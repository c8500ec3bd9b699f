import assert from 'node:assert/strict';
import { typedCitekey, writtenCitekey } from '../../../../../src/core/note/citations/typedCitekey';
import { PANDOC_CITEKEYS } from '../../../../../src/core/note/languages/markdown/pandocCitekeys';
import { Note } from '../../../../../src/core/note/note';

/** The key at the `¦` of a text, with the caret in it; `undefined` when there is none. */
function typedIn(marked: string, language = 'markdown'): string | undefined {
  const caret = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const typed = typedCitekey(new Note(text, language), caret);
  return typed && `${text.slice(typed.start, caret)}¦${text.slice(caret, typed.end)}`;
}

describe('the citekey that is being typed', () => {
  const cases: readonly (readonly [marked: string, typed: string, language?: string])[] = [
    ['See [@¦', '¦'],
    ['See [@¦]', '¦'],
    ['See [@gal¦ic2024, p. 3]', 'gal¦ic2024'],
    ['See [see @a; -@ga¦]', 'ga¦'],
    ['See @¦ on ports', '¦'],
    ['@smith:¦', 'smith:¦'],
    ['As @{gal¦} says', 'gal¦'],
    ['As @{gal¦ says', 'gal¦'],
    ['See @gal¦', 'gal¦', 'plaintext'],
    ['See [@gal¦]', 'gal¦', 'quarto'],
    ['\\cite{¦}', '¦', 'latex'],
    ['\\autocite[see][12]{gal¦ic, doe}', 'gal¦ic', 'latex'],
    ['\\parencite{galic, d¦', 'd¦', 'latex'],
    ['\\parencite{galic,\n  d¦}', 'd¦', 'latex'],
    ['\\autocites[1]{a}[2]{b¦}', 'b¦', 'tex'],
    ['\\nocite{b¦}', 'b¦', 'latex'],
    ['cite:[¦', '¦', 'asciidoc'],
    ['cite:[a(12), b¦]', 'b¦', 'asciidoc'],
    ['See :cite:`¦', '¦', 'restructuredtext'],
    ['See :cite:p:`a,b¦` and `c`_', 'b¦', 'restructuredtext'],
    ['[cite:@¦', '¦', 'org'],
    ['[cite/t:see @a p. 3; @b¦]', 'b¦', 'org'],
  ];
  for (const [marked, typed, language] of cases) {
    it(`is there in ${JSON.stringify(marked)}`, () =>
      assert.equal(typedIn(marked, language), typed));
  }

  const none: readonly (readonly [marked: string, language?: string])[] = [
    ['Write to me@exam¦'],
    ['Write to me@¦'],
    ['`@gal¦`'],
    ['```\n@gal¦\n```\n'],
    ['---\nauthor: "@gal¦"\n---\n'],
    ['<!-- @gal¦ -->'],
    ['See https://example.org/@gal¦'],
    ['See galic¦'],
    ['[@galic, p. ¦]'],
    ['\\@gal¦'],
    ['\\section{gal¦}', 'latex'],
    ['% \\cite{gal¦}', 'latex'],
    ['\\begin{verbatim}\n\\cite{gal¦}\n\\end{verbatim}', 'latex'],
    ['See \\cite{a} and {b¦}', 'latex'],
    ['link:[gal¦]', 'asciidoc'],
    ['See `gal¦`', 'restructuredtext'],
    ['See @gal¦', 'org'],
  ];
  for (const [marked, language] of none) {
    it(`is not there in ${JSON.stringify(marked)}`, () =>
      assert.equal(typedIn(marked, language), undefined));
  }

  it('is written in braces where Pandoc would read only a part of it', () => {
    const bare = { bare: PANDOC_CITEKEYS.bare ?? /^$/ };
    assert.equal(writtenCitekey('galic2024:a-b', bare), 'galic2024:a-b');
    assert.equal(writtenCitekey('a--b', bare), '{a--b}');
    assert.equal(writtenCitekey("o'neill", bare), "{o'neill}");
    assert.equal(writtenCitekey("o'neill", {}), "o'neill");
  });
});
