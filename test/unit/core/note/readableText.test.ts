import assert from 'node:assert/strict';
import { Note } from '../../../../src/core/note/note';

const read = (text: string, language: string) => {
  const readable = new Note(text, language).read({ start: 0, end: text.length });
  return readable.text.replace(/\s+/g, ' ').trim();
};

describe('a stretch of a note as it is read', () => {
  const rows: Readonly<Record<string, readonly (readonly [written: string, read: string])[]>> = {
    latex: [
      ["caf\\'e, caf\\'{e}, caf{\\'e}, CAF\\'E", 'café, café, café, CAFÉ'],
      ['na\\"{\\i}ve, na\\"\\i ve, na\\"ive', 'naïve, naïve, naïve'],
      ['Espa\\~na, gar\\c con, gar\\c{c}on, Ha\\v{c}ek', 'España, garçon, garçon, Haček'],
      ['Stra\\ss e, stra{\\ss}e, \\AA land, {\\O}rsted', 'Straße, straße, Åland, Ørsted'],
      ['\\u{x} stays, \\t{oo} too', 'x̆ stays, oo too'],
      ['“e\u0301” as it is', '“e\u0301” as it is'],
      ['a\\~b\\~{}c', 'ab̃ c'],
      ['one\\\\two\\\\*three', 'one two three'],
      ['one\\\\[2pt]two\\\\*[-.5\\baselineskip]three', 'one two three'],
      ['one\\\\[\\smallskipamount] two', 'one two'],
      ['one\\\\[now] two', 'one [now] two'],
      ['one\\\\\'two\' and\\\\"three"', 'one \'two\' and "three"'],
      ['one\\linebreak[4] two\\newline three', 'one two three'],
    ],
    asciidoc: [
      ['one +\ntwo + three +', 'one two + three'],
      ['`one` +\nC+ +\n+', 'C+ +'],
    ],
    markdown: [['one\\\ntwo  \nthree<br>\nfour', 'one two three four']],
    typst: [['one \\\ntwo #linebreak() three', 'one two three']],
  };
  for (const [language, cases] of Object.entries(rows)) {
    for (const [written, expected] of cases) {
      it(`${language}: ${JSON.stringify(written)}`, () =>
        assert.equal(read(written, language), expected));
    }
  }

  it('has letters with accents where their commands stand', () => {
    const text = "the caf\\'{e}s open";
    const readable = new Note(text, 'latex').read({ start: 0, end: text.length });
    const at = readable.text.indexOf('é');
    const { start, end } = readable.spanOf({ start: at, end: at + 1 });
    assert.equal(text.slice(start, end), "\\'{e");
  });
});
