import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOfRuns, type DocumentBlock } from '../../../../src/core/export/documentTree';
import type { Block } from '../../../../src/core/library/document';
import { documentOf, exported, readBack } from './support';

/** How many notes are made. */
const RUNS = 200;

/** Words that come up once in a note each: they are numbered when it is put together. */
const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('W') },
  fc.constantFrom('*W W*', '**W**', '~~W~~', '`W`', '[W](https://example.org)', '[W]{.mark}'),
  fc.constantFrom('“W W”', 'W[^N]', 'W^[W *W*]', 'W  \nW', 'W <b>W</b>', 'W &amp; W', '\\*W\\*'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: line },
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), line)
    .map(([level, text]) => `${'#'.repeat(level)} ${text.replaceAll('\n', '')}`),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) =>
      items.map((item, at) => `${at + 1}. ${item.replaceAll('\n', '\n   ')}`).join('\n'),
    ),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) =>
      items.map((item, at) => `${'  '.repeat(at % 3)}- ${item.replaceAll('\n', '')}`).join('\n'),
    ),
  line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  fc.constant('```\nW\n  W\n```'),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((cells) => {
    const row = (words: readonly string[]): string =>
      `| ${words.map((text) => text.replaceAll('\n', '')).join(' | ')} |`;
    return [row(cells), row(cells.map(() => '---')), row(cells)].join('\n');
  }),
  line.map((text) => `::: {.callout-tip}\n${text}\n:::`),
);

interface Made {
  readonly text: string;
  /** Its words as they are read: footnotes behind the text, in the order of their marks. */
  readonly words: readonly string[];
  readonly inNotes: readonly string[];
}

const note = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks): Made => {
  let count = 0;
  const word = (): string => `w${(count += 1)}x`;
  const definitions: string[] = [];
  const inNotes: string[] = [];
  const body = blocks.join('\n\n').replace(/\^\[W \*W\*\]|\[\^N\]|W/g, (piece) => {
    if (piece === 'W') {
      return word();
    }
    const [one, other] = [word(), word()];
    inNotes.push(one, other);
    if (piece === '[^N]') {
      definitions.push(`[^${one}]: ${one}\n\n    ${other}`);
      return `[^${one}]`;
    }
    return `^[${one} *${other}*]`;
  });
  const text = [body, ...definitions].join('\n\n');
  const isNote = new Set(inNotes);
  const marks = body.replace(/\[\^[^\]]*\]|\^\[[^\]]*\]/g, ' ');
  return {
    text,
    inNotes,
    words: [...wordsIn(marks).filter((one) => !isNote.has(one)), ...inNotes],
  };
});

function wordsIn(text: string): readonly string[] {
  return text.match(/w\d+x/g) ?? [];
}

function textOf(blocks: readonly DocumentBlock[]): string {
  return blocks
    .map((one): string => {
      switch (one.kind) {
        case 'heading':
        case 'paragraph':
          return textOfRuns(one.runs);
        case 'quote':
          return textOf(one.blocks);
        case 'list':
          return one.items.map(textOf).join('\n');
        case 'table':
          return one.rows.flatMap((row) => row.map(textOfRuns)).join('\n');
        case 'code':
          return one.text;
        default:
          return '';
      }
    })
    .join('\n');
}

describe('exporting generated notes', function () {
  // Each run makes and reads a whole file.
  this.timeout(180_000);

  it('loses no word, doubles none and keeps their order', async () => {
    await fc.assert(
      fc.asyncProperty(note, async ({ text, words }) => {
        const { tree } = await documentOf(text);
        assert.deepEqual(wordsIn([tree.blocks, ...tree.notes].map(textOf).join('\n')), words);
      }),
      { numRuns: RUNS },
    );
  });

  it('writes Word files in which our reader finds the same', async () => {
    await fc.assert(
      fc.asyncProperty(note, async ({ text, words, inNotes }) => {
        const blocks = await readBack(await exported(text));
        // The reader has footnotes behind the section that they are marked in.
        const isNote = ({ kind }: Block): boolean => kind === 'footnote';
        const read = [blocks.filter((one) => !isNote(one)), blocks.filter(isNote)].map((some) =>
          wordsIn(some.map((one) => one.text).join('\n')),
        );
        assert.deepEqual(read, [words.slice(0, words.length - inNotes.length), inNotes]);
      }),
      { numRuns: RUNS },
    );
  });

  it('writes HTML with the same words, and marks and footnotes that lead to each other', async () => {
    await fc.assert(
      fc.asyncProperty(note, async ({ text, words }) => {
        const html = new TextDecoder().decode(await exported(text, { format: 'html' }));
        const [, body = ''] = html.split('<body>');
        assert.deepEqual(wordsIn(body.replace(/<[^>]*>/g, ' ')), words);
        const ids = new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
        for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) {
          assert.ok(ids.has(target), target);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('takes any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'[]^@{}()*_`~<>|:-=!\\"# \n\taé1'), maxLength: 120 }),
        async (text) => {
          await readBack(await exported(`a ${text}`));
        },
      ),
      { numRuns: RUNS },
    );
  });
});
