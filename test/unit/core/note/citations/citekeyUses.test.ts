import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitekeyUse } from '../../../../../src/core/note/citations/citekeyUse';
import { Note } from '../../../../../src/core/note/note';

/** `key`, `key@place`, with "?" behind the uncertain ones, each with its citation. */
function read(text: string, language = 'markdown'): readonly string[] {
  return new Note(text, language).citekeyUses.map(({ citekey, locator, citation, isCertain }) => {
    const place = locator === undefined ? '' : ` @ ${locator}`;
    return `${citekey}${place}${isCertain ? '' : '?'} in ${text.slice(citation.start, citation.end)}`;
  });
}

function table(language: string, rows: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, uses] of Object.entries(rows)) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(read(text, language), uses);
    });
  }
}

describe('citekeys in Markdown', () => {
  table('markdown', {
    'As shown [@a].': ['a in [@a]'],
    '[see @a, pp. 33-35; also @b, ch. 1 and passim]': [
      'a @ pp. 33-35 in [see @a, pp. 33-35; also @b, ch. 1 and passim]',
      'b @ ch. 1 in [see @a, pp. 33-35; also @b, ch. 1 and passim]',
    ],
    'Galic [-@a, p. xii] says': ['a @ p. xii in [-@a, p. xii]'],
    '@a [p. 3] says': ['a @ p. 3 in @a [p. 3]'],
    '@a [p. 3; also @b, 12--13] says': [
      'a @ p. 3 in @a [p. 3; also @b, 12--13]',
      'b @ 12--13 in @a [p. 3; also @b, 12--13]',
    ],
    '@a [and more] or @b [text](https://c.example)': ['a? in @a', 'b? in @b'],
    '[text](https://c.example) and @a [p. 3] [words][c] as @b [p. 4] has `x](`': [
      'a @ p. 3 in @a [p. 3]',
      'b @ p. 4 in @b [p. 4]',
    ],
    '@a says, @doe:99-x.y, and -@b.': ['a? in @a', 'doe:99-x.y? in @doe:99-x.y', 'b? in -@b'],
    '[@{https://example.org/x?a=b}, §4]': [
      'https://example.org/x?a=b @ §4 in [@{https://example.org/x?a=b}, §4]',
    ],
    '[@a{pp. iv, vi}, and more]': ['a @ pp. iv, vi in [@a{pp. iv, vi}, and more]'],
    '[@a, para. 3.3–3.5]': ['a @ para. 3.3–3.5 in [@a, para. 3.3–3.5]'],
    '[@a, 33f.; @b 5]': ['a @ 33f in [@a, 33f.; @b 5]', 'b @ 5 in [@a, 33f.; @b 5]'],
    '[@a, emphasis added; @b, May 2020]': [
      'a in [@a, emphasis added; @b, May 2020]',
      'b in [@a, emphasis added; @b, May 2020]',
    ],
    '[@a][@b]': ['a in [@a]', 'b in [@b]'],
    '[as @a has it, and @b]': ['a in [as @a has it, and @b]', 'b? in @b'],
    'Words^[See @a, p. 3, and @b [p. 4].] go on': ['a? in @a', 'b @ p. 4 in @b [p. 4]'],
    '[see [@a, p. 12]]': ['a @ p. 12 in [@a, p. 12]'],
    '[[@a]] and [@b](https://c.example)': ['a? in @a', 'b? in @b'],
    '> quoted [see\n> @a, p. 3]': ['a @ p. 3 in [see\n> @a, p. 3]'],
    'Words.[^1]\n\n[^1]: [@a, p. 3]': ['a @ p. 3 in [@a, p. 3]'],
    '[open\n\n@a]': ['a? in @a'],
    'mail a@b.example, <a@b.example>, x_@y, https://c.example/@d, \\@e, `@f`, [^@g]': [],
    '---\nbibliography: "@a"\n---\n\n```\n@b\n```\n\n    @c\n\n<!-- @d -->\n': [],
    'See @fig:map, @tbl-one and [@sec-two].': [],
    'No name: @ @@ @. [@] [@, p. 3]': [],
  });

  it('tell where a place stands, or may be put', () => {
    const text = '[@a, p. 3; @b; @{c}] @d';
    assert.deepEqual(
      new Note(text, 'markdown').citekeyUses.map(({ start, end, locatorSpan }) => [
        text.slice(start, end),
        text.slice(locatorSpan.start, locatorSpan.end),
        text.slice(0, locatorSpan.start),
      ]),
      [
        ['a', 'p. 3', '[@a, '],
        ['b', '', '[@a, p. 3; @b'],
        ['c', '', '[@a, p. 3; @b; @{c}'],
        ['d', '', text],
      ],
    );
  });
});

describe('citekeys in LaTeX', () => {
  table('latex', {
    'As \\cite{a} has': ['a in \\cite{a}'],
    '\\autocite[12]{a}': ['a @ 12 in \\autocite[12]{a}'],
    '\\parencite*[see][12--13]{a}': ['a @ 12--13 in \\parencite*[see][12--13]{a}'],
    '\\citep[see][]{a, b}': ['a in \\citep[see][]{a, b}', 'b in \\citep[see][]{a, b}'],
    '\\footcite[para.~3.3]{a}': ['a @ para.~3.3 in \\footcite[para.~3.3]{a}'],
    '\\textcite[3]{a,b}': ['a in \\textcite[3]{a,b}', 'b @ 3 in \\textcite[3]{a,b}'],
    '\\citet {a}\\fullcite{b}\\nocite{*}\\nocite{c}': [
      'a in \\citet {a}',
      'b in \\fullcite{b}',
      'c in \\nocite{c}',
    ],
    '\\autocites(see)()[1]{a}[cf.][2]{b}{c} {d}': [
      'a @ 1 in \\autocites(see)()[1]{a}[cf.][2]{b}{c} {d}',
      'b @ 2 in \\autocites(see)()[1]{a}[cf.][2]{b}{c} {d}',
      'c in \\autocites(see)()[1]{a}[cf.][2]{b}{c} {d}',
      'd in \\autocites(see)()[1]{a}[cf.][2]{b}{c} {d}',
    ],
    '\\volcite[see]{2}[12]{a}': ['a @ 12 in \\volcite[see]{2}[12]{a}'],
    '\\autocite[{[12]}, 13]{a}': ['a in \\autocite[{[12]}, 13]{a}'],
    '\\textquote[{\\autocite[5]{a}}][.]{words}': ['a @ 5 in \\autocite[5]{a}'],
    '\\textcquote[5]{a}{words} \\begin{displaycquote}[6]{b}': [
      'a @ 5 in \\textcquote[5]{a}',
      'b @ 6 in \\begin{displaycquote}[6]{b}',
    ],
    'words\\footnote{See \\cite{a}.}': ['a in \\cite{a}'],
    '% \\cite{a}\n\\verb|\\cite{b}| \\begin{verbatim}\\cite{c}\\end{verbatim}': [],
    '\\newcommand{\\my}[1]{\\cite{#1}} \\citestyle{x} \\citetext{words}': [],
    '\\cite \\cite{} \\cite[12 \\cite{': [],
    '@a \\textquote[x]{y}': [],
  });
});

describe('citekeys in other markup', () => {
  table('org', {
    'As [cite:@a p. 3] and [cite/t:see @b pp. 3-4; @c:x ch. 1].': [
      'a @ p. 3 in [cite:@a p. 3]',
      'b @ pp. 3-4 in [cite/t:see @b pp. 3-4; @c:x ch. 1]',
      'c:x @ ch. 1 in [cite/t:see @b pp. 3-4; @c:x ch. 1]',
    ],
    'Words[fn:1: see [cite:@a]] =[cite:@b]=\n# [cite:@c]\n@d': ['a in [cite:@a]'],
  });
  table('asciidoc', {
    'As cite:[a] and cite:[b(12), c(34-35)] and citenp:[d].': [
      'a in cite:[a]',
      'b @ 12 in cite:[b(12), c(34-35)]',
      'c @ 34-35 in cite:[b(12), c(34-35)]',
      'd in citenp:[d]',
    ],
    'Words.footnote:[See cite:[a].] `cite:[b]` xcite:[c]\n\n----\ncite:[d]\n----\n': [
      'a in cite:[a]',
    ],
  });
  table('restructuredtext', {
    'As :cite:p:`a` and :cite:t:`b, c` and :footcite:`{see}d{p. 12}`.': [
      'a in :cite:p:`a`',
      'b in :cite:t:`b, c`',
      'c in :cite:t:`b, c`',
      'd @ p. 12 in :footcite:`{see}d{p. 12}`',
    ],
    '``:cite:p:`a` `` :ref:`b`\n\n.. :cite:`c`\n': [],
  });
  table('plaintext', { 'As [@a, p. 3] of a@b.example': ['a @ p. 3 in [@a, p. 3]'] });
});

const LANGUAGES = [
  'markdown',
  'quarto',
  'plaintext',
  'latex',
  'org',
  'asciidoc',
  'restructuredtext',
];
const PIECES =
  '@a|-@b|@{c}|[|]|(|)|{|}|;|, p. 3|`|\\|\n|\n\n| |\\cite|\\autocites|{k}|[12]|[cite:|cite:[|:cite:`|%|$|> |words|é'.split(
    '|',
  );

describe('every text', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((pieces) => pieces.join(''));

  it('has uses in order that lie in their citations, their keys and places as written', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        let last = 0;
        for (const use of new Note(text, language).citekeyUses) {
          assertSound(text, use);
          assert.ok(use.start >= last);
          last = use.end;
        }
      }),
    );
  });

  function assertSound(text: string, use: CitekeyUse): void {
    const { start, end, citekey, locator, locatorSpan, citation } = use;
    assert.equal(text.slice(start, end), citekey);
    assert.notEqual(citekey, '');
    assert.equal(text.slice(locatorSpan.start, locatorSpan.end), locator ?? '');
    assert.ok(citation.start <= start && end <= citation.end);
    assert.ok(citation.start <= locatorSpan.start && locatorSpan.end <= citation.end);
  }

  it('is read in time linear in its length', () => {
    const many = 20_000;
    const hostile = [
      '@',
      '[',
      ']',
      '[@a',
      '@a [',
      '@{',
      '-@',
      '^[@a ',
      '\\cite',
      '\\cite[',
      '\\cite{',
    ]
      .concat([
        '\\autocites[1]{a}',
        '[cite:',
        '[cite:@',
        'cite:[',
        ':cite:`',
        ':cite:a',
        '[p. 3',
        '@a;',
      ])
      .concat(['[@a, 1,', '@a [1 ', '{', '][', '\n[', '>\n', '\\cite\n']);
    for (const piece of hostile) {
      for (const language of LANGUAGES) {
        assert.ok(Array.isArray(new Note(piece.repeat(many), language).citekeyUses), piece);
      }
    }
  });
});
