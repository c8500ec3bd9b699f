import assert from 'node:assert/strict';
import { namedBibliographies } from '../../../../../src/core/note/citations/namedBibliographies';
import { noteLanguage } from '../../../../../src/core/note/languages/registry';
import { Note } from '../../../../../src/core/note/note';
import type { ZoneKind } from '../../../../../src/core/note/zones';
import { finds } from '../marked';

const TERMS = ['IP4', 'tide table', 'lamp'];

/** A test each for texts whose stretches of one kind stand in `⟦…⟧`. */
function marks(what: (note: Note) => readonly string[], texts: readonly string[]): void {
  for (const marked of texts) {
    it(JSON.stringify(marked).slice(1, -1), () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const expected = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);
      assert.deepEqual(what(new Note(text, 'typst')), expected);
    });
  }
}

const zones =
  (kind: ZoneKind) =>
  ({ text, zones: found }: Note): readonly string[] =>
    found.of(kind).map(({ start, end }) => text.slice(start, end));

const quotations = ({ text, quotations: found }: Note): readonly string[] =>
  found.map(({ start, end }) => text.slice(start, end));

describe('Typst', () => {
  describe('terms', () => {
    finds(TERMS, 'typst', [
      'The ‹IP4› and *‹IP4›* and _‹IP4›_ and #emph[‹IP4›] and #strong[‹IP4]s›.',
      'A #emph[‹tide] table› and a ‹tide~table› and a ‹tide\ntable›, no tide\n\ntable.',
      '= The ‹IP4›\n- ‹IP4›\n+ ‹IP4›\n1. ‹IP4›\n/ ‹IP4›: a ‹lamp›\n',
      '= The tide\ntable\n- a tide\n- table',
      '`IP4` and ```IP4\nIP4``` and ``‹IP4›`` and $IP4 + "IP4"$ and ‹IP4›',
      'a // IP4\n‹lamp› /* IP4 /* IP4 */ IP4 */ ‹lamp› https://a.example//IP4 ‹lamp›',
      '#let lamp = "IP4"\n‹IP4› #lamp ‹lamp›',
      '#set text(font: "IP4")\n#show: IP4.with(\n  title: [A ‹lamp›],\n  IP4,\n)\n‹IP4›',
      '#figure(image("IP4.png"), caption: [A ‹lamp›]) <IP4>\n‹IP4›',
      '#if IP4 { IP4 } else [a ‹lamp›]\n‹IP4›',
      '#{ let IP4 = 1; [‹lamp›] } ‹IP4› #(IP4) ‹IP4› #[‹lamp›] #"IP4" ‹IP4›',
      '@IP4 and @IP4[p. 1] and <IP4> and #cite(<IP4>) and #cite(label("IP4"), form: "prose") ‹IP4›',
      '#link("https://a.example/IP4")[the ‹IP4›] and #raw("IP4") and #lamp.IP4 ‹IP4›',
      'a \\#‹IP4› \\$‹IP4›\\$ \\[‹IP4›\\] \\u{49}P4 \\\n‹IP4›\\ ‹lamp›',
      '#bibliography("IP4.bib")\n‹lamp›',
      '#table(columns: 2, [‹lamp›], [‹IP4›])\n‹lamp›',
      '#f(IP4\n\n= A ‹lamp›\n‹IP4›',
      '#a[‹IP4› #f(IP4] ‹lamp›',
      'a ] and ) and # and ‹lamp›',
    ]);
  });

  describe('headings', () => {
    marks(zones('heading'), ['⟦= One⟧\ntext\n⟦== Two⟧\n=none\n⟦#heading(level: 2)[Three]⟧']);
  });

  describe('links', () => {
    marks(zones('link'), ['a ⟦#link("https://a.example")[text]⟧ b']);
  });

  describe('references', () => {
    marks(zones('reference'), [
      'a ⟦@key⟧ and ⟦@key[p. 12]⟧, ⟦#cite(<key>, supplement: [p. 3])⟧ and ann@home.example',
      'text⟦#footnote[A _note_.]⟧ more',
      'text\n\n= References⟦\n\nFoo, Bar.⟧',
    ]);
  });

  describe('quotations', () => {
    marks(zones('quotation'), [
      'a ⟦#quote[lamp]⟧ and ⟦“lamp”⟧ and ⟦"lamp"⟧ and `"lamp"`',
      '⟦#quote(block: true)[one\n\ntwo]⟧ three',
    ]);
    marks(quotations, [
      'They say #quote[⟦the lamps _burn_ all night long⟧] here.',
      'They say "⟦the lamps burn all night long⟧" @key[p. 3].',
      '#quote(block: true, attribution: [The Harbour Office])[\n  ⟦The lamps burn\n  all night long.⟧\n]\n',
      '#quote(block: true)[⟦The lamps burn all night long.⟧ @key[p. 3]]',
      '#align(center, quote(block: true)[⟦The lamps burn all night long.⟧])',
      'text#footnote[Harbour Office, “The Lamps That Burn All Night,” 2019.]',
      '#quote[a lamp]',
    ]);
  });

  describe('footnotes', () => {
    const words = ({ text, footnotes }: Note): readonly string[] =>
      footnotes.all.map((one) => text.slice(one.words.start, one.words.end));
    marks(words, [
      'a#footnote[⟦A note, @key[p. 3].⟧] b `#footnote[code]` // #footnote[comment]\n#footnote[⟦Two⟧]',
    ]);
  });

  describe('citekeys', () => {
    const keys = ({ citekeyUses }: Note): readonly string[] =>
      citekeyUses.map(({ citekey, locator }) => [citekey, locator].filter(Boolean).join(' '));
    for (const [text, expected] of [
      ['a @key and @key[p. 12] and @a:b.c.', ['key', 'key p. 12', 'a:b.c']],
      ['a #cite(<key>), #cite(<key>, supplement: [p. 3], form: "prose")', ['key', 'key p. 3']],
      ['a #cite(label("o\'neill"), supplement: [p. 3])', ["o'neill p. 3"]],
      ['= One <one>\nsee @one and @fig:a and `@key` and \\@key and a@b // @key', []],
      ['text#footnote[See @key[pp. 3--4].]', ['key pp. 3--4']],
    ] as const) {
      it(JSON.stringify(text), () => assert.deepEqual(keys(new Note(text, 'typst')), expected));
    }
  });

  it('names its bibliographies', () => {
    const names = (text: string) => namedBibliographies(new Note(text, 'typst'));
    assert.deepEqual(names('#bibliography("refs.bib")'), ['refs.bib']);
    assert.deepEqual(names('#bibliography(("a.bib", "b.bib"), style: "apa")'), ['a.bib', 'b.bib']);
    assert.deepEqual(names('#bibliography( ("a.bib", "b.bib"))'), ['a.bib', 'b.bib']);
    assert.deepEqual(names('// #bibliography("refs.bib")\n'), []);
  });

  it('escapes what would be markup, and nothing else', () => {
    const { text } = noteLanguage('typst').writing;
    assert.equal(
      text('5% & $3 #1 <b> @ann [x] ~ `c`'),
      '5% & \\$3 \\#1 \\<b\\> \\@ann \\[x\\] \\~ \\`c\\`',
    );
    assert.equal(text('a_b 2*3 _x_ *y* R&D C++'), 'a_b 2*3 \\_x\\_ \\*y\\* R&D C++');
    assert.equal(text('= A'), '\\= A');
    assert.equal(text('12. May'), '12\\. May');
    assert.equal(text('and // or'), 'and \\// or');
  });
});
