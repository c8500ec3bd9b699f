import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/checks/fixes';
import type { CitableSource, CitedText, CitingForm } from '../../../../src/core/citation/citable';
import { citeInNote, styleFor, type CitingOptions } from '../../../../src/core/citation/citeInNote';
import { CITATION_STYLES, type CitationStyle } from '../../../../src/core/note/citationStyles';
import type { SourceId } from '../../../../src/core/model';
import { citableWith, type CitableFields } from '../../../support/citable';
import { Note } from '../../../../src/core/note/note';

const report: CitableSource = {
  id: 'harbour' as SourceId,
  type: 'report',
  label: 'harbour.pdf',
  title: 'The Harbour Report: Lamps & Oil',
  author: [{ given: 'Ann', family: 'Mallow' }],
  publisher: 'Quay Press',
  issued: { 'date-parts': [[2021]] },
};

const LANGUAGES: Readonly<Record<CitationStyle, string>> = {
  footnote: 'markdown',
  pandoc: 'markdown',
  latex: 'latex',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  typst: 'typst',
  plain: 'plaintext',
};

const optionsOf = (style: CitationStyle, more: Partial<CitingOptions> = {}): CitingOptions => ({
  style,
  latexQuotes: 'csquotes',
  blockQuotationWords: 40,
  citekey: 'mallow2021harbour',
  ...more,
});

interface Asked {
  readonly style: CitationStyle;
  readonly form?: CitingForm;
  readonly language?: string;
  readonly options?: Partial<CitingOptions>;
  readonly cited?: Partial<CitedText>;
  readonly source?: CitableFields;
}

/** The note, in which "|" is the place, with the citation. */
function cite(note: string, asked: Asked): string {
  const { style, form = 'quotation', language = LANGUAGES[style] } = asked;
  const at = note.indexOf('|');
  const text = note.slice(0, at) + note.slice(at + 1);
  const source = citableWith(report, asked.source ?? {});
  const cited = { text: 'The lamp is lit.', locators: ['p. 12'], ...asked.cited, source };
  const options = optionsOf(style, asked.options);
  const { insertion, edits } = citeInNote(new Note(text, language), at, cited, form, options);
  return withEdits(text, [{ start: at, end: at, text: insertion }, ...edits]);
}

const FULL = 'Ann Mallow, *The Harbour Report: Lamps & Oil*, Quay Press, 2021, p. 12.';

describe('a citation in each style and form', () => {
  const rows: readonly (readonly [style: CitationStyle, form: CitingForm, expected: string])[] = [
    ['footnote', 'quotation', `So: “The lamp is lit.”[^1]\n\n[^1]: ${FULL}`],
    ['footnote', 'citation', `So:[^1]\n\n[^1]: ${FULL}`],
    ['footnote', 'block', `So:\n\n> The lamp is lit.[^1]\n\n[^1]: ${FULL}`],
    ['pandoc', 'quotation', 'So: “The lamp is lit.” [@mallow2021harbour, p. 12]'],
    ['pandoc', 'citation', 'So: [@mallow2021harbour, p. 12]'],
    ['pandoc', 'block', 'So:\n\n> The lamp is lit. [@mallow2021harbour, p. 12]'],
    ['latex', 'quotation', 'So: \\enquote{The lamp is lit.} \\autocite[12]{mallow2021harbour}'],
    ['latex', 'citation', 'So: \\autocite[12]{mallow2021harbour}'],
    [
      'latex',
      'block',
      'So:\n\n\\begin{displayquote}\nThe lamp is lit. \\autocite[12]{mallow2021harbour}\n\\end{displayquote}',
    ],
    [
      'asciidoc',
      'quotation',
      'So: “The lamp is lit.”footnote:[Ann Mallow, _The Harbour Report: Lamps & Oil_, Quay Press, 2021, p. 12.]',
    ],
    [
      'asciidoc',
      'block',
      'So:\n\n[quote]\n____\nThe lamp is lit.footnote:[Ann Mallow, _The Harbour Report: Lamps & Oil_, Quay Press, 2021, p. 12.]\n____',
    ],
    [
      'restructuredtext',
      'quotation',
      `So: “The lamp is lit.” [#mallow2021harbour]_\n\n.. [#mallow2021harbour] ${FULL}`,
    ],
    [
      'restructuredtext',
      'citation',
      `So: [#mallow2021harbour]_\n\n.. [#mallow2021harbour] ${FULL}`,
    ],
    [
      'restructuredtext',
      'block',
      `So:\n\n   The lamp is lit. [#mallow2021harbour]_\n\n.. [#mallow2021harbour] ${FULL}`,
    ],
    ['plain', 'quotation', 'So: “The lamp is lit.” (Mallow 2021, p. 12)'],
    ['plain', 'citation', 'So: (Mallow 2021, p. 12)'],
    ['plain', 'block', 'So:\n\n    The lamp is lit. (Mallow 2021, p. 12)'],
  ];
  for (const [style, form, expected] of rows) {
    it(`${style}, ${form}`, () => {
      assert.equal(cite('So:|', { style, form }), expected);
    });
  }

  it('goes by the language where the style is plain', () => {
    const block = (language: string): string =>
      cite('|', { style: 'plain', form: 'block', language });
    assert.equal(block('markdown'), '> The lamp is lit. (Mallow 2021, p. 12)');
    assert.equal(block('org'), '#+begin_quote\nThe lamp is lit. (Mallow 2021, p. 12)\n#+end_quote');
  });

  it('has quotation marks by hand where LaTeX has no csquotes', () => {
    const options = { latexQuotes: 'plain' } as const;
    assert.equal(
      cite('|', { style: 'latex', options }),
      "``The lamp is lit.'' \\autocite[12]{mallow2021harbour}",
    );
    assert.match(cite('|', { style: 'latex', options, form: 'block' }), /^\\begin\{quote\}\n/);
  });

  it('has no quotation marks around a digest, which is never a block', () => {
    const cited = { text: 'Lamps were\nlit *often*.', isDigest: true };
    const options = { blockQuotationWords: 1 };
    assert.equal(
      cite('So:|', { style: 'pandoc', cited, options }),
      'So: Lamps were lit \\*often\\*. [@mallow2021harbour, p. 12]',
    );
  });
});

describe('the place in a citation', () => {
  const rows: readonly (readonly [string[], plain: string, latex: string])[] = [
    [['p. 12'], ', p. 12', '[12]'],
    [['p. xii'], ', p. xii', '[xii]'],
    [['pp. 12–13'], ', pp. 12–13', '[12--13]'],
    [['p. 12', 'pp. 12–14'], ', pp. 12–14', '[12--14]'],
    [['p. A-3', 'p. A-3'], ', p. A-3', '[A-3]'],
    // What counts only here is printed nowhere.
    [['3.3'], '', ''],
    [['294.2317'], '', ''],
    [['3.3', '3.5'], '', ''],
    [['3.3–3.4', '3.4–4.1'], '', ''],
    [['sec. 3'], '', ''],
    [['sec. 3', '3.2'], '', ''],
    [['', 'sec. 3'], '', ''],
    [['para. 12'], ', para. 12', '[para.~12]'],
    [['paras. 12–14'], ', paras. 12–14', '[paras.~12--14]'],
    [['under “Oil & wicks”'], ', under “Oil & wicks”', '[under \\enquote{Oil \\& wicks}]'],
    [['under “Costs [net]”'], ', under “Costs [net]”', '[{under \\enquote{Costs [net]}}]'],
    [[''], '', ''],
    [['Costs [net]'], ', Costs [net]', '[{Costs [net]}]'],
    [['Costs & more', 'p. 3'], ', Costs & more to p. 3', '[Costs \\& more to p. 3]'],
    [[], '', ''],
  ];
  for (const [locators, plain, latex] of rows) {
    it(JSON.stringify(locators), () => {
      const cited = { locators };
      const form = 'citation';
      assert.equal(cite('|', { style: 'plain', form, cited }), `(Mallow 2021${plain})`);
      assert.equal(
        cite('|', { style: 'latex', form, cited }),
        `\\autocite${latex}{mallow2021harbour}`,
      );
    });
  }

  it('keeps a heading within its citation', () => {
    assert.equal(
      cite('|', { style: 'pandoc', form: 'citation', cited: { locators: ['Oil; [net] @home'] } }),
      '[@mallow2021harbour, Oil\\; \\[net\\] \\@home]',
    );
  });
});

describe('who and what a citation names', () => {
  const ann = { given: 'Ann', family: 'Mallow' };
  const bob = { given: 'Bob', family: 'Teal' };
  const board = { literal: 'Board of Lights' };
  const rows: readonly (readonly [CitableFields, plain: string, note: string])[] = [
    [
      { author: [] },
      '(Harbour Report 2021)',
      '*The Harbour Report: Lamps & Oil*, Quay Press, 2021.',
    ],
    [
      { author: [ann, bob] },
      '(Mallow and Teal 2021)',
      'Ann Mallow and Bob Teal, *The Harbour Report: Lamps & Oil*, Quay Press, 2021.',
    ],
    [
      { author: [ann, bob, board] },
      '(Mallow, Teal, and Board of Lights 2021)',
      'Ann Mallow, Bob Teal, and Board of Lights, *The Harbour Report: Lamps & Oil*, Quay Press, 2021.',
    ],
    [
      { author: [ann, bob, board, ann] },
      '(Mallow et al. 2021)',
      'Ann Mallow et al., *The Harbour Report: Lamps & Oil*, Quay Press, 2021.',
    ],
    [
      { author: [board], issued: undefined, publisher: 'Board of Lights' },
      '(Board of Lights n.d.)',
      'Board of Lights, *The Harbour Report: Lamps & Oil*.',
    ],
    [
      { author: [], title: undefined, label: 'notes_[1].txt' },
      '(notes_[1].txt 2021)',
      'notes\\_\\[1\\].txt, Quay Press, 2021.',
    ],
    [
      { type: 'article-journal', title: 'On “Oil”', DOI: '10.1000/xyz' },
      '(Mallow 2021)',
      'Ann Mallow, “On ‘Oil’,” Quay Press, 2021, <https://doi.org/10.1000/xyz>.',
    ],
    [
      { title: 'Oil?', URL: 'https://example.org/a_b', publisher: undefined },
      '(Mallow 2021)',
      'Ann Mallow, *Oil?*, 2021, <https://example.org/a_b>.',
    ],
    [
      { URL: 'javascript:alert(1)', author: [{ given: 'Plato' }], publisher: undefined },
      '(Plato 2021)',
      'Plato, *The Harbour Report: Lamps & Oil*, 2021.',
    ],
  ];
  for (const [source, plain, note] of rows) {
    it(plain, () => {
      const asked = { form: 'citation', source, cited: { locators: [] } } as const;
      assert.equal(cite('|', { ...asked, style: 'plain' }), plain);
      assert.equal(cite('|', { ...asked, style: 'footnote' }), `[^1]\n\n[^1]: ${note}\n`);
    });
  }

  const titles = {
    Oil: 'Oil',
    'The Lamps of the Old Harbour and Its Keepers': 'Lamps of the Old',
    'NATO’s Partnership with the Indo-Pacific Four': 'NATO’s Partnership',
    'A Long Night – and a Longer Day': 'Long Night',
  };
  for (const [title, short] of Object.entries(titles)) {
    it(`shortens ${title}`, () => {
      const asked = { style: 'plain', form: 'citation', source: { author: [], title } } as const;
      assert.equal(cite('|', asked), `(${short} 2021, p. 12)`);
    });
  }
});

describe('a footnote', () => {
  it('gets the next free number and goes behind the last definition, in the line breaks of the file', () => {
    const note =
      'One.[^1] Two.[^note] |Three.[^3]\r\n\r\n[^1]: A.\r\n[^note]: B,\r\n  more,\r\n\r\n    and more.\r\n\r\n# After\r\n';
    assert.equal(
      cite(note, { style: 'footnote', form: 'citation' }),
      `One.[^1] Two.[^note] [^2] Three.[^3]\r\n\r\n[^1]: A.\r\n[^note]: B,\r\n  more,\r\n\r\n    and more.\r\n[^2]: ${FULL}\r\n\r\n# After\r\n`,
    );
  });

  it('keeps definitions apart where they are', () => {
    assert.equal(
      cite('A|\n\n[^a]: A.\n\n[^b]: B.\n', { style: 'footnote', form: 'citation' }),
      `A[^1]\n\n[^a]: A.\n\n[^b]: B.\n\n[^1]: ${FULL}\n`,
    );
  });

  it('takes no definition in code for one, but none of its labels either', () => {
    assert.equal(
      cite('A|\n\n```\n[^1]: code\n```\n', { style: 'footnote', form: 'citation' }),
      `A[^2]\n\n\`\`\`\n[^1]: code\n\`\`\`\n\n[^2]: ${FULL}\n`,
    );
  });

  const earlier = `Before.[^x] |After.[^y]\n\n[^x]: ${FULL}\n[^y]: Other.\n`;

  it('is short when one before it cites the source', () => {
    assert.equal(
      cite(earlier, { style: 'footnote', form: 'citation', cited: { locators: ['p. 14'] } }),
      earlier.replace('|', '[^1] ') + '[^1]: Mallow, *Harbour Report*, p. 14.\n',
    );
    const title = 'Lamps';
    const note = 'A.[^1] |\n\n[^1]: Ann Mallow, “Lamps,” 2021.\n';
    assert.equal(
      cite(note, { style: 'footnote', form: 'citation', source: { title, type: 'article' } }),
      'A.[^1] [^2]\n\n[^1]: Ann Mallow, “Lamps,” 2021.\n[^2]: Mallow, “Lamps,” p. 12.\n',
    );
  });

  it('is full when the one that cites the source comes later, or is not referred to', () => {
    for (const note of [`|Before.[^x]\n\n[^x]: ${FULL}\n`, `A. |\n\n[^x]: ${FULL}\n`]) {
      assert.ok(cite(note, { style: 'footnote', form: 'citation' }).endsWith(`[^1]: ${FULL}\n`));
    }
  });

  it('in a footnote is its text', () => {
    assert.equal(
      cite('A.[^1]\n\n[^1]: As |\n', { style: 'footnote', form: 'citation' }),
      `A.[^1]\n\n[^1]: As (${FULL.slice(0, -1)})\n`,
    );
  });

  it('at the end of a note stands behind an empty line', () => {
    for (const [note, expected] of [
      ['|', `[^1]\n\n[^1]: ${FULL}\n`],
      ['A.\n|', `A.\n[^1]\n\n[^1]: ${FULL}\n`],
      ['A.|\n', `A.[^1]\n\n[^1]: ${FULL}\n`],
      ['A.|\n\n\n', `A.[^1]\n\n\n[^1]: ${FULL}\n`],
      ['A.| B', `A.[^1] B\n\n[^1]: ${FULL}`],
    ] as const) {
      assert.equal(cite(note, { style: 'footnote', form: 'citation' }), expected);
    }
  });

  it('of reStructuredText is a number where the note has numbers, and a name elsewhere', () => {
    assert.equal(
      cite('A [1]_ |\n\n.. [1] One,\n   more.\n\nEnd\n', {
        style: 'restructuredtext',
        form: 'citation',
      }),
      `A [1]_ [2]_\n\n.. [1] One,\n   more.\n.. [2] ${FULL}\n\nEnd\n`,
    );
    const named = 'A [#mallow2021harbour]_ |\n\n.. [#mallow2021harbour] ' + FULL + '\n';
    assert.ok(
      cite(named, { style: 'restructuredtext', form: 'citation' }).endsWith(
        '\n.. [#mallow2021harbour-2] Mallow, *Harbour Report*, p. 12.\n',
      ),
    );
  });

  it('of AsciiDoc is short when one before it cites the source', () => {
    const source = { title: 'A [b] c' };
    const once = cite('|', { style: 'asciidoc', form: 'citation', source });
    assert.equal(once, 'footnote:[Ann Mallow, _A [b\\] c_, Quay Press, 2021, p. 12.]');
    assert.equal(
      cite(`${once} More|`, { style: 'asciidoc', form: 'citation', source }),
      `${once} Morefootnote:[Mallow, _[b\\] c_, p. 12.]`,
    );
  });
});

describe('what stands around a citation', () => {
  const rows: readonly (readonly [note: string, asked: Asked, expected: string])[] = [
    [
      'She says | and more.',
      { style: 'plain', form: 'block', language: 'markdown' },
      'She says\n\n> The lamp is lit. (Mallow 2021, p. 12)\n\nand more.',
    ],
    [
      'She says |  \r\nMore.',
      { style: 'plain', form: 'block', language: 'markdown' },
      'She says\r\n\r\n> The lamp is lit. (Mallow 2021, p. 12)\r\n\r\nMore.',
    ],
    [
      '- |',
      { style: 'plain', form: 'block', language: 'markdown' },
      '- > The lamp is lit. (Mallow 2021, p. 12)',
    ],
    [
      'So “it is so” [@a, p. 1]|\n\nMore.',
      { style: 'pandoc' },
      'So “it is so” [@a, p. 1]\n\n“The lamp is lit.” [@mallow2021harbour, p. 12]\n\nMore.',
    ],
    [
      '> “It is so” [@a] |',
      { style: 'pandoc' },
      '> “It is so” [@a]\n>\n> “The lamp is lit.” [@mallow2021harbour, p. 12]',
    ],
    [
      'So it is [see @a, p. 1; @b] |.',
      { style: 'pandoc', form: 'citation' },
      'So it is [see @a, p. 1; @b; @mallow2021harbour, p. 12].',
    ],
    [
      'So it is @a|.',
      { style: 'pandoc', form: 'citation' },
      'So it is @a [@mallow2021harbour, p. 12].',
    ],
    [
      'So “it is so” [@a] and |',
      { style: 'pandoc' },
      'So “it is so” [@a] and “The lamp is lit.” [@mallow2021harbour, p. 12]',
    ],
    [
      'So it is [@a] |',
      { style: 'pandoc' },
      'So it is [@a] “The lamp is lit.” [@mallow2021harbour, p. 12]',
    ],
    [
      'So “it is so” [@a] | here',
      { style: 'pandoc' },
      'So “it is so” [@a] “The lamp is lit.” [@mallow2021harbour, p. 12] here',
    ],
  ];
  for (const [note, asked, expected] of rows) {
    it(JSON.stringify(note), () => {
      assert.equal(cite(note, asked), expected);
    });
  }

  it('parts the marks of two footnotes', () => {
    const asked = { style: 'footnote', form: 'citation' } as const;
    assert.match(cite(cite('So|', asked).replace('[^1]', '[^1]|'), asked), /^So\[\^1\] \[\^2\]/);
  });

  it('parts a quotation from the one before it where both have footnotes', () => {
    const once = cite('|', { style: 'footnote' });
    const twice = cite(once.replace('[^1]\n', '[^1]|\n'), { style: 'footnote' });
    assert.equal(
      twice,
      `“The lamp is lit.”[^1]\n\n“The lamp is lit.”[^2]\n\n[^1]: ${FULL}\n[^2]: Mallow, *Harbour Report*, p. 12.\n`,
    );
  });
});

describe('the words in a note', () => {
  it('have single marks within their own, and stand on one line', () => {
    assert.equal(
      cite('|', { style: 'plain', cited: { text: ' He said “no”,\n\nand "never". ' } }),
      "“He said ‘no’, and 'never'.” (Mallow 2021, p. 12)",
    );
  });

  it('leave their last stop to the sentence that they are put into', () => {
    assert.equal(cite('So |.', { style: 'footnote' }).split('\n')[0], 'So “The lamp is lit”[^1].');
    assert.equal(
      cite('So |, and', { style: 'plain' }),
      'So “The lamp is lit” (Mallow 2021, p. 12), and',
    );
    const cited = { text: 'And so on...' };
    assert.equal(
      cite('So |.', { style: 'plain', cited }),
      'So “And so on...” (Mallow 2021, p. 12).',
    );
  });

  it('are a block from some length on, with their paragraphs and marks', () => {
    const cited = { text: 'One “two” three\nfour *five*.' };
    const ask = (blockQuotationWords: number): string =>
      cite('So|', { style: 'pandoc', cited, options: { blockQuotationWords } });
    assert.equal(
      ask(5),
      'So\n\n> One “two” three\n>\n> four \\*five\\*. [@mallow2021harbour, p. 12]',
    );
    assert.equal(ask(6), 'So “One ‘two’ three four \\*five\\*.” [@mallow2021harbour, p. 12]');
  });

  it('have the special characters of their markup escaped', () => {
    const text = 'a_b 5% & $3 #1 {x} ~ ^ \\y *z* _u_';
    const ask = (style: CitationStyle): string =>
      cite('|', { style, cited: { text, locators: [] } }).split('\n')[0] ?? '';
    assert.equal(
      ask('latex'),
      '\\enquote{a\\_b 5\\% \\& \\$3 \\#1 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}y *z* \\_u\\_} \\autocite{mallow2021harbour}',
    );
    assert.match(ask('footnote'), /“a_b 5% & \\\$3 \\#1 \{x\} \\~ \^ \\\\y \\\*z\\\* \\_u\\_”/);
    assert.match(ask('restructuredtext'), /“a_b 5% & \$3 #1 \{x\} ~ \^ \\\\y \\\*z\\\* _u\\_”/);
    assert.match(
      ask('asciidoc'),
      /“a&#95;b 5% & \$3 #1 &#123;x\} ~ \^ \\y &#42;z&#42; &#95;u&#95;”/,
    );
  });

  it('begin after a blank, and a block on a line of its own', () => {
    for (const [note, form, expected] of [
      ['said|that', 'quotation', 'said “W” (M 2021) that'],
      ['said (|)', 'quotation', 'said (“W” (M 2021))'],
      ['said |, and', 'quotation', 'said “W” (M 2021), and'],
      ['A.\n|\nB.', 'block', 'A.\n\n> W (M 2021)\n\nB.'],
      ['A.\n\n|\n\nB.', 'block', 'A.\n\n> W (M 2021)\n\nB.'],
      ['A.| B.', 'block', 'A.\n\n> W (M 2021)\n\nB.'],
      ['- A.|\n- B.', 'block', '- A.\n\n  > W (M 2021)\n\n- B.'],
      ['- |', 'block', '- > W (M 2021)'],
      ['> A.|', 'block', '> A.\n>\n> > W (M 2021)'],
      ['# A |', 'block', '# A “W” (M 2021)'],
    ] as const) {
      const asked = { style: 'plain', language: 'markdown', form } as const;
      const source = { author: [{ family: 'M' }] };
      assert.equal(cite(note, { ...asked, source, cited: { text: 'W', locators: [] } }), expected);
    }
  });
});

describe('a block in the row of a table', () => {
  it('runs in', () => {
    const cited = { text: 'Words', source: report, locators: [] };
    const { insertion } = citeInNote(
      new Note('| A |', 'markdown'),
      4,
      cited,
      'block',
      optionsOf('plain'),
    );
    assert.equal(insertion, '“Words” (Mallow 2021)');
  });
});

describe('styleFor', () => {
  const withBibliography = '---\nbibliography: a.bib\n---\n';
  for (const [language, text, style] of [
    ['markdown', '', 'footnote'],
    ['markdown', withBibliography, 'pandoc'],
    ['markdown', '---\ntitle: A\n---\nbibliography: a.bib\n', 'footnote'],
    ['quarto', '', 'pandoc'],
    ['latex', '', 'latex'],
    ['tex', '', 'latex'],
    ['asciidoc', '', 'asciidoc'],
    ['restructuredtext', '', 'restructuredtext'],
    ['org', '', 'plain'],
    ['plaintext', withBibliography, 'plain'],
  ] as const) {
    it(`${language} ${text.length} → ${style}`, () => {
      assert.equal(styleFor('auto', new Note(text, language)), style);
    });
  }

  it('is what is set', () => {
    assert.equal(styleFor('plain', new Note('', 'latex')), 'plain');
  });
});

describe('citing in any note', () => {
  const pieces =
    '[^1]|[^1]: a|[^b]|\n|\r\n|\n\n|words|> |- |    |```|`|.. [1] x|[1]_|# h|footnote:[a]|🙂|\t'.split(
      '|',
    );
  const notes = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 20 })
    .map((parts) => parts.join(''));
  const words = fc
    .array(fc.stringMatching(/^[a-zA-Z]{1,6}$/), { minLength: 1, maxLength: 8 })
    .map((list) => list.join(' '));

  it('changes nothing of it, gives each footnote a label of its own, and has the words in it', () => {
    fc.assert(
      fc.property(
        notes,
        fc.nat(),
        words,
        fc.constantFrom(...CITATION_STYLES),
        fc.constantFrom<CitingForm>('quotation', 'block', 'citation'),
        (text, place, quoted, style, form) => {
          const at = place % (text.length + 1);
          const cited = { text: quoted, source: report, locators: ['p. 3'] };
          const { insertion, edits } = citeInNote(
            new Note(text, LANGUAGES[style]),
            at,
            cited,
            form,
            optionsOf(style),
          );
          // Blanks go that would stand around a block.
          const removed = edits.map(({ start, end }) => text.slice(start, end)).join('');
          assert.ok(edits.every(({ end }) => end <= text.length));
          // Pandoc's brackets are opened again for one more citation.
          assert.match(removed, style === 'pandoc' ? /^\]?\s*$/ : /^\s*$/);
          assert.ok(form === 'citation' || insertion.includes(quoted));
          for (const { text: definition } of edits.filter(({ start, end }) => start === end)) {
            const [label = ''] = /\[\^?#?[\w-]+\]/.exec(definition) ?? [];
            assert.ok(insertion.includes(label));
            assert.ok(!text.includes(label));
          }
        },
      ),
    );
  });

  it('takes time linear in its length', () => {
    const many = 50_000;
    for (const piece of [
      '[^',
      '[^1]',
      '[^1]: a\n',
      '.. [1] x\n',
      '[1]_ ',
      'footnote:[',
      '> ',
      '\n',
    ]) {
      for (const style of CITATION_STYLES) {
        const text = piece.repeat(many);
        const cited = { text: 'words', source: report, locators: [] };
        const { insertion } = citeInNote(
          new Note(text, LANGUAGES[style]),
          text.length,
          cited,
          'block',
          optionsOf(style),
        );
        assert.ok(insertion.includes('words'));
      }
    }
  });
});
