import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractMarkdown } from '../../../../../src/core/library/formats/markdown';
import { assertAnswersAnything, outline, read, words, wordsOf } from './reading';

const SAMPLE = `---
title: "The light at *Capek* Point"
author:
  - Doe, Jane
  - name: Harbour Office
date: 2021-03-04
citekey: doe2021
lang: en
doi: https://doi.org/10.1234/light
---

# Reports {#reports}

The keeper's *yearly*
report[^1] with a [link](https://example.org "title") and \`code\`.

- oil
  - for lamps

  More about oil.
- rope

> Lit at **dusk**.

| Year | Ships |
| --- | --- |
| 2020 | 12 |

![The tower at dawn](tower.png)

<div class="note"><b>Beware</b> of the rocks.<!-- not this --></div>

    indented code

[^1]: Printed in the town.

[unused]: https://example.org
`;

describe('a Markdown file', () => {
  it('is read by its structure', async () => {
    assert.deepEqual(await outline(extractMarkdown, SAMPLE), [
      'heading1: Reports',
      "paragraph: The keeper's yearly report with a link and code.",
      'item1: oil',
      'item2: for lamps',
      'paragraph: More about oil.',
      'item1: rope',
      'quote: Lit at dusk.',
      'table: Year\tShips\n2020\t12',
      'caption: The tower at dawn',
      'paragraph: Beware of the rocks.',
      'paragraph: indented code',
      'footnote: Printed in the town.',
    ]);
  });

  it('has no words in the attributes, spans and divisions of Pandoc', async () => {
    const rows: readonly (readonly [string, ...string[]])[] = [
      ['The [light]{.mark} is out.', 'paragraph: The light is out.'],
      ['**[All [of *it*]{.x .y}\\\nis]{#a k="v w"}** lit.', 'paragraph: All of it is lit.'],
      ['A [link](x){.ext target="_blank"} here.', 'paragraph: A link here.'],
      ['A `lamp`{.py} and `<b>`{=html} here.', 'paragraph: A lamp and here.'],
      ['![The light](x.png){width=50%}', 'caption: The light'],
      ['# The [light]{.smallcaps} {.unnumbered}', 'heading1: The light'],
      ['The light {#l key=v}\n---', 'heading2: The light'],
      ['| a |\n|---|\n| [b]{.x} |', 'table: a\nb'],
      ['Table: Lamps {#tbl:lamps}', 'paragraph: Table: Lamps'],
      ['::: {.note #n}\nLit.\n:::\nOut.', 'paragraph: Lit.', 'paragraph: Out.'],
      [':::: warning ::::\n> ::: x\n> Lit.\n> :::\n::::', 'quote: Lit.'],
      [':::{tip} Of the lamps\nLit.\n:::', 'paragraph: Of the lamps', 'paragraph: Lit.'],
      ['Lit.^[A [note]{.x}.] Out.', 'paragraph: Lit. Out.', 'footnote: A note.'],
      ['Nine km^2^.', 'paragraph: Nine km2.'],
      ['Nine km^2^ [@roe].', 'paragraph: Nine km2 [@roe].'],
      ['[Nine km^2^] is m^3^ [a] x^2^', 'paragraph: [Nine km2] is m3 [a] x2'],
      ['Lit.\n{: .lead}', 'paragraph: Lit.'],
      ['```{=html}\n<p>Lit.\n```', 'paragraph: Lit.'],
      ['```{.py}\nlit()\n```', 'paragraph: lit()'],
    ];
    for (const [markdown, ...expected] of rows) {
      assert.deepEqual(await outline(extractMarkdown, markdown), expected, markdown);
    }
  });

  it('keeps braces and brackets that are words', async () => {
    for (const line of [
      'A set {a, b} and [x] {1} and {}.',
      'The law [of 1990] stands {sic}.',
      'In [a]{b, c} and a] and [b.',
      'A ratio of 2:::1 and ::: in a line.',
      'Up ^ and [1]^ and 2^nd floor^.',
    ]) {
      assert.deepEqual(await outline(extractMarkdown, line), [`paragraph: ${line}`]);
    }
    assert.deepEqual(await outline(extractMarkdown, '```\n::: x\n```'), ['paragraph: ::: x']);
  });

  it('says who wrote it, and when, in its front matter', async () => {
    const { metadata } = await read(extractMarkdown, SAMPLE);
    assert.deepEqual(metadata, {
      title: 'The light at *Capek* Point',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Harbour Office' }],
      issued: { 'date-parts': [[2021, 3, 4]] },
      citekey: 'doe2021',
      language: 'en',
      DOI: '10.1234/light',
    });
  });

  it('has the title of its first heading of level 1 where it has none of its own', async () => {
    const { metadata } = await read(extractMarkdown, '## Below\n\n# The *light*\n\nText.');
    assert.deepEqual(metadata, { title: 'The light' });
  });

  it('knows where each block stands in the file', async () => {
    const { blocks } = await read(extractMarkdown, SAMPLE);
    const places = blocks.map(({ original }) => SAMPLE.slice(original?.start, original?.end));
    assert.equal(places[0], '# Reports {#reports}');
    assert.equal(places[6], '> Lit at **dusk**.'.slice(2));
    assert.equal(places[8], '![The tower at dawn](tower.png)');
    assert.equal(places[11], 'Printed in the town.');
  });

  it('is read without front matter that is no YAML, and with text between rules', async () => {
    assert.deepEqual(await outline(extractMarkdown, '---\ntitle: [a\n---\nText.'), [
      'paragraph: Text.',
    ]);
    assert.deepEqual(await outline(extractMarkdown, '---\n\nText.\n\n---\n\nMore.'), [
      'paragraph: Text.',
      'paragraph: More.',
    ]);
    const later = 'Text.\n\n---\ntitle: a\n---\n\nMore.';
    assert.deepEqual((await read(extractMarkdown, later)).metadata, {});
  });

  it('is not held up by a bomb of YAML aliases', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [at, name] of [...'bcdefghi'].entries()) {
      lines.push(
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefgh'.charAt(at)}`)
          .join(', ')}]`,
      );
    }
    const { metadata } = await read(extractMarkdown, `---\n${lines.join('\n')}\n---\n\nText.`);
    assert.deepEqual(metadata, {});
  });

  it('is the same in pieces: links, footnotes, code and HTML over empty lines', async () => {
    const filler = 'A paragraph of some length about the harbour.\n\n'.repeat(50);
    const text =
      `See [the map][map] and a note.[^n]\n\n${filler}` +
      `\`\`\`\none\n\n${'two\n\n'.repeat(1000)}three\n\`\`\`\n\n${filler}<!--\n\nhidden\n\n-->\n\n` +
      `Again [the map][map].[^n]\n\n[map]: https://example.org\n\n[^n]: The note.`;
    const { blocks } = await read(extractMarkdown, text);
    const others = blocks.filter((block) => !block.text.startsWith('A paragraph'));
    assert.deepEqual(
      others.map(({ text: line }) => line.slice(0, 24)),
      ['See the map and a note.', 'one two two two two two ', 'Again the map.', 'The note.'],
    );
    assert.equal(blocks.length, others.length + 100);
    for (const { text: line, original } of blocks) {
      assert.ok(text.slice(original?.start, original?.end).includes(line.split(' ')[0]!));
    }
  });

  it('is read as text where its marks are nothing that anybody writes', async () => {
    for (const mark of ['> ', '- ', '[a]', '*a _b ']) {
      const { blocks } = await read(extractMarkdown, `${mark.repeat(20_000)}end\n\nText.`);
      assert.match(blocks.at(-1)?.text ?? '', /Text\.$/);
    }
  });

  it('keeps its words in their order', async () => {
    const text = words.map((list) => list.join(' '));
    const block = fc.oneof(
      text,
      text.map((line) => `## ${line}`),
      text.map((line) => `> ${line.replaceAll(' ', '\n> ')}`),
      fc.array(text, { minLength: 1, maxLength: 4 }).map((items) => `- ${items.join('\n- ')}`),
      fc.array(text, { minLength: 1, maxLength: 4 }).map((items) => `- ${items.join('\n\n  ')}`),
      text.map((line) => `\`\`\`\n${line}\n\`\`\``),
      text.map((line) => `**${line}**`),
      text.map((line) => `[${line}](<https://example.org/>)`),
      text.map((line) => `<p class="x">\n${line}\n</p>`),
      fc.tuple(text, text).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (parts) => {
        const { blocks } = await read(extractMarkdown, parts.join('\n\n'));
        const written = parts.flatMap(
          (part) => part.replace(/\(<.*?>\)|<[^>]*>/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? [],
        );
        assert.deepEqual(wordsOf(blocks), written);
      }),
      { numRuns: 40 },
    );
  });

  it('is answered, whatever the bytes', () => assertAnswersAnything(extractMarkdown, SAMPLE));
});
