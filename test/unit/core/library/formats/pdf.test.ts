import fc from 'fast-check';
import assert from 'node:assert/strict';
import type {
  Block,
  ExtractedDocument,
  Extraction,
} from '../../../../../src/core/library/document';
import { extractPdf } from '../../../../../src/core/library/formats/pdf';
import {
  makePdf,
  pageHeight,
  typeset,
  type PdfLayout,
  type PdfParagraph,
  type PdfSpec,
  type PdfText,
} from '../../../../support/makePdf';

/** In milliseconds: properties of whole files take their time on a busy machine. */
const SLOW = 20_000;
const options = { maxBytes: 10_000_000 };

async function extract(spec: PdfSpec): Promise<ExtractedDocument> {
  return documentOf(await extractPdf(await makePdf(spec), options));
}

function documentOf(extraction: Extraction): ExtractedDocument {
  assert.ok('document' in extraction, JSON.stringify(extraction));
  return extraction.document;
}

async function problemOf(bytes: Uint8Array, maxBytes = options.maxBytes): Promise<unknown> {
  const extraction = await extractPdf(bytes, { maxBytes });
  return 'problem' in extraction ? extraction.problem : extraction;
}

/** A page of lines, each below the one before. */
function page(...lines: readonly (string | Partial<PdfText>)[]): { texts: PdfText[] } {
  let y = 760;
  return {
    texts: lines.map((line) => {
      const text = typeof line === 'string' ? { text: line } : line;
      const placed = { text: '', x: 72, y, size: 11, ...text };
      y = placed.y - 13.5;
      return placed;
    }),
  };
}

/** What is compared of blocks: "heading 1: Scope". */
function shown(blocks: readonly Block[]): readonly string[] {
  return blocks.map(
    ({ kind, level, text }) => `${kind}${level === undefined ? '' : ` ${String(level)}`}: ${text}`,
  );
}

describe('PDF: what a file is', () => {
  it('is read by pages, with their labels', async () => {
    const { format, blocks, pageLabels } = await extract({
      pages: [
        page('Preface of the keeper.'),
        page('The lamp is lit at dusk.'),
        page('It is put out.'),
      ],
      labels: [
        { from: 1, style: 'r' },
        { from: 2, style: 'D', prefix: 'A-', start: 7 },
      ],
    });
    assert.equal(format, 'pdf');
    assert.deepEqual(pageLabels, ['i', 'A-7', 'A-8']);
    assert.deepEqual(
      blocks.map(({ page, lastPage }) => [page, lastPage]),
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    );
  });

  it('has the title, author and language that a person gave it', async () => {
    const { metadata } = await extract({
      pages: [page('The lamp is lit at dusk.')],
      title: 'Rules of the Lighthouse',
      author: 'Example, Ann; Council of Nowhere',
      language: 'en-GB',
    });
    assert.deepEqual(metadata, {
      title: 'Rules of the Lighthouse',
      author: [{ family: 'Example', given: 'Ann' }, { literal: 'Council of Nowhere' }],
      language: 'en-GB',
    });
  });

  it('has no title that a program gave it, but the one at its head', async () => {
    for (const title of ['Microsoft Word - draft 3.doc', 'rules_final.indd', 'Untitled', '']) {
      const { metadata } = await extract({
        pages: [
          page(
            { text: 'Rules of the Lighthouse', size: 20 },
            { text: 'The lamp is lit by the keeper at dusk.', y: 700 },
          ),
        ],
        title,
      });
      assert.deepEqual(metadata, { title: 'Rules of the Lighthouse' });
    }
  });

  it('is encrypted when it takes a password, and read when the password is empty', async () => {
    const pages = [page('The lamp is lit at dusk.')];
    assert.deepEqual(await problemOf(await makePdf({ pages, password: 'sesame' })), {
      kind: 'encrypted',
    });
    const { blocks } = await extract({ pages, password: '' });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit at dusk.']);
  }).timeout(SLOW);

  it('has no text when its pages are empty, or have next to nothing', async () => {
    assert.deepEqual(await problemOf(await makePdf({ pages: [page(), page()] })), {
      kind: 'noText',
    });
    assert.deepEqual(await problemOf(await makePdf({ pages: [page('No. 1'), page('2')] })), {
      kind: 'noText',
    });
  });

  it('is too large beyond the limit', async () => {
    const bytes = await makePdf({ pages: [page('The lamp.')] });
    assert.deepEqual(await problemOf(bytes, 100), { kind: 'tooLarge', limit: 100 });
  });

  it('fails with a reason where it is damaged or no PDF', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('Plainly no PDF.')]) {
      const problem = await problemOf(bytes);
      assert.ok(problem && typeof problem === 'object' && 'kind' in problem);
      assert.equal(problem.kind, 'failed');
      assert.ok('reason' in problem && problem.reason !== '');
    }
  });

  it('leaves the bytes as they are, and says how far it is', async () => {
    const bytes = await makePdf({ pages: [page('The lamp.'), page('The lens.')] });
    const before = bytes.slice();
    const shares: number[] = [];
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await extractPdf(bytes, { ...options, pause, onProgress: (share) => shares.push(share) });
    assert.deepEqual(bytes, before);
    assert.deepEqual(shares, [0.5, 1]);
    assert.ok(pauses >= 2);
  });

  it('does not follow a page tree in circles', async () => {
    const bytes = await makePdf({ pages: [page('The lamp is lit.'), page('It is put out.')] });
    const text = Buffer.from(bytes).toString('latin1');
    // The tree's node of pages becomes a child of itself.
    const [, kids = '', first = ''] = /\/Kids \[ ((\d+ 0 R)[^\]]*)\]/.exec(text) ?? [];
    const [, tree = ''] = /(\d+) 0 obj\s*<<\s*\/Type \/Pages/.exec(text) ?? [];
    const cyclic = text.replace(kids, kids.replace(first, `${tree} 0 R`.padEnd(first.length)));
    assert.notEqual(cyclic, text);
    const problem = await extractPdf(Uint8Array.from(Buffer.from(cyclic, 'latin1')), options);
    assert.ok('problem' in problem || 'document' in problem);
  });

  it('is answered, whatever its bytes', async () => {
    const bytes = await makePdf({
      pages: [page('The lamp is lit.'), page('It is put out.')],
      outline: [{ title: 'The lamp is lit.', page: 1 }],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const mutated = bytes.slice();
          changes.forEach(([at, byte]) => (mutated[at] = byte));
          const extraction = await extractPdf(mutated, options);
          assert.ok('problem' in extraction || 'document' in extraction);
        },
      ),
      { numRuns: 30 },
    );
  }).timeout(SLOW);
});

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
});

describe('PDF: headings', () => {
  const paragraphs: readonly PdfParagraph[] = [
    { kind: 'title', text: 'Rules of the Lighthouse' },
    { kind: 'heading', text: 'Scope of the rules' },
    { text: 'These rules hold in all of the harbour of Nowhere, on the pier and on its walls.' },
    { kind: 'heading', text: 'The lamp' },
    { text: 'The lamp is lit at dusk by the keeper, who stays awake until it is put out.' },
  ];

  it('are found by their type', async () => {
    const { blocks } = await extract({ pages: await typeset(paragraphs) });
    assert.deepEqual(
      shown(blocks).filter((block) => block.startsWith('heading')),
      [
        'heading 1: Rules of the Lighthouse',
        'heading 2: Scope of the rules',
        'heading 2: The lamp',
      ],
    );
  });

  it('are those of the outline where there is one', async () => {
    const { blocks } = await extract({
      pages: await typeset(paragraphs),
      outline: [
        {
          title: 'I. Rules of the lighthouse',
          page: 1,
          children: [
            {
              title: '1.1 Scope of the rules',
              page: 1,
              children: [{ title: 'The lamp', page: 1 }],
            },
          ],
        },
      ],
    });
    assert.deepEqual(
      shown(blocks).filter((block) => block.startsWith('heading')),
      [
        'heading 1: Rules of the Lighthouse',
        'heading 2: Scope of the rules',
        'heading 3: The lamp',
      ],
    );
  });

  it('do not come from an outline that does not speak of the text', async () => {
    const { blocks } = await extract({
      pages: await typeset(paragraphs),
      outline: [{ title: 'Page 1', page: 1 }],
    });
    assert.equal(blocks.filter(({ kind }) => kind === 'heading').length, 3);
  });
});

describe('PDF: heads and feet', () => {
  const layout: PdfLayout = { runningHead: 'Rules of Nowhere 2031', pageNumbers: true };

  it('are dropped, and paragraphs go on over the page', async () => {
    const text = Array.from({ length: 1400 }, (_, at) => `word${String(at)}`).join(' ');
    const { blocks } = await extract({ pages: await typeset([{ text }], layout) });
    assert.deepEqual(
      blocks.map((block) => [block.text, block.page, block.lastPage]),
      [[text, 1, 3]],
    );
  });

  it('may change with the chapter and the side', async () => {
    const { blocks } = await extract({
      pages: [1, 2, 3, 4, 5, 6].map((number) =>
        page(
          {
            text:
              number % 2 === 0
                ? `${String(number)} Rules`
                : `Chapter ${String(number)} ${String(number)}`,
            x: number % 2 === 0 ? 72 : 400,
            y: pageHeight - 40,
          },
          { text: `The lamp number ${'iv'.repeat(number)} is lit at dusk.`, y: 740 },
        ),
      ),
    });
    assert.equal(blocks.length, 6);
    assert.ok(blocks.every(({ text }) => text.startsWith('The lamp number')));
  });

  it('are not the first and last lines of the text', async () => {
    const { blocks } = await extract({
      pages: [
        page('The council met in the town hall.', 'It opened the session at noon.', 'It was cold.'),
        page(
          'The council met in the town hall.',
          'It closed the session at night.',
          'It was dark.',
        ),
      ],
    });
    const words = blocks.map(({ text }) => text).join(' ');
    assert.equal(words.match(/The council met in the town hall\./g)?.length, 2);
  });
});

describe('PDF: columns', () => {
  const words = fc
    .array(fc.constantFrom('the', 'keeper', 'lighthouse', 'and', 'council', 'of', 'regulations'), {
      minLength: 8,
      maxLength: 110,
    })
    .map((list) => list.join(' '));

  // Long enough at its beginning that lines and paragraphs can be told apart.
  const opening = 'and the harbour '.repeat(60).trim();
  const document = fc.array(words, { minLength: 1, maxLength: 8 }).map((texts) =>
    [opening, ...texts].map((text, at): PdfParagraph => ({
      // Every paragraph has words of its own, so that a wrong order shows.
      text: `N${String(at)} ${text.replaceAll(' and ', ` and${String.fromCharCode(97 + at)} `)} end${String(at)}.`,
    })),
  );

  const layouts = fc.record({
    columns: fc.constantFrom(1, 2),
    indent: fc.boolean(),
    pageNumbers: fc.boolean(),
    hyphenateAfter: fc.constantFrom(0, 4),
  });

  it('keep all words in their order, and every paragraph whole', async () => {
    await fc.assert(
      fc.asyncProperty(document, layouts, async (paragraphs, { columns, ...layout }) => {
        const title: PdfParagraph = { kind: 'title', text: 'Rules of the Lighthouse' };
        const pages = await typeset([title, ...paragraphs], {
          ...layout,
          columns: columns === 2 ? 2 : 1,
          runningHead: 'The harbour of Nowhere',
        });
        const { blocks } = await extract({ pages: pages.length < 3 ? withoutHeads(pages) : pages });
        assert.deepEqual(
          blocks.map(({ text }) => text),
          [title, ...paragraphs].map(({ text }) => text),
        );
      }),
      { numRuns: 15 },
    );
  }).timeout(SLOW);

  function withoutHeads(pages: PdfSpec['pages']): PdfSpec['pages'] {
    return pages.map(({ texts }) => ({ texts: texts.filter(({ size }) => size !== 9) }));
  }
});
