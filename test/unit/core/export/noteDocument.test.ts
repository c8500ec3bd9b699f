import assert from 'node:assert/strict';
import type { CitationForm } from '../../../../src/core/export/citationWriter';
import { documentOf, outline, told } from './support';

/** The blocks of a text, and behind them its footnotes as `1: words`. */
async function read(text: string, form?: CitationForm): Promise<readonly string[]> {
  const { tree } = await documentOf(text, form);
  return [
    ...outline(tree.blocks),
    ...tree.notes.map((note, at) => `${at + 1}: ${outline(note).join(' ¶ ')}`),
  ];
}

function table(form: CitationForm, rows: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, lines] of Object.entries(rows)) {
    it(JSON.stringify(text), async () => {
      assert.deepEqual(await read(text, form), lines);
      assert.deepEqual(await read(text.replaceAll('\n', '\r\n'), form), lines);
    });
  }
}

describe('a note as a document', () => {
  table('notes', {
    '# One {#sec-one}\n\nSome *words* of\na [span]{.smallcaps}.': [
      '# One',
      'Some words of a span.',
    ],
    '---\ntitle: The *Quay*\nsubtitle: Notes\nauthor:\n  - Ines Varga\n  - name: Per Lind\ndate: 2026-11-30\nabstract: In short.\n---\nText.':
      [
        'title: The Quay',
        'subtitle: Notes',
        'author: Ines Varga',
        'author: Per Lind',
        'date: 2026-11-30',
        'abstract: In short.',
        'Text.',
      ],
    '3. a\n4. b\n   - c\n\n     d\n\n- [x] e': ['3 a', '4 b', '4 - c', '4 - d', '- ☒ e'],
    '> a\n>\n> > b': ['> a', '> > b'],
    '> [!NOTE]\n> a': ['> Note a'],
    '| a | b |\n|---|---|\n| c | d |\n\n: Words {#tbl-x}': ['| a | b', '| c | d', 'caption: Words'],
    '| a | b |\n|---|---|\n| c | d |\n: Words': ['| a | b', '| c | d', 'caption: Words'],
    '```r\na <- 1\nb\n```\n\n***\n\n\\newpage\n\n{{< pagebreak >}}': [
      'code: a <- 1\nb',
      'rule',
      'pageBreak',
      'pageBreak',
    ],
    '::: {.callout-note title="Key point"}\nInside.\n:::\n\n::: note\nMore\n:::': [
      'Key point Inside.',
      'More',
    ],
    'Mark[^a] and again[^a].\n\n[^a]: Words.\n\n    More.': [
      'Mark{1} and again{=1}.',
      '1: Words. ¶ More.',
    ],
    'Mark^[Words with [a link](https://example.org) and `]`.] on.': [
      'Mark{1} on.',
      '1: Words with a link and ].',
    ],
    'In [text][a] and ![alt][p].\n\n[a]: https://example.org\n[p]: p.png': ['In text and <p.png>.'],
    '![A map [@varga]](map.png){#fig-map width=50%}': [
      '<map.png>',
      'caption: A map{1}',
      '1: Ines Varga, Lamps on the Quay: Notes from a Harbour Town, Harbour Institute, July 9, 2024, https://example.org/lamps.',
    ],
    'See @fig-map, [@tbl-one] and mail a@b.example.': [
      'See @fig-map, [@tbl-one] and mail a@b.example.',
    ],
    'H~2~O, km^2^, ~~gone~~, a<sub>1</sub><br>b &amp; c <!-- no -->': ['H2O, km2, gone, a1 b & c'],
    '```{=html}\n<table><tr><th>a<th>b<tr><td>c<td>d</table>\n```': ['| a | b', '| c | d'],
    '`raw`{=html} and `code`{.r}': ['and code'],
  });
});

describe('citations in notes', () => {
  table('notes', {
    'Words [@varga, p. 3]. More [see @varga, 4-5, who doubts; @oke].': [
      'Words.{1} More.{2}',
      '1: Ines Varga, Lamps on the Quay: Notes from a Harbour Town, Harbour Institute, July 9, 2024, p. 3, https://example.org/lamps.',
      '2: See Varga, Lamps on the Quay, pp. 4–5, who doubts; Dayo Oke and Per Lind, The Tide Tables, Pier Press, 2020.',
    ],
    '@oke [p. 7] says so, and -@oke too.': [
      'Oke and Lind{1} says so, and{2} too.',
      '1: Dayo Oke and Per Lind, The Tide Tables, Pier Press, 2020, p. 7.',
      '2: Tide Tables.',
    ],
    '“Words” [@council]; “more words.” [@council, para. 3]': [
      '“Words”;{1} “more words.”{2}',
      '1: “Minutes of the Council,” 2023.',
      '2: “Minutes of the Council,” para. 3.',
    ],
    'Words [@council].[^1][^2]\n\n[^1]: One.\n\n[^2]: Two.': [
      'Words.{1}\u2009{2}\u2009{3}',
      '1: “Minutes of the Council,” 2023.',
      '2: One.',
      '3: Two.',
    ],
    'Mark[^1].\n\n[^1]: As in [@oke, p. 2], and\n    elsewhere [@oke]': [
      'Mark{1}.',
      '1: As in Dayo Oke and Per Lind, The Tide Tables, Pier Press, 2020, p. 2, and elsewhere Oke and Lind, Tide Tables.',
    ],
    'Unknown [@nobody, p. 2] and @nobody; half [@nobody; @council].': [
      'Unknown [@nobody, p. 2] and @nobody; half.{1}',
      '1: @nobody; “Minutes of the Council,” 2023.',
    ],
  });
});

describe('citations by author and date', () => {
  table('authorDate', {
    'Words [see @varga, p. 3; -@council]. @oke [p. 7] and [@oke2].': [
      'Words (see Varga 2024, p. 3; 2023). Oke and Lind (2020b, p. 7) and (Oke and Lind 2020a).',
      '# References',
      'reference: “Minutes of the Council.” 2023.',
      'reference: Oke, Dayo, and Per Lind. 2020a. A Second Book. Pier Press.',
      'reference: Oke, Dayo, and Per Lind. 2020b. The Tide Tables. Pier Press.',
      'reference: Varga, Ines. 2024. Lamps on the Quay: Notes from a Harbour Town. Harbour Institute, July 9. https://example.org/lamps.',
    ],
    'In journals and books [@reed; @roe].': [
      'In journals and books (Reed 2021; Roe 2019).',
      '# References',
      'reference: Reed, Ann. 2021. “Lamps.” Journal of Light 12 (3): 45–67.',
      'reference: Roe, Jo. 2019. “A Lamp.” In Lights of the North, 1–9. Pier Press.',
    ],
    'Of editors [@hale; @moss; @ash].': [
      'Of editors (Hale and Orr 2018; Moss 2017; Ash 2019).',
      '# References',
      'reference: Ash, Bo. 2019. “A Buoy.” In Tides, edited by Ivo Hale, 2nd ed., 10–12. Pier Press.',
      'reference: Hale, Ivo, and May Orr, eds. 2018. Tides. 3rd ed. Pier Press.',
      'reference: Moss, Lea. 2017. Foam. Translated by May Orr. Pier Press.',
    ],
    '## Text\n\n[@council]\n\n## Bibliography': [
      '## Text',
      '(“Minutes of the Council” 2023)',
      '## Bibliography',
      'reference: “Minutes of the Council.” 2023.',
    ],
    'a [@council]\n\n::: {#refs}\n:::\n\n# Annex': [
      'a (“Minutes of the Council” 2023)',
      'reference: “Minutes of the Council.” 2023.',
      '# Annex',
    ],
    '---\ncitations: notes\n---\n\n[@council]': ['{1}', '1: “Minutes of the Council,” 2023.'],
    'Nothing cited.': ['Nothing cited.'],
  });

  it('is told by the style that Pandoc would apply', async () => {
    const note = '---\ncsl: styles/chicago-author-date.csl\n---\n\n[@council]';
    assert.equal((await read(note, 'notes'))[0], '(“Minutes of the Council” 2023)');
  });
});

describe('what is told before an export', () => {
  const rows: Readonly<Record<string, readonly string[]>> = {
    'Text.\n\nWords [@nobody] [@nobody].': [
      '3: No bibliography of this note has “nobody”. It stays as it is written.',
    ],
    '@nobody is a name.': [],
    '---\ncsl: apa.csl\n---\n[@council]': [
      '1: The citation style “apa.csl” is not applied: sources are cited as Chicago has it.',
    ],
    'a\n\n<iframe src="x"></iframe>\n\nb <script>c</script> <b>d</b><br>': [
      '3: Of this HTML, only the words are kept.',
      '5: Of this HTML, only the words are kept.',
    ],
    '```{r}\nplot(x)\n```\n\n```{=latex}\n\\x\n```': [
      '1: This code is not run. It stays as it is written.',
      '5: Raw text for another format is left out.',
    ],
    '{{< video x.mp4 >}}\n\n`{{< not >}}`': ['1: The shortcode {{< video x.mp4 >}} is left out.'],
    'a[^1] b[^2]\n\n[^2]: c[^3]\n\n[^3]: d\n\n[^4]: e': [
      '3: The footnote [^3] is marked within a footnote. Its text stands there in parentheses.',
      '7: No mark leads to the footnote [^4]. It is left out.',
      '1: The footnote [^1] has no text. Its mark stays as it is written.',
    ],
    [`|${' a |'.repeat(11)}\n|${'---|'.repeat(11)}`]: [
      '1: This table has 11 columns, which are narrow on a page.',
    ],
    '+---+---+\n| a | b |\n+---+---+\n\n$$x$$': [
      '1: A table drawn with lines is not read as a table. Its text stays as it is written.',
      '5: This formula stays as it is written.',
    ],
    [`${'>'.repeat(100)} deep`]: [
      '1: This part has more markup than can be read. Its text stays as it is written.',
    ],
  };
  for (const [text, lines] of Object.entries(rows)) {
    it(JSON.stringify(text).slice(0, 60), async () => {
      assert.deepEqual(told(text, await documentOf(text)), lines);
    });
  }
});

describe('the ids of headings', () => {
  it('are each of their own, whatever is given', async () => {
    const { tree } = await documentOf('# A\n\n# A\n\n# B {#a-2}\n\n# A\n\n# A 1');
    assert.deepEqual(
      tree.blocks.map((block) => (block.kind === 'heading' ? block.id : '')),
      ['a', 'a-1', 'a-2', 'a-3', 'a-1-1'],
    );
  });
});
