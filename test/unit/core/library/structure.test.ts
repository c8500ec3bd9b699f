import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, ExtractedDocument } from '../../../../src/core/library/document';
import { passagesAndHeadingsAt } from '../../../../src/core/library/locators';
import { paragraphsIn } from '../../../../src/core/library/paragraphsIn';
import { FEWEST_WORDS, MOST_WORDS } from '../../../../src/core/library/passages';
import { headingsOf, structureDocument, passageText } from '../../../../src/core/library/structure';

describe('structureDocument', () => {
  it('numbers paragraphs within the sections that headings open', () => {
    const document = structure(
      paragraph('The council met at dusk.'),
      heading('Who keeps the lamp?'),
      paragraph('The keeper does.'),
      paragraph('His sister helps.'),
      heading('What does it cost?', 2),
      { kind: 'caption', text: 'The lamp in winter' },
    );
    assert.deepEqual(
      document.passages.map((passage) => [passage.locator, passageText(document, passage)]),
      [
        ['0.1', 'The council met at dusk.'],
        ['sec. 1', 'Who keeps the lamp?'],
        ['1.1', 'The keeper does.'],
        ['1.2', 'His sister helps.'],
        ['sec. 2', 'What does it cost?'],
        ['2.1', 'The lamp in winter'],
      ],
    );
  });

  it('opens no section for its own title', () => {
    const blocks = [
      heading('The Lamp of Skerry'),
      paragraph('The council met at dusk.'),
      heading('Costs', 2),
      paragraph('Oil is dear.'),
    ];
    const locators = (title: string): readonly string[] =>
      structureDocument({ format: 'markdown', metadata: { title }, blocks }).passages.map(
        ({ locator }) => locator,
      );
    assert.deepEqual(locators('The lamp of Skerry'), ['', '0.1', 'sec. 1', '1.1']);
    assert.deepEqual(locators('Minutes'), ['sec. 1', '1.1', 'sec. 2', '2.1']);
  });

  it('keeps headings in the text, with an empty line between blocks', () => {
    const document = structure(heading('Costs'), paragraph('Oil  is\ndear.'));
    assert.equal(document.text, 'Costs\n\nOil is dear.');
    assert.deepEqual(document.headings, [{ text: 'Costs', level: 1, span: { start: 0, end: 5 } }]);
  });

  it('nests headings by their levels, skipped ones too', () => {
    const document = structure(
      heading('A', 2),
      heading('B', 4),
      paragraph('one'),
      heading('C', 3),
      paragraph('two'),
      heading('D', 1),
      paragraph('three'),
    );
    assert.deepEqual(
      document.passages.map((passage) => headingsOf(document, passage)),
      [[], ['A'], ['A', 'B'], ['A'], ['A', 'C'], [], ['D']],
    );
  });

  it('cites pages by their printed labels', () => {
    const document = structureDocument({
      format: 'pdf',
      metadata: {},
      pageLabels: ['xii', '', '1'],
      blocks: [
        { kind: 'paragraph', text: 'one', page: 1 },
        { kind: 'paragraph', text: 'two', page: 1, lastPage: 2 },
        { kind: 'paragraph', text: 'three', page: 3, lastPage: 3 },
      ],
    });
    assert.deepEqual(
      document.passages.map(({ locator, page, lastPage }) => [locator, page, lastPage]),
      [
        ['p. xii', 1, 1],
        ['pp. xii–2', 1, 2],
        ['p. 1', 3, 3],
      ],
    );
  });

  it('gathers short items of a list, and leaves those of a size alone', () => {
    const document = structure(
      paragraph('It needs:'),
      item('oil'),
      item('wicks'),
      item(words(60)),
      item('a ladder'),
      paragraph('No more.'),
    );
    assert.deepEqual(
      document.passages.map(({ locator }) => locator),
      ['0.1', '0.2–0.3', '0.4', '0.5', '0.6'],
    );
    assert.equal(passageText(document, document.passages[1]!), 'oil\n\nwicks');
  });

  it('gathers the rows of a table, which is one paragraph', () => {
    const rows = Array.from({ length: 60 }, (_, row) => `\tlamp ${row}\t${words(6)}\t`);
    const document = structure({ kind: 'table', text: rows.join('\n') }, paragraph('So much.'));
    assert.deepEqual(
      document.passages.map(({ locator }) => locator),
      ['0.1', '0.1', '0.1', '0.2'],
    );
    assert.match(passageText(document, document.passages[0]!), /^lamp 0\t/);
  });

  it('gives the same id to the same text wherever it stands, and tells equal ones apart', () => {
    const before = structure(paragraph('The lamp is lit.'), paragraph('Fog.'));
    const after = structure(
      paragraph('Fog.'),
      heading('New'),
      paragraph('Fog.'),
      paragraph('The lamp is lit.'),
    );
    const [lamp, fog] = before.passages.map(({ id }) => id);
    const ids = paragraphsIn(after).map(({ id }) => id);
    assert.deepEqual([ids[0], ids[2]], [fog, lamp]);
    assert.equal(new Set(ids).size, 3);
  });

  it('gives paragraphs the ids that they have without headings of the same words', () => {
    const ids = (...blocks: readonly Block[]): readonly string[] =>
      paragraphsIn(structure(...blocks)).map(({ id }) => id);
    const fog = paragraph('Fog.');
    assert.deepEqual(ids(heading('Fog'), fog, heading('Heading fog'), fog), ids(fog, fog));
  });

  it('cites a heading on a page by that', () => {
    const document = structureDocument({
      format: 'pdf',
      metadata: {},
      pageLabels: ['ix'],
      blocks: [{ ...heading('Costs'), page: 1, lastPage: 1 }],
    });
    const [passage] = document.passages;
    assert.deepEqual([passage?.locator, passage?.page, passage?.heading], ['p. ix', 1, 0]);
  });

  it('keeps where passages stand in the original', () => {
    const document = structure(
      { ...item('oil'), original: { start: 2, end: 5 } },
      { ...item('wicks'), original: { start: 8, end: 13 } },
    );
    assert.deepEqual(document.passages[0]?.original, { start: 2, end: 13 });
  });

  it('has the words of all blocks in its passages, in order', () => {
    fc.assert(
      fc.property(documents, (extracted) => {
        const document = structureDocument(extracted);
        const inPassages = document.passages.map((passage) => passageText(document, passage));
        const inBlocks = extracted.blocks.map(({ text }) => text);
        assert.deepEqual(tokens(inPassages), tokens(inBlocks));
        assert.deepEqual(tokens([document.text]), tokens(inBlocks));
      }),
    );
  });

  it('numbers and identifies paragraphs as if headings were no passages', () => {
    fc.assert(
      fc.property(documents, ({ blocks: all, ...rest }) => {
        const placed = (kinds: (kind: Block['kind']) => boolean): readonly string[] =>
          paragraphsIn(
            structureDocument({ ...rest, blocks: all.filter(({ kind }) => kinds(kind)) }),
          ).map(({ id }) => id);
        const isOther = (kind: Block['kind']): boolean => kind !== 'heading' && kind !== 'item';
        assert.deepEqual(
          placed((kind) => kind !== 'item'),
          placed(isOther),
        );
      }),
    );
  });

  it('makes spans in order, without overlap, under the heading before them', () => {
    fc.assert(
      fc.property(documents, (extracted) => {
        const { text, headings, passages } = structureDocument(extracted);
        let end = 0;
        for (const { span, heading, isHeading } of passages) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          assert.equal(text.slice(span.start, span.end).trim().length, span.end - span.start);
          const above =
            headings.filter((candidate) => candidate.span.start <= span.start).length - 1;
          assert.equal(heading ?? -1, above);
          assert.equal(isHeading ?? false, headings[above]?.span.start === span.start);
          assert.ok(above + 1 === headings.length || headings[above + 1]!.span.start >= span.end);
          end = span.end;
        }
      }),
    );
  });

  it('keeps passages within the limits where the text allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }), (lengths) => {
        const text = lengths.map((length) => `${words(length)}.`).join(' ');
        const { passages, text: all } = structure(paragraph(text));
        for (const { span } of passages) {
          const size = tokens([all.slice(span.start, span.end)]).length;
          assert.ok(size <= MOST_WORDS, `${size} words`);
          assert.ok(size >= FEWEST_WORDS || passages.length === 1 || mustBeShort(lengths));
        }
      }),
    );
  });

  it('makes ids that are unique, and the same each time', () => {
    fc.assert(
      fc.property(documents, (extracted) => {
        const document = structureDocument(extracted);
        const ids = document.passages.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        assert.deepEqual(structureDocument(extracted), document);
      }),
    );
  });

  it('finds each passage by its own locator', () => {
    fc.assert(
      fc.property(documents, (extracted) => {
        const document = structureDocument(extracted);
        for (const passage of document.passages) {
          const found = passagesAndHeadingsAt(document, passage.locator);
          assert.ok(passage.locator === '' || found.includes(passage), passage.locator);
        }
      }),
    );
  });
});

/** Sentences between two limits may be such that no cut between them makes pieces of the right size. */
function mustBeShort(lengths: readonly number[]): boolean {
  const all = lengths.reduce((sum, length) => sum + length, 0);
  let reachable = new Set([0]);
  let end = 0;
  for (const length of lengths) {
    // A sentence that is too long may be cut anywhere.
    const cuts = length > MOST_WORDS ? Array.from({ length }, (_, at) => at + 1) : [length];
    for (const cut of cuts) {
      const at = end + cut;
      const fits = [...reachable].some(
        (from) => at - from >= FEWEST_WORDS && at - from <= MOST_WORDS,
      );
      reachable = fits ? new Set([...reachable, at]) : reachable;
    }
    end += length;
  }
  return !reachable.has(all);
}

const blocks = fc.record(
  {
    kind: fc.constantFrom<Block['kind'][]>(
      'heading',
      'paragraph',
      'item',
      'quote',
      'table',
      'caption',
      'footnote',
    ),
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.lorem({ maxCount: 60 }),
      fc.lorem({ maxCount: 40, mode: 'sentences' }),
      fc.constantFrom(
        '',
        ' ',
        '\n\n',
        '\u0000',
        'p. 3',
        '2.1',
        '灯台は町の議会が守る。'.repeat(60),
      ),
    ),
    level: fc.integer({ min: -1, max: 9 }),
    page: fc.integer({ min: 1, max: 5 }),
    lastPage: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['kind', 'text'] },
);

const documents: fc.Arbitrary<ExtractedDocument> = fc.record(
  {
    format: fc.constant('pdf' as const),
    metadata: fc.record(
      { language: fc.constantFrom('en', 'de', 'not a language', '') },
      { requiredKeys: [] },
    ),
    blocks: fc.array(blocks, { maxLength: 14 }),
    pageLabels: fc.array(
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('i', '1', 'A–1', '1-2')),
    ),
  },
  { requiredKeys: ['format', 'metadata', 'blocks'] },
);

function structure(...of: readonly Block[]) {
  return structureDocument({ format: 'text', metadata: {}, blocks: of });
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function item(text: string): Block {
  return { kind: 'item', text };
}

function heading(text: string, level = 1): Block {
  return { kind: 'heading', text, level };
}

function words(count: number): string {
  return Array.from({ length: count }, (_, at) => (at === 0 ? 'The' : 'lamp')).join(' ');
}

/** Words, or characters where they are not parted by blanks. */
function tokens(texts: readonly string[]): readonly string[] {
  return texts.flatMap(
    (text) =>
      text.match(
        /[\p{Script=Han}\p{Script=Hiragana}。]|[^\s\p{Script=Han}\p{Script=Hiragana}。]+/gu,
      ) ?? [],
  );
}
