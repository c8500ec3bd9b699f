import assert from 'node:assert/strict';
import type { PdfText } from '../../../../support/makePdf';
import { extract, page, shown } from './pdfDocuments';

describe('PDF: lines and paragraphs', () => {
  it('joins the lines of a paragraph and parts paragraphs at gaps', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The lamp of the lighthouse of Nowhere is lit by the keeper at dusk on every day,',
          'and it is put out at dawn.',
          {
            text: 'The keeper writes a report of the night into the book of the harbour, and the',
            y: 720,
          },
          'council reads it.',
        ),
      ],
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The lamp of the lighthouse of Nowhere is lit by the keeper at dusk on every day, and it is put out at dawn.',
      'paragraph: The keeper writes a report of the night into the book of the harbour, and the council reads it.',
    ]);
  });

  it('parts paragraphs at the indent of their first line', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The lamp of the lighthouse of Nowhere is lit by the keeper at dusk on every day.',
          {
            text: 'The keeper writes a report of the night into the book of the harbour, then',
            x: 90,
          },
          'the council of the town reads all of it in the morning, aloud and with much care.',
          {
            text: 'No boat leaves before that. The harbour stays closed, and all of the boats',
            x: 90,
          },
          'stay where they are.',
        ),
      ],
    });
    assert.equal(blocks.length, 3);
  });

  it('undoes hyphenation, but keeps compounds that stand elsewhere', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'Every well-known rule holds in the whole of the harbour of Nowhere and its light-',
          'house, the walls and the piers, since the council passed it, as every other well-',
          'known one; the two-year plan of the Indo-',
          'Pacific room of the museum as well.',
        ),
      ],
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: Every well-known rule holds in the whole of the harbour of Nowhere and its lighthouse, the walls and the piers, since the council passed it, as every other well-known one; the two-year plan of the Indo-Pacific room of the museum as well.',
    ]);
  });

  it('drops the marks of notes, and takes the notes at the foot out of the text', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The lamp is lit at dusk on every single day of the year by the keeper of the light',
          { text: '1', x: 443, y: 764, size: 6 },
          { text: 'and by nobody else, so that it burns', y: 746.5 },
          { text: '1', y: 104, size: 5 },
          { text: 'Except on the first of April.', x: 76, y: 101, size: 8 },
        ),
        page('through the night and is seen by all the boats.'),
      ],
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The lamp is lit at dusk on every single day of the year by the keeper of the light and by nobody else, so that it burns through the night and is seen by all the boats.',
      'footnote: Except on the first of April.',
    ]);
    assert.deepEqual([blocks[0]?.page, blocks[0]?.lastPage], [1, 2]);
  });

  it('leaves out what is written aslant or up the margin', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The lamp is lit at dusk.',
          { text: 'DRAFT', x: 200, y: 300, size: 60, rotation: 45 },
          { text: 'Archive copy', x: 30, y: 200, rotation: 90 },
        ),
      ],
    });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit at dusk.']);
  });

  it('reads a page that is set sideways', async () => {
    const { blocks } = await extract({
      pages: [
        {
          texts: [
            { text: 'The lamp is lit at dusk', x: 100, y: 100, rotation: 90 },
            { text: 'and put out at dawn.', x: 114, y: 100, rotation: 90 },
          ],
        },
      ],
    });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit at dusk and put out at dawn.']);
  });

  it('finds lists, with their depth', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The keeper has three duties:',
          '• to light the lamp',
          { text: '• with oil', x: 90 },
          '• to clean the lens',
          '1. on Mondays, and',
          '2. on Fridays.',
        ),
      ],
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The keeper has three duties:',
      'item 1: to light the lamp',
      'item 2: with oil',
      'item 1: to clean the lens',
      'item 1: 1. on Mondays, and',
      'item 1: 2. on Fridays.',
    ]);
  });

  it('gathers the entries of a list of contents, an ellipsis for their dots', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          `1 The lamp ${'. '.repeat(40)}3`,
          '1.1 The oil that burns in it, and',
          `what it costs${'.'.repeat(60)}iv`,
          `2 The lens ${'. '.repeat(40)}12`,
        ),
        page('The lamp of the lighthouse of Nowhere is lit by the keeper at dusk ... 5 times.'),
      ],
    });
    assert.deepEqual(
      blocks.map(({ kind, text }) => `${kind}: ${text}`),
      [
        'item: 1 The lamp … 3',
        'item: 1.1 The oil that burns in it, and what it costs … iv',
        'item: 2 The lens … 12',
        'paragraph: The lamp of the lighthouse of Nowhere is lit by the keeper at dusk ... 5 times.',
      ],
    );
  });

  it('finds tables and captions', async () => {
    const row = (y: number, ...cells: readonly string[]): PdfText[] =>
      cells.map((text, at) => ({ text, x: 72 + at * 140, y }));
    const { blocks } = await extract({
      pages: [
        {
          texts: [
            { text: 'Table 1. Lights of the coast', x: 72, y: 760 },
            ...row(740, 'Light', 'Height', 'Keeper'),
            ...row(726, 'North Head', '20 m', 'Ann Example'),
            ...row(712, 'Old Pier', '6 m', 'Bo Example'),
            { text: 'All lights burn through the night.', x: 72, y: 680 },
          ],
        },
      ],
    });
    assert.deepEqual(shown(blocks), [
      'caption: Table 1. Lights of the coast',
      'table: Light\tHeight\tKeeper\nNorth Head\t20 m\tAnn Example\nOld Pier\t6 m\tBo Example',
      'paragraph: All lights burn through the night.',
    ]);
  });

  it('keeps the powers of letters, which are no marks of notes', async () => {
    const { blocks } = await extract({
      pages: [
        page(
          'The area is x',
          { text: '2', x: 129, y: 764, size: 7 },
          { text: 'for a lamp.', x: 142, y: 760 },
        ),
      ],
    });
    assert.deepEqual(shown(blocks), ['paragraph: The area is x2 for a lamp.']);
  });

  it('keeps lines together that stand further apart than those of other pages', async () => {
    const spaced = (step: number): PdfText[] =>
      LINES.map((text, at) => ({ text, x: 72, y: 760 - at * step, size: 11 }));
    const { blocks } = await extract({
      pages: [13, 13, 20].map((step) => ({ texts: spaced(step) })),
    });
    assert.deepEqual(
      blocks.map(({ text, page: number }) => [text, number]),
      [1, 2, 3].map((number) => [LINES.join(' '), number]),
    );
  });

  it('are not cut by a box beside them', async () => {
    const box = ['Lights: 3', 'Keepers: 2', 'Boats: 11'];
    const { blocks } = await extract({
      pages: [
        {
          texts: [
            ...LINES.slice(0, 6).map((text, at) => ({ text, x: 72, y: 760 - at * 13 })),
            ...box.map((text, at) => ({ text, x: 450, y: 753 - at * 20, size: 9 })),
            {
              text: `${LINES[6] ?? ''} and ends below the box, where lines are as wide as the page.`,
              x: 72,
              y: 760 - 6 * 13,
            },
          ],
        },
      ],
    });
    assert.equal(
      blocks[0]?.text,
      `${LINES.join(' ')} and ends below the box, where lines are as wide as the page.`,
    );
    assert.deepEqual(
      blocks.slice(1).flatMap(({ text }) => text.split(/ (?=[A-Z])/)),
      box,
    );
  });
});

const LINES = [
  'The lamp of the lighthouse of Nowhere is lit at dusk by the keeper,',
  'who stays awake for as long as it burns and writes down all that he',
  'sees and hears from the gallery, be it ships or birds or weather, so',
  'that those who come after him know what the nights were like and may',
  'compare them with their own, which is what the council asks of every',
  'keeper that it hires and what no one of them has failed to do so far',
  'in all of the years since the tower was built by the pilots',
];
