import assert from 'node:assert/strict';
import { withEdits } from '../../../../src/core/checks/fixes';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import { completedEntry, type EntryAnswers } from '../../../../src/core/citation/entryCompletion';
import { incompleteEntries } from '../../../../src/core/citation/entryParts';

/** What the entries of a text lack, by their keys. */
function missing(text: string, path = 'a.bib'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    incompleteEntries(text, path, () => true).map(({ citekey, missing }) => [
      citekey,
      missing.join(' '),
    ]),
  );
}

describe('what an entry lacks', () => {
  const rows: readonly (readonly [entry: string, lacks: string])[] = [
    ['@book{a, author = {Roe}, title = {Oil}, year = 2020}', ''],
    ['@book{a, editor = {Roe}, title = {Oil}, date = {2020-07}}', ''],
    ['@report{a, institution = {Harbour Board}, title = {Oil}, year = {n.d.}}', ''],
    ['@misc{a, title = {Oil}}', 'author date'],
    ['@misc{a, title = {oil report.pdf}, ip4desk = {no author}}', 'title date'],
    ['@misc{a, author = { }, title = {{}}, year = {}}', 'author title date'],
    ['@legislation{a, title = {Oil Act}, year = 1999}', ''],
    [
      '@inbook{a, title = {Oil}, crossref = {b}} @book{b, author = {Roe}, title = {B}, year = 1}',
      '',
    ],
    ['@misc{a}', 'author title date'],
    ['@set{a, entryset = {b, c}}', ''],
    ['@article{a, author = {Roe}, title = {Oil}, pubstate = {forthcoming}}', ''],
    ['@movie{a, director = {Roe}, title = {Oil}, year = 2011}', ''],
  ];
  for (const [entry, lacks] of rows) {
    it(entry, () => {
      assert.deepEqual(missing(entry), lacks === '' ? {} : { a: lacks });
    });
  }

  const items: readonly (readonly [item: object, lacks: string])[] = [
    [{ author: [{ family: 'Roe' }], title: 'Oil', issued: { 'date-parts': [[2020]] } }, ''],
    [{ editor: [{ family: 'Roe' }], title: 'Oil', issued: { literal: 'n.d.' } }, ''],
    [{ title: 'Oil', custom: { ip4desk: 'no author' }, issued: { raw: '2020' } }, ''],
    [{ title: 'Oil', type: 'report', publisher: 'Board', issued: { 'date-parts': [[]] } }, 'date'],
    [{ title: 'Oil', type: 'book', publisher: 'Board', author: [] }, 'author date'],
    [{ title: 'oil.docx' }, 'author title date'],
  ];
  for (const [item, lacks] of items) {
    it(JSON.stringify(item), () => {
      const text = JSON.stringify([{ id: 'a', ...item }, 4, {}]);
      assert.deepEqual(missing(text, 'a.json'), lacks === '' ? {} : { a: lacks });
    });
  }

  it('is not asked of what is no bibliography', () => {
    assert.deepEqual(missing('{', 'a.json'), {});
    assert.deepEqual(missing('@book{a, title = {b'), {});
  });
});

describe('an entry that is completed', () => {
  const answers: EntryAnswers = {
    author: [{ family: 'Roe', given: 'Åsa' }, { literal: 'Board & Co' }],
    title: 'Oil for the NATO lamp',
    date: { 'date-parts': [[2024, 7]] },
  };
  const complete = (text: string, path: string, said: EntryAnswers = answers): string =>
    withEdits(text, completedEntry(text, path, 'a', said));

  it('has what was said, and the rest as it was', () => {
    assert.equal(
      complete(
        '% mine\n@misc{a,\n    title = {oil.pdf}, % keep\n    file = {oil.pdf}\n}\n',
        'a.bib',
      ),
      '% mine\n@misc{a,\n    author = {Roe, Åsa and {Board \\& Co}},\n    year = {2024},\n    month = jul,\n    title = {Oil for the {NATO} lamp}, % keep\n    file = {oil.pdf}\n}\n',
    );
    assert.equal(
      complete('@online{a}\r\n', 'a.bib', { date: { 'date-parts': [[2024, 7]] } }),
      '@online{a,\r\n  date = {2024-07},\r\n}\r\n',
    );
    assert.equal(
      complete('@misc{a, author = {}, year = {},}', 'a.bib', { author: 'none', date: 'none' }),
      '@misc{a,\n  ip4desk = {no author}, author = {}, year = {n.d.},}',
    );
    assert.equal(
      complete('[\n  {\n    "id": "a",\n    "x": 1\n  }\n]\n', 'a.json', { date: 'none' }),
      '[\n  {\n    "id": "a",\n    "x": 1,\n    "issued": {\n      "literal": "n.d."\n    }\n  }\n]\n',
    );
  });

  for (const [path, text] of [
    ['a.bib', '@misc{b, title = {B}}\n@misc{a, title = {x.pdf}, note = "so" # { on}}\n'],
    ['a.bib', '@misc(a)\n'],
    ['a.bib', '@online{a,title={},date={},author={}}'],
    ['a.json', '[{"id": "b"}, {"id": "a", "title": "x.pdf"}]'],
    ['a.json', '\uFEFF{"items": [\n\t{"citation-key": "a"}\n]}'],
  ] as const) {
    it(`lacks nothing any more: ${text}`, () => {
      for (const said of [answers, { author: 'none', title: 'Oil', date: 'none' }] as const) {
        const written = complete(text, path, said);
        assert.equal(missing(written, path).a, undefined, written);
        assert.deepEqual(parseBibliography(written, path).problems, []);
      }
      const { entries } = parseBibliography(complete(text, path), path);
      const read = entries.find(({ citekey }) => citekey === 'a')?.metadata;
      assert.deepEqual(read?.author, answers.author);
      assert.deepEqual(read?.issued, answers.date);
    });
  }

  it('is left alone where there is none, or nothing is said', () => {
    assert.deepEqual(completedEntry('@misc{b}', 'a.bib', 'a', answers), []);
    assert.deepEqual(completedEntry('@misc{a}', 'a.bib', 'a', {}), []);
    assert.deepEqual(completedEntry('[]', 'a.json', 'a', answers), []);
  });
});
