import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  pageHeight,
  typeset,
  type PdfLayout,
  type PdfParagraph,
  type PdfSpec,
} from '../../../../support/makePdf';
import { SLOW, extract, page, shown } from './pdfDocuments';

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
