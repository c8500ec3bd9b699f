import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractText } from '../../../../../src/core/library/formats/text';
import { assertAnswersAnything, outline, read, word, words, wordsOf } from './reading';

const WRAPPED = `The town council met in the old hall, and the keeper of the light-
house read his yearly report, which nobody had asked for. He spoke of the
Indo-
Pacific trade, of a well-known wreck and of a well-
known rock, and of sup-
port for the pre-
and post-war piers.

A second paragraph stands below, which goes on for a little more than one
line and ends.`;

describe('paragraphs of a plain text', () => {
  it('are parted by empty lines where lines are hard-wrapped, hyphenation undone', async () => {
    assert.deepEqual(await outline(extractText, WRAPPED), [
      'paragraph: The town council met in the old hall, and the keeper of the lighthouse read ' +
        'his yearly report, which nobody had asked for. He spoke of the Indo-Pacific trade, of a ' +
        'well-known wreck and of a well-known rock, and of support for the pre- and post-war piers.',
      'paragraph: A second paragraph stands below, which goes on for a little more than one line ' +
        'and ends.',
    ]);
  });

  it('are lines where they are not', async () => {
    const long =
      'The keeper counts the ships, and counts them again, and writes them down. '.repeat(4);
    assert.deepEqual(
      await outline(extractText, `${long}\nA photo of a pier.\nA photo of a boat.`),
      [
        `paragraph: ${long.trim()}`,
        'paragraph: A photo of a pier.',
        'paragraph: A photo of a boat.',
      ],
    );
  });

  it('end at form feeds', async () => {
    assert.deepEqual(await outline(extractText, 'One side.\f Another side.'), [
      'paragraph: One side.',
      'paragraph: Another side.',
    ]);
  });

  it('have single blanks and nothing invisible', async () => {
    assert.deepEqual(await outline(extractText, 'A\u00a0 b\u2003c\td\u00ade\u200bf — “g”'), [
      'paragraph: A b c def — “g”',
    ]);
  });

  it('know where they stand in the text', async () => {
    const { blocks } = await read(extractText, WRAPPED);
    const { start, end } = blocks[1]!.original!;
    assert.equal(WRAPPED.slice(start, end), WRAPPED.slice(WRAPPED.indexOf('A second')));
  });
});

describe('headings of a plain text', () => {
  it('are questions, with less than 260 characters', async () => {
    const lines = [
      'Before it.',
      'Why a light?',
      'So that ships see it.',
      `Is ${'x '.repeat(130)}?`,
    ];
    assert.deepEqual((await outline(extractText, lines.join('\n\n'))).slice(0, 3), [
      'paragraph: Before it.',
      'heading1: Why a light?',
      'paragraph: So that ships see it.',
    ]);
    const { blocks } = await read(extractText, lines.join('\n\n'));
    assert.equal(blocks[3]?.kind, 'paragraph');
  });

  it('are underlined, numbered or in capitals; the first names the document', async () => {
    const text =
      'The Light\n=========\n\n1. Beginnings\n\nIt was lit.\n\n1.1 The tower\n\nIt was built.\n\n' +
      'THE KEEPERS\n\nThere were two.';
    assert.deepEqual(await outline(extractText, text), [
      'heading1: The Light',
      'heading1: 1. Beginnings',
      'paragraph: It was lit.',
      'heading2: 1.1 The tower',
      'paragraph: It was built.',
      'heading1: THE KEEPERS',
      'paragraph: There were two.',
    ]);
    assert.equal((await read(extractText, text)).metadata.title, 'The Light');
  });

  it('are questions between answers, and not those that somebody asks in them', async () => {
    const text = [
      'An evening with the keeper',
      '“Can one trade in times like these?” she asked me.',
      'What do you expect of the pilots?',
      'We expect ships.',
      '“Who pays?”',
      'Will the treaty hold?',
      'I do not know.',
    ];
    assert.deepEqual(await outline(extractText, text.join('\n\n')), [
      'paragraph: An evening with the keeper',
      'paragraph: “Can one trade in times like these?” she asked me.',
      'heading1: What do you expect of the pilots?',
      'paragraph: We expect ships.',
      'paragraph: “Who pays?”',
      'heading1: Will the treaty hold?',
      'paragraph: I do not know.',
    ]);
  });

  it('are no questions in a story', async () => {
    for (const [open, close] of [
      ['"', '"'],
      ['“', '”'],
      ['«', '»'],
      ['„', '“'],
      ['— ', ''],
    ] as const) {
      const text = [
        `${open}Where is the keeper?${close}`,
        `${open}He rows,${close} said Ilse.`,
        'The boy looked at the mole. Had he not seen the boat only a moment ago?',
        `${open}Will he come back?${close}`,
        'Nobody said a word.',
      ];
      const kinds = (await read(extractText, text.join('\n\n'))).blocks.map(({ kind }) => kind);
      assert.deepEqual(new Set(kinds), new Set(['paragraph']), open);
    }
  });

  it('are not the items of a numbered list', async () => {
    assert.deepEqual(await outline(extractText, '1. Oil\n\n2. Rope\n\nThat is all.'), [
      'paragraph: 1. Oil',
      'paragraph: 2. Rope',
      'paragraph: That is all.',
    ]);
  });
});

describe('lists of a plain text', () => {
  it('are items with their level, bullets left out and numbers kept', async () => {
    assert.deepEqual(
      await outline(extractText, 'We need:\n- oil\n  - for lamps\n- rope\n\n1) A\n2) B'),
      [
        'paragraph: We need:',
        'item1: oil',
        'item2: for lamps',
        'item1: rope',
        'item1: 1) A',
        'item1: 2) B',
      ],
    );
  });
});

describe('any plain text', () => {
  it('keeps its words in their order, wrapped or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(20, 40, 72, Infinity),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (paragraphs, width, lineEnd) => {
          const text = paragraphs
            .map((paragraph) => wrap(paragraph, width).join(lineEnd))
            .join(lineEnd + lineEnd);
          const { blocks } = await read(extractText, text);
          assert.deepEqual(wordsOf(blocks), paragraphs.flat());
        },
      ),
    );
  });

  it('comes out in the paragraphs that were hard-wrapped', async () => {
    const prose = fc
      .array(word, { minLength: 30, maxLength: 60 })
      .map((paragraph) => [...paragraph, 'end.']);
    await fc.assert(
      fc.asyncProperty(
        fc.array(prose, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 50, max: 90 }),
        async (paragraphs, width) => {
          const text = paragraphs.map((paragraph) => wrap(paragraph, width).join('\n'));
          const { blocks } = await read(extractText, text.join('\n\n'));
          assert.deepEqual(
            blocks.map((block) => block.text),
            paragraphs.map((paragraph) => paragraph.join(' ')),
          );
        },
      ),
    );
  });

  it('is answered, whatever the bytes', () => assertAnswersAnything(extractText, WRAPPED));
});

function wrap(paragraph: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const next of paragraph) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + next.length > width) {
      lines.push(next);
    } else {
      lines[lines.length - 1] = `${line} ${next}`;
    }
  }
  return lines;
}
