import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import { parseBibliography } from '../../../../src/core/citation/bibliography';
import { addToBibliography } from '../../../../src/core/citation/bibliographyEdit';
import type { CitableSource } from '../../../../src/core/citation/citable';
import type { SourceId } from '../../../../src/core/model';
import { citableWith, type CitableFields } from '../../../support/citable';

const report: CitableSource = {
  id: 'harbour' as SourceId,
  type: 'report',
  label: 'harbour.pdf',
  title: 'The NATO Harbour: Lamps & Oil of the U.S. in 100% Indo-Pacific {IP4}',
  author: [{ given: 'Ann', family: 'Mallow' }, { literal: 'Board of Lights and Oil' }],
  publisher: 'Quay_Press',
  genre: 'working paper',
  issued: { 'date-parts': [[2021, 3, 4]] },
  language: 'en-GB',
  DOI: '10.1000/x_y',
  URL: 'https://example.org/a_b?x=1%20{c}',
};
const plain: CitableSource = {
  id: 'plain' as SourceId,
  type: 'book',
  label: 'plain.txt',
  title: 'Oil',
  author: [{ given: 'Bob', family: 'Teal' }],
  issued: { 'date-parts': [[1999]] },
};

function added(text: string, path: string, source: CitableSource, file?: string): string {
  const { edit, problem } = addToBibliography(text, path, source, file);
  assert.equal(problem, undefined);
  assert.ok(edit);
  return withEdits(text, [edit]);
}

describe('an entry that is added', () => {
  it('is BibTeX in a new file', () => {
    assert.equal(
      added('', 'references.bib', report, 'sources/C:/a;b.pdf'),
      String.raw`@techreport{mallow2021nato,
  author = {Mallow, Ann and {Board of Lights and Oil}},
  title = {The {NATO} Harbour: Lamps \& Oil of the {U.S.} in 100\% Indo-Pacific \textbraceleft{}{IP4}\textbraceright{}},
  year = {2021},
  month = mar,
  institution = {Quay\_Press},
  type = {working paper},
  doi = {10.1000/x_y},
  url = {https://example.org/a_b?x=1%20%7Bc%7D},
  file = {sources/C\:/a\;b.pdf},
}
`,
    );
  });

  it('is BibLaTeX where the file is, laid out and broken into lines as the file is', () => {
    const text =
      '\uFEFF% Ours.\r\n@Report{old,\r\n\tdate = {2020},\r\n}\r\n\r\n@comment{kept: @x{}}\r\n';
    assert.equal(
      added(text, 'references.BIB', report),
      `${text}\r\n${String.raw`@report{mallow2021nato,
	author = {Mallow, Ann and {Board of Lights and Oil}},
	title = {The {NATO} Harbour: Lamps \& Oil of the {U.S.} in 100\% Indo-Pacific \textbraceleft{}{IP4}\textbraceright{}},
	date = {2021-03-04},
	institution = {Quay\_Press},
	type = {working paper},
	langid = {british},
	doi = {10.1000/x_y},
	url = {https://example.org/a_b?x=1%20%7Bc%7D},
}
`.replaceAll('\n', '\r\n')}`,
    );
  });

  it('has an empty line before it', () => {
    for (const before of ['@misc{a}', '@misc{a}\n', '@misc{a}\n\n']) {
      const after = added(before, 'a.bib', plain);
      assert.ok(after.startsWith('@misc{a}\n\n@book{teal1999,\n'), after);
      assert.ok(after.endsWith('}\n'));
    }
  });

  it('is an item of CSL-JSON, laid out as the file is', () => {
    const item = (space?: string): string =>
      JSON.stringify(
        {
          id: 'teal1999',
          type: 'book',
          title: 'Oil',
          author: plain.author,
          issued: plain.issued,
        },
        undefined,
        space,
      );
    const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
    const rows: readonly (readonly [before: string, after: string])[] = [
      ['', `[\n  ${indented(item('  '), '  ')}\n]\n`],
      ['[]\n', `[\n  ${indented(item('  '), '  ')}\n]\n`],
      ['[\n]\n', `[\n  ${indented(item('  '), '  ')}\n]\n`],
      ['[{"id":"a"}]', `[{"id":"a"},${item()}]`],
      ['[{"id":"a"}, {"id":"b"} ]', `[{"id":"a"}, {"id":"b"}, ${item()} ]`],
      [
        '[\n\t{\n\t\t"id": "a"\n\t}\n]\n',
        `[\n\t{\n\t\t"id": "a"\n\t},\n\t${indented(item('\t'), '\t')}\n]\n`,
      ],
      [
        '{\n  "items": [\n    {\n      "id": "a"\n    }\n  ],\n  "x": []\n}\n',
        `{\n  "items": [\n    {\n      "id": "a"\n    },\n    ${indented(item('  '), '    ')}\n  ],\n  "x": []\n}\n`,
      ],
    ];
    for (const [before, after] of rows) {
      assert.equal(added(before, 'references.json', plain), after);
    }
    assert.ok(
      added('[\r\n]\r\n', 'a.json', plain)
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    );
  });

  it('has its label where it has no title', () => {
    assert.match(
      added('', 'a.bib', citableWith(plain, { title: undefined })),
      /title = \{plain\.txt\}/,
    );
  });

  it('is none where the file is no list of items, or of another kind', () => {
    for (const text of ['{"a": 1}', '7', '[\n{"id": }]']) {
      const { edit, problem } = addToBibliography(text, 'a.json', plain);
      assert.equal(edit, undefined);
      assert.match(problem ?? '', /^Line \d: \w/);
    }
    assert.match(addToBibliography('', 'a.yaml', plain).problem ?? '', /\.bib/);
  });
});

describe('a source that is there already', () => {
  const bib = String.raw`
    @book{byTitle, title = {Lamps {\&} O{\"\i}l: {NATO}'s caf{\'e}}, year = 1999}
    @book{byDoi, doi = {https://doi.org/10.1000/ABC\_d}}
    @book{byFile, file = {Full text:files/12/Oil Lamps.pdf:application/pdf}}
    @online{bySubtitle, title = {Night}, subtitle = {A Day}, date = {2001-02}}
    @book{undated, title = {Without}}
  `;
  const rows: readonly (readonly [CitableFields, string | undefined, file?: string])[] = [
    [{ citekey: 'undated' }, 'undated'],
    [{ title: 'Lamps & Oïl – NATO’s Café' }, 'byTitle'],
    [{ title: 'Lamps & Oïl – NATO’s Café', issued: undefined }, 'byTitle'],
    [{ title: 'Lamps & Oïl – NATO’s Café', issued: { 'date-parts': [[2000]] } }, undefined],
    [{ DOI: '10.1000/abc_D' }, 'byDoi'],
    [{}, 'byFile', '/home/me/files/12/oil lamps.PDF'],
    [{ title: 'Night: A day', issued: { 'date-parts': [[2001]] } }, 'bySubtitle'],
    [{ title: 'without' }, 'undated'],
    [{ title: 'Other' }, undefined],
  ];
  for (const [fields, citekey, file] of rows) {
    it(`${JSON.stringify(fields)} ${file ?? ''}`, () => {
      const addition = addToBibliography(bib, 'a.bib', citableWith(plain, fields), file);
      assert.equal(addition.edit === undefined, citekey !== undefined);
      assert.equal(addition.citekey === citekey, citekey !== undefined);
    });
  }

  it('is found in CSL-JSON too', () => {
    const items = [{ id: 'a', title: '<i>OIL</i>', issued: { 'date-parts': [['1999']] } }];
    const text = JSON.stringify(items);
    assert.deepEqual(addToBibliography(text, 'a.json', plain), { citekey: 'a' });
  });
});

describe('a new citekey', () => {
  const rows: readonly (readonly [CitableFields, string])[] = [
    [{}, 'teal1999'],
    [{ title: 'With the Lamp' }, 'teal1999lamp'],
    [{ author: [{ family: 'van der Strauß-Øl' }], title: 'Über Öle' }, 'vanderstraussol1999uber'],
    [{ author: [{ literal: 'The Board of Lights' }] }, 'board1999'],
    [{ author: [] }, 'oil1999'],
    [{ author: [], issued: undefined, title: 'The Long Night' }, 'longnight'],
    [{ author: [{ family: 'Иванов' }], title: 'Лампы' }, 'source1999'],
    [{ author: [], title: undefined }, 'plain1999'],
    [{ citekey: 'Own_key' }, 'Own_key'],
    [{ citekey: 'no key' }, 'teal1999'],
  ];
  for (const [fields, citekey] of rows) {
    it(citekey, () => {
      assert.equal(addToBibliography('', 'a.bib', citableWith(plain, fields)).citekey, citekey);
    });
  }

  it('is none that is taken, in whatever letters and however broken its entry', () => {
    const text = '@book{TEAL1999}\n@misc (teal1999a , title = {\n\n@book{teal1999B title}\n';
    assert.equal(addToBibliography(text, 'a.bib', plain).citekey, 'teal1999c');
    const many = Array.from({ length: 27 }, (_, index) => {
      const { citekey } = addToBibliography(bibOf(index), 'a.bib', plain);
      return citekey;
    });
    assert.equal(new Set(many).size, 27);
    assert.equal(many.at(-1), 'teal1999z');
    assert.equal(addToBibliography(bibOf(27), 'a.bib', plain).citekey, 'teal1999aa');
  });

  function bibOf(count: number): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    return Array.from(
      { length: count },
      (_, index) => `@misc{teal1999${letters.charAt(index - 1)}}\n`,
    ).join('');
  }
});

describe('every source', () => {
  const alphabet = fc.constantFrom(
    ...Array.from('abcXYZ é’“”ß.:;&%$#_{}\\~^-\'`"@(),=+/?!1'),
    'NATO ',
    ' and ',
    'мир',
    '--',
  );
  const texts = fc
    .array(alphabet, { minLength: 1, maxLength: 20 })
    .map((parts) => `A${parts.join('')}`.replace(/\s+/g, ' ').trim());
  const names = fc.oneof(
    fc.record({ family: texts, given: texts }, { noNullPrototype: true }),
    fc.record({ literal: texts }, { noNullPrototype: true }),
  );
  const sources: fc.Arbitrary<CitableSource> = fc.record(
    {
      id: fc.constant('any' as SourceId),
      label: fc.constant('any.pdf'),
      type: fc.constantFrom('report', 'book', 'chapter', 'thesis', 'article-journal', 'manuscript'),
      title: texts,
      author: fc.array(names, { maxLength: 3 }),
      editor: fc.array(names, { maxLength: 2 }),
      translator: fc.array(names, { maxLength: 2 }),
      edition: texts,
      container: fc.record(
        {
          title: texts,
          volume: fc.constantFrom('12', 'IV'),
          issue: fc.constantFrom('3', '3–4'),
          page: fc.constantFrom('7', '45–67'),
        },
        { requiredKeys: ['title'], noNullPrototype: true },
      ),
      publisher: texts,
      issued: fc.record(
        { 'date-parts': fc.constantFrom([[2024]], [[1999, 12]], [[2020, 1]]) },
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: ['id', 'label', 'type'], noNullPrototype: true },
  );
  const before =
    '% Ours.\n@string{x = {y}}\n@book{a, title = {Z}}\n\n@misc{broken, title = {open\n';

  for (const [name, file, text] of [
    ['BibTeX', 'a.bib', before],
    ['BibLaTeX', 'a.bib', `${before}\n@online{b, date = {1900}}\n`],
    ['CSL-JSON', 'a.json', '[{"id": "a"}]'],
  ] as const) {
    it(`is read back from ${name} as it is, and the rest as it was`, () => {
      fc.assert(
        fc.property(sources, (source) => {
          const { citekey, edit } = addToBibliography(text, file, source);
          assert.ok(edit);
          const after = withEdits(text, [edit]);
          assert.equal(
            after.replace(edit.text, () => ''),
            text,
          );
          const { entries, problems } = parseBibliography(after, file);
          assert.equal(problems.length, parseBibliography(text, file).problems.length);
          const metadata = entries.find((entry) => entry.citekey === citekey)?.metadata;
          assert.equal(metadata?.title, source.title ?? source.label);
          assert.equal(metadata.type, source.type);
          assert.equal(metadata.publisher, source.publisher);
          assert.deepEqual(metadata.issued, source.issued);
          assert.deepEqual(metadata.author ?? [], source.author ?? []);
          assert.deepEqual(metadata.editor ?? [], source.editor ?? []);
          assert.deepEqual(metadata.translator ?? [], source.translator ?? []);
          assert.equal(metadata.edition, source.edition);
          if (source.type === 'article-journal') {
            assert.deepEqual(metadata.container, source.container);
          }
          if (source.type === 'chapter') {
            assert.equal(metadata.container?.title, source.container?.title);
            assert.equal(metadata.container?.page, source.container?.page);
          }
          assert.deepEqual(addToBibliography(after, file, source), { citekey });
        }),
      );
    });
  }
});
