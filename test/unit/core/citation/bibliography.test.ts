import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  entryForFile,
  entryNamingFile,
  parseBibliography,
} from '../../../../src/core/citation/bibliography';
import { pathsOfFileField } from '../../../../src/core/citation/fileField';

const bib = (text: string) => parseBibliography(text, 'references.bib');
const csl = (items: unknown) => parseBibliography(JSON.stringify(items), 'references.json');

/** The metadata of the only entry of a BibTeX file. */
function metadataOf(text: string) {
  const { entries, problems } = bib(text);
  assert.deepEqual(problems, []);
  assert.equal(entries.length, 1);
  return entries[0]!.metadata;
}

describe('the offset of an entry', () => {
  it('is that of its "@" in BibTeX, byte order mark included', () => {
    const text = '\uFEFF% a@b.example\n@string{x = "y"}\n  @book{one, title = {@x}}\n@misc {two}\n';
    const { entries } = bib(text);
    assert.deepEqual(
      entries.map(({ offset }) => text.slice(offset, offset + 6)),
      ['@book{', '@misc '],
    );
  });

  it('is that of its brace in a list of CSL-JSON and in the JSON of Better BibTeX', () => {
    const list = '[3, {"id": "a", "title": "[{\\"\\\\"}, {"x": ["items", {}], "id": "b"} ]';
    const wrapped = `{"config": {"items": [{}]}, "items": ${list}, "more": [{"id": "c"}]}`;
    for (const text of [
      list,
      `\uFEFF${list}`,
      wrapped,
      JSON.stringify(JSON.parse(wrapped), null, 2),
    ]) {
      const { entries } = parseBibliography(text, 'references.json');
      assert.deepEqual(
        entries.map(({ offset }) =>
          text
            .slice(offset, offset + 16)
            .replace(/\s/g, '')
            .slice(0, 4),
        ),
        ['{"id', '{"x"'],
      );
    }
  });
});

describe('a BibTeX bibliography', () => {
  it('says about a document what CSL has fields for', () => {
    const metadata = metadataOf(String.raw`
      Written by hand, ask keeper@example.org. % not an entry
      @report{quay2021,
        title = {The {Harbour} Report: R{\"o}ssler's Caf{\'e} \& Co},
        author = {{Harbour Council of Lesser Quay} and R{\"o}ssler, Anna and van der Berg, Jan},
        date = {2021-03-04/2021-05},
        type = {Working Paper},
        institution = {Lesser Quay Press},
        langid = {british},
        url = {https://example.org/a_b?x=1%20},
        doi = "10.1000/xyz_1",
        abstract = {Unread: {\unknown}},
      }`);
    assert.deepEqual(metadata, {
      citekey: 'quay2021',
      type: 'report',
      title: "The Harbour Report: Rössler's Café & Co",
      author: [
        { literal: 'Harbour Council of Lesser Quay' },
        { family: 'Rössler', given: 'Anna' },
        { family: 'van der Berg', given: 'Jan' },
      ],
      issued: {
        'date-parts': [
          [2021, 3, 4],
          [2021, 5],
        ],
      },
      genre: 'Working Paper',
      publisher: 'Lesser Quay Press',
      language: 'en-GB',
      URL: 'https://example.org/a_b?x=1%20',
      DOI: '10.1000/xyz_1',
    });
  });

  it('joins what "#" joins and puts in what was defined', () => {
    const metadata = metadataOf(
      '@string{quay = "Lesser Quay"}\n@book(b, title = quay # { at } # "Night", year = 1931, month = feb)',
    );
    assert.equal(metadata.title, 'Lesser Quay at Night');
    assert.deepEqual(metadata.issued, { 'date-parts': [[1931, 2]] });
  });

  it('knows definitions and fields by any name that BibTeX allows', () => {
    const metadata = metadataOf(
      '@string{H&R = "Harper"}\n@book{b, größe = 8, x/y = {z}, title = H&R # { Row}}',
    );
    assert.equal(metadata.title, 'Harper Row');
  });

  it('takes the year of a date that is only nearly known', () => {
    assert.deepEqual(metadataOf('@book{b, date = {1931?}}').issued, { 'date-parts': [[1931]] });
    assert.deepEqual(metadataOf('@book{b, date = {1931/..}}').issued, { 'date-parts': [[1931]] });
    assert.equal(metadataOf('@book{b, date = {forthcoming}}').issued, undefined);
  });

  it('inherits from the entry that it refers to, in circles too', () => {
    const { entries } = bib(
      '@book{a, crossref = {b}, title = {One}}\n@book{b, crossref = {a}, publisher = {Quay}}',
    );
    assert.deepEqual(
      entries.map(({ metadata }) => [metadata.title, metadata.publisher]),
      [
        ['One', 'Quay'],
        ['One', 'Quay'],
      ],
    );
  });

  it('with broken entries has a problem for each and the others all the same', () => {
    const { entries, problems } = bib(
      [
        '@book{one, title = {Unclosed {brace,',
        '  year = 2020 }',
        '@book{two, title = {Two}}',
        '@book{, title = {No key}}',
        '@book{three, title {No sign}}',
        '@book{four, title = {Four} year = 2020}',
        '@book{five, title = {Five}',
        '@book{six, title = "Six"}',
        '@comment{ @book{seven, title = {Seven}} }',
        '@book{eight, title = {Eight',
      ].join('\n'),
    );
    assert.deepEqual(
      entries.map(({ metadata }) => metadata.title),
      ['Two', 'Six'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 4, 5, 6, 7, 10],
    );
    assert.match(problems[0]!.message, /"one", field "title", is not closed before the next/);
  });

  it('reads what it can of an entry with a value that is not LaTeX', () => {
    // Without a brace too many or too few, the scanner has nothing against it.
    const metadata = metadataOf('@book{b, title = {One \\{ two}, publisher = {Quay}}');
    assert.equal(metadata.publisher, 'Quay');
  });

  for (const [value, shown] of [
    ['Costs of $5 rise', 'Costs of $5 rise'],
    ['a $ b', 'a $ b'],
    ['\\begin{a}x', 'ax'],
    ["Caf\\'e for $5 {Now}", 'Café for $5 Now'],
    ['$\\alpha$-decay', 'α-decay'],
  ] as const) {
    it(`shows “${value}” as “${shown}”, wherever it stands`, () => {
      const { title, publisher } = metadataOf(
        `@book{k, title = {${value}}, publisher = {${value}}, year = {2020}}`,
      );
      assert.deepEqual([title, publisher], [shown, shown]);
    });
  }

  it('keeps the other fields as they are beside one that is not LaTeX', () => {
    const { title, author, issued } = metadataOf(
      '@book{k, title = {T}, subtitle = {S}, author = {Mallow, Ann and $ B}, year = {2020}}',
    );
    assert.equal(title, 'T: S');
    assert.equal(author?.length, 2);
    assert.deepEqual(issued?.['date-parts'], [[2020]]);
    assert.equal(metadataOf('@book{k, year = {20$20}, title = {T}}').title, 'T');
  });

  it('reads letters that have commands, and names of which the family comes first', () => {
    const text =
      '@book{a, author = {{\\AA}ngstr{\\"o}m, {\\AA}ke and {\\L}ukasz {\\.Z}ak and 鈴木 花子}, title = {{\\AA}land}, url = {https://a.example/\\AA}, year = 2000}';
    const [entry] = parseBibliography(text, 'a.bib').entries;
    assert.deepEqual(entry?.metadata.author, [
      { family: 'Ångström', given: 'Åke' },
      { family: 'Żak', given: 'Łukasz' },
      { family: '鈴木', given: '花子' },
    ]);
    assert.equal(entry?.metadata.title, 'Åland');
  });

  it('takes a line break for no accent, in what is no LaTeX', () => {
    assert.equal(metadataOf('@book{k, title = {Lamp $\\\\^ post}}').title, 'Lamp $ ^ post');
  });

  it('loses no value, whatever LaTeX is in it', () => {
    const pieces = [
      '$',
      '\\',
      '\\begin{a}',
      '\\(',
      '^',
      '_',
      '&',
      '#',
      '%',
      '~',
      'word',
      ' ',
      "\\'e",
    ];
    const value = fc
      .array(fc.constantFrom(...pieces), { maxLength: 8 })
      .map((some) => `lamp ${some.join('')} post`);
    fc.assert(
      fc.property(value, (text) => {
        const { title } = metadataOf(`@book{k, title = {${text}}}`);
        // An accent may have come onto a letter.
        const letters = (title ?? '').normalize('NFD').replace(/\p{M}/gu, '');
        assert.match(letters, /lamp/);
        assert.match(letters, /post/);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps to bounds', () => {
    const endless = bib(`${'@book{,}\n'.repeat(200_000)}@book{a}`);
    assert.equal(endless.entries.length, 0);
    assert.match(endless.problems.at(-1)?.message ?? '', /the rest is not read/);
    const many = bib('@book{,}\n'.repeat(1_000)).problems;
    assert.equal(many.length, 101);
    assert.match(many.at(-1)!.message, /900 more/);
    const doubling = Array.from({ length: 60 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`);
    assert.equal(bib(`@string{s0 = "ha"}\n${doubling.join('\n')}`).entries.length, 0);
    assert.equal(bib(`@book{b, title = ${'{'.repeat(100_000)}`).problems.length, 1);
  });

  it('takes time in proportion to its length, however broken it is', () => {
    for (const piece of [
      '@',
      '@a{',
      '@a{k,t={',
      '@a{k,t="{',
      '@a\n',
      '{',
      '"',
      '\\',
      '@a{k,t=a#',
    ]) {
      const { problems } = bib(piece.repeat(5_000));
      assert.ok(problems.length <= 101, piece);
    }
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '@book',
      '@string',
      '{',
      '}',
      '(',
      '"',
      ',',
      '=',
      '#',
      '\\',
      'a',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const text = parts.join('');
        bib(text);
        const value = text.replace(/[{}\\]/g, '');
        const { entries } = bib(
          `@book{b, title = {${value}}, author = {${value}}, date = {${value}}}`,
        );
        assert.equal(entries[0]?.metadata.citekey, 'b');
      }),
      { numRuns: 25 },
    );
  });
});

describe('a CSL-JSON bibliography', () => {
  it('says about a document what it has the right types for', () => {
    const { entries, problems } = csl([
      {
        id: 'quay2021',
        type: 'report',
        title: 'A <i>bright</i> report',
        author: [{ literal: 'Board of Lights' }, { family: 'Keeper', given: 'Ada' }, 7],
        issued: { 'date-parts': [['2021', 3]] },
        publisher: 12,
        file: 'sources/quay.pdf',
      },
      'no item',
    ]);
    assert.equal(problems.length, 1);
    assert.deepEqual(entries[0], {
      citekey: 'quay2021',
      brief: { authors: ['Board of Lights', 'Keeper'], year: '2021', title: 'A bright report' },
      offset: 1,
      files: ['sources/quay.pdf'],
      metadata: {
        citekey: 'quay2021',
        type: 'report',
        title: 'A bright report',
        author: [{ literal: 'Board of Lights' }, { family: 'Keeper', given: 'Ada' }],
        issued: { 'date-parts': [[2021, 3]] },
      },
    });
  });

  it('may be wrapped, with attachments, as Better BibTeX does', () => {
    const { entries } = csl({
      items: [{ citationKey: 'no', citekey: 'quay', attachments: [{ path: 'files/1/a.pdf' }, {}] }],
    });
    assert.deepEqual(entries[0]?.files, ['files/1/a.pdf']);
  });

  it('that is none is a problem with its line', () => {
    assert.equal(parseBibliography('[\n{"id": }]', 'a.json').problems[0]?.line, 2);
    assert.equal(parseBibliography('7', 'a.json').problems.length, 1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        csl(
          items.map((item) => ({ id: 'a', issued: item, author: item, title: item, file: item })),
        );
        csl(items);
      }),
    );
  });
});

describe('the file field', () => {
  for (const [manager, field, paths] of [
    ['Zotero', 'Full Text:files/12/Report.pdf:application/pdf', ['files/12/Report.pdf']],
    [
      'Zotero on Windows',
      String.raw`Full Text:C\:\\Zotero\\12\\Report.pdf:application/pdf`,
      [String.raw`C:\Zotero\12\Report.pdf`],
    ],
    [
      'Zotero with two files',
      String.raw`A\; b:files/1/a\;b.pdf:application/pdf;Snapshot:files/2/c.html:text/html`,
      ['files/1/a;b.pdf', 'files/2/c.html'],
    ],
    [
      'Better BibTeX without metadata',
      'files/1/a.pdf;files/2/b.html',
      ['files/1/a.pdf', 'files/2/b.html'],
    ],
    ['JabRef', ':sub/path.pdf:PDF', ['sub/path.pdf']],
    ['Mendeley', ':C$\\backslash$:/Users/ada/a\\_b.pdf:pdf', ['C:/Users/ada/a_b.pdf']],
    ['somebody', String.raw`C:\notes\a.pdf`, [String.raw`C:\notes\a.pdf`]],
    ['nobody', '', []],
  ] as const) {
    it(`is read as ${manager} writes it`, () => {
      assert.deepEqual(pathsOfFileField(field), paths);
    });
  }
});

describe('the entry for a file', () => {
  const entries = bib(
    [
      '@misc{a, file = {:files/1/Report.pdf:PDF}}',
      '@misc{b, file = {:files/2/Report.pdf:PDF}}',
      '@misc{c, file = {C:\\zotero\\Caf\u0065\u0301.pdf}}',
      '@misc{d, file = {file:///home/ada/My%20notes.pdf}}',
    ].join('\n'),
  ).entries;

  for (const [path, citekey] of [
    ['sources/files/2/Report.pdf', 'b'],
    ['/elsewhere/1/report.PDF', 'a'],
    ['sources/Report.pdf', undefined],
    ['sources/café.pdf', 'c'],
    ['sources/My notes.pdf', 'd'],
    ['sources/other.pdf', undefined],
    ['', undefined],
  ] as const) {
    it(`at "${path}" is ${citekey ?? 'none'}`, () => {
      assert.equal(entryForFile(entries, path)?.citekey, citekey);
    });
  }
});

describe('the entry of a file elsewhere', () => {
  const { entries } = bib(
    '@book{whole, file = {/home/jo/Zotero/storage/AB12/report.pdf}}\n' +
      '@book{bare, file = {tides.pdf}}\n' +
      '@book{windows, file = {Tides:D\\:\\\\library\\\\boom.pdf:application/pdf}}\n',
  );
  for (const [path, citekey] of [
    ['/home/jo/Zotero/storage/AB12/report.pdf', 'whole'],
    ['/home/jo/Zotero/storage/CD34/report.pdf', undefined],
    ['/srv/report.pdf', undefined],
    // A name alone may be that of many files.
    ['/srv/tides.pdf', undefined],
    ['/d:/library/boom.pdf', 'windows'],
  ] as const) {
    it(`is ${citekey ?? 'none'} for ${path}`, () => {
      assert.equal(entryNamingFile(entries, path)?.citekey, citekey);
    });
  }
});
