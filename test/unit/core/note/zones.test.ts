import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NOTE_LANGUAGES } from '../../../../src/core/note/languageIds';
import type { ZoneKind } from '../../../../src/core/note/zones';
import { Note } from '../../../../src/core/note/note';

const KINDS: readonly ZoneKind[] = ['markup', 'heading', 'link', 'quotation', 'reference'];

/** What the zones of a kind hold. */
function zones(text: string, kind: ZoneKind, language = 'markdown'): readonly string[] {
  return new Note(text, language).zones.of(kind).map(({ start, end }) => text.slice(start, end));
}

/** A test each for texts whose zones of a kind stand in `‹…›`; inner ones cannot be told. */
function marks(kind: ZoneKind, language: string, texts: readonly string[]): void {
  for (const marked of texts) {
    it(JSON.stringify(marked).slice(1, -1), () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const expected = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);
      assert.deepEqual(zones(text, kind, language), expected);
    });
  }
}

describe('zones', () => {
  describe('headings', () => {
    marks('heading', 'markdown', [
      '⟦# One⟧\n\ntext\n\n⟦## Two ##⟧\ntext',
      '⟦Title\n===⟧\ntext\n\n⟦Second\n---⟧\n',
      'text #no heading\n\n```\n# code\n```\n',
      '⟦<h2>Title</h2>⟧ text',
    ]);
    marks('heading', 'latex', ['⟦\\section{One \\emph{two}}⟧ text ⟦\\subsection*{Three}⟧']);
    marks('heading', 'restructuredtext', [
      '⟦Title\n=====⟧\n\ntext\n\n⟦Second\n------⟧\ntext',
      '=====\n⟦Title\n=====⟧\n\ntext\n',
    ]);
    marks('heading', 'asciidoc', ['⟦= Title⟧\n\n⟦== Section⟧\n\ntext\n\n⟦.Block title⟧\ntext']);
    marks('heading', 'org', ['⟦* One⟧\ntext\n⟦** Two :tag:⟧\ntext', '⟦#+TITLE: Name⟧\ntext']);
    marks('heading', 'plaintext', [
      '⟦Title⟧\n=====\n\ntext and more',
      '⟦HARBOUR PAPERS⟧\n\ntext\n\n⟦1. Introduction⟧\n\ntext',
      'text and a year 1999\n\nShips came.',
    ]);
  });

  describe('links', () => {
    marks('link', 'markdown', [
      'a ⟦[text](http://a.example/b "t")⟧ b',
      '⟦[text][label]⟧ and [no link] and ⟦[[wiki|label]]⟧',
      'a ⟦<a href="x">text</a>⟧ b',
      'x [not a (link) y',
    ]);
    marks('link', 'latex', ['a ⟦\\href{http://a.example}{text}⟧ b']);
    marks('link', 'restructuredtext', ['a ⟦`text <http://a.example>`⟧_ b']);
    marks('link', 'asciidoc', ['a ⟦https://a.example[text]⟧ b', 'see ⟦<<part,that part>>⟧']);
    marks('link', 'org', ['a ⟦[[http://a.example][text]]⟧ b ⟦[[target]]⟧']);
  });

  describe('quotations', () => {
    marks('quotation', 'markdown', [
      '⟦> one\n> two⟧\n\nthree',
      '> [!NOTE]\n> The author speaks.',
      'He said ⟦“one”⟧ and ⟦"two"⟧ and ⟦‘three’⟧.',
      'Das ist ⟦„ein Wort“⟧, to je ⟦„slovo”⟧, c’est ⟦« un mot »⟧, det er ⟦»et ord«⟧.',
      'det är ⟦”ett ord”⟧ här, ⟦‹mot›⟧',
      'It’s the Allies’ view, the partners’ and one’s own.',
      "It's the Allies' view, the partners' and one's own in the '90s.",
      'A 5" gun and a 6" gun.',
      'An “unpaired mark.\n\nThe next ⟦“paragraph”⟧ is read.',
      'An unpaired" mark and "another one\n\n- an item "too\n- and more"',
      'They call it ⟦‘the partners’ way’⟧.',
      '⟦“He said ‘no’ to it”⟧, they say.',
      '`"code"` and ⟦"text"⟧',
    ]);
    marks('quotation', 'latex', [
      "a ⟦``quoted''⟧ word, ⟦`one'⟧ more, don't",
      'a ⟦\\enquote{quoted}⟧ word',
      '⟦\\begin{quote}one\\end{quote}⟧ two',
    ]);
    marks('quotation', 'restructuredtext', [
      'text\n\n  ⟦quoted\n  lines⟧\n\ntext',
      '- item\n\n  more of it\n\ntext',
      '.. note::\n\n   The author speaks.\n',
    ]);
    marks('quotation', 'asciidoc', [
      '⟦____\nquoted\n____⟧\n\ntext',
      '⟦[quote, Somebody]\nquoted\non⟧\n\ntext',
    ]);
    marks('quotation', 'org', ['⟦#+begin_quote\nquoted\n#+end_quote⟧\ntext']);
    marks('quotation', 'plaintext', ['⟦> quoted⟧\ntext ⟦"more"⟧']);
  });

  describe('references', () => {
    marks('reference', 'markdown', [
      'text⟦[^1]⟧ more\n\n⟦[^1]: A note\n  goes on.⟧\n\ntext',
      'text ⟦[see @key, p. 3; @other]⟧, not [an @ sign]',
      '# A\n\ntext\n\n## References⟦\n\n- Foo\n\n### Primary\n\n- Bar\n\n⟧## Annex\n\ntext',
      'text^⟦[A note.]⟧',
      '⟦[^1]:⟧\n\nNo part of it.',
    ]);
    marks('reference', 'latex', [
      'text ⟦\\cite[p. 3]{key}⟧ and ⟦\\footnote{A note.}⟧',
      '⟦\\begin{thebibliography}{9}\\bibitem{a} Foo\\end{thebibliography}⟧',
    ]);
    marks('reference', 'restructuredtext', ['text ⟦[1]_⟧\n\n⟦.. [1] A note\n   goes on.⟧\n\ntext']);
    marks('reference', 'asciidoc', ['text⟦footnote:[A note.]⟧']);
    marks('reference', 'org', ['text⟦[fn:1]⟧ and ⟦[cite:@key]⟧\n\n⟦[fn:1] A note.⟧']);
    marks('reference', 'plaintext', ['text\n\nReferences⟦\n\nFoo, Bar.⟧']);
  });

  it('counts front matter, code, comments and bare addresses as markup', () => {
    const text = '---\na: b\n---\nx `c` <!-- d --> https://a.example/b. $e$';
    assert.deepEqual(zones(text, 'markup'), [
      '---\na: b\n---\n',
      '`c`',
      '<!-- d -->',
      'https://a.example/b',
      '$e$',
    ]);
  });

  it('takes a caret at the edge of a zone for outside', () => {
    const found = new Note('a `b` c', 'markdown').zones;
    const at = (offset: number) => found.touches({ start: offset, end: offset }, ['markup']);
    assert.deepEqual([2, 3, 4, 5].map(at), [false, true, true, false]);
  });

  const soup = fc
    .array(
      fc.constantFrom(
        ...'" “ ” ‘ ’ \' „ « » ` `` ``` > # * - = [ ] ( ) [^ ]: @a \\ { } $ % .. :: ____ <a> </a> <!-- --> | ~'.split(
          ' ',
        ),
        '\n',
        '\n\n',
        '  ',
        ' ',
        'word',
        '\\begin{quote}',
        '\\section{',
        'References',
        '=====',
        'http://a.example',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  it('has its ranges in order, within the text, none empty, whatever the text', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(...NOTE_LANGUAGES, 'unknown'), (text, language) => {
        const found = new Note(text, language).zones;
        for (const kind of KINDS) {
          let last = -1;
          for (const { start, end } of found.of(kind)) {
            assert.ok(last < start && start < end && end <= text.length);
            last = end;
          }
        }
      }),
    );
  });

  it('never lets a quotation in marks cross a blank line', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const plain = text.replace(/[<>]/g, '');
        for (const quotation of zones(plain, 'quotation')) {
          assert.doesNotMatch(quotation, /\n[ ]*\n/);
        }
      }),
    );
  });
});
