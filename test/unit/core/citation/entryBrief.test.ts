import fc from 'fast-check';
import assert from 'node:assert/strict';
import { authorYear } from '../../../../src/core/citation/authorYear';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import { briefOfFields, withPrintedLetters } from '../../../../src/core/citation/entryBrief';

const brief = (fields: Readonly<Record<string, string>>) => briefOfFields((name) => fields[name]);

describe('the brief of an entry', () => {
  const authors: readonly (readonly [written: string, names: readonly string[]])[] = [
    ['Galic, Mirna', ['Galic']],
    ['Mirna Galic and John Q. Public', ['Galic', 'Public']],
    ['Ludwig van der Berg', ['van der Berg']],
    ['{North Harbour Office} and others', ['North Harbour Office']],
    ['M{\\"u}ller, Karl and Gar{\\c c}on, A. and Ha{\\v{c}}ek, B.', ['Müller', 'Garçon', 'Haček']],
    ['J. {\\O}stergaard and \\L{}ukasz Wa\\l\\k{e}sa', ['Østergaard', 'Wałęsa']],
    ['{\\AA}ngstr{\\"o}m, {\\AA}ke and {\\TH}orsson, J{\\\'o}n', ['Ångström', 'Þorsson']],
    ['山田, 太郎 and 鈴木 花子 and 김 철수 and ジョン スミス', ['山田', '鈴木', '김', 'スミス']],
    ['Mirna {de la Cruz}', ['de la Cruz']],
    ['family=Cruz, given=Ana, prefix=de la', ['Cruz']],
    ['', []],
  ];
  for (const [written, names] of authors) {
    it(`has the family names of ${JSON.stringify(written)}`, () =>
      assert.deepEqual(brief({ author: written }).authors, names));
  }

  it('has the title without LaTeX, and the year', () => {
    assert.deepEqual(
      brief({
        title: "{The \\emph{Caf\\'e} \\& Bar}",
        subtitle: 'A  Story---1990--2000',
        date: '2001-02',
      }),
      { authors: [], year: '2001', title: 'The Café & Bar: A Story—1990–2000' },
    );
  });

  it('has no accents behind line breaks', () => {
    assert.equal(brief({ title: "Lamps\\\\'old' and caf\\'e" }).title, "Lamps 'old' and café");
    const written = "Lamps\\\\'old' \\\\o caf\\'e";
    assert.equal(withPrintedLetters(written), "Lamps\\\\'old' \\\\o café");
  });

  it('takes the editor, or the body, where no author is named', () => {
    assert.deepEqual(brief({ editor: 'Doe, J.' }).authors, ['Doe']);
    assert.deepEqual(brief({ organization: 'The Office' }).authors, ['The Office']);
  });

  const labels: readonly (readonly [author: string, label: string])[] = [
    ['A, X', 'A 2001'],
    ['A, X and B, Y', 'A and B 2001'],
    ['A, X and B, Y and C, Z', 'A et al. 2001'],
    ['', '2001'],
  ];
  for (const [author, label] of labels) {
    it(`is shown as ${label}`, () =>
      assert.equal(authorYear(brief({ author, year: '2001' })), label));
  }

  it('is that of an entry of a file, of either kind, and inherits', () => {
    const { entries } = parseBibliography(
      '@incollection{a, crossref = b, author = {Doe, Jane}, title = {On Piers}}\n@book{b, title = {Ports}, year = 1999}',
      'x.bib',
    );
    assert.deepEqual(entries[0]?.brief, { authors: ['Doe'], year: '1999', title: 'On Piers' });
    const json = JSON.stringify([
      {
        id: 'a',
        type: 'book',
        title: 'On Piers',
        author: [{ family: 'Doe', given: 'J.' }],
        issued: { 'date-parts': [[1999]] },
      },
    ]);
    assert.deepEqual(parseBibliography(json, 'x.json').entries[0]?.brief, entries[0]?.brief);
  });

  it('never fails, and is quick whatever it is made of', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '\\',
      '"',
      ',',
      ' and ',
      'a',
      'Ä',
      '\\v',
      ' ',
      '=',
      'family',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { authors } = brief({ author: parts.join(''), title: parts.join('') });
        assert.ok(authors.every((name) => name !== ''));
      }),
    );
    for (const piece of ['{', 'a ', '\\v{', 'A{b}', '{a} ']) {
      brief({ author: piece.repeat(100_000), title: piece.repeat(100_000) });
    }
  });
});
