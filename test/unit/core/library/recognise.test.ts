import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, SourceDocument } from '../../../../src/core/library/document';
import { fingerprintsOf } from '../../../../src/core/library/fingerprints';
import { recogniseSources, type KnownSource } from '../../../../src/core/library/recognise';
import { structureDocument, passageText } from '../../../../src/core/library/structure';
import type { SourceId } from '../../../../src/core/model';

const PARAGRAPHS = [
  'The town council of Elmwick bought the old lighthouse in the spring, because the keeper’s family had moved inland and nobody else wished to climb its stairs every evening.',
  'Since then, a rota of twelve neighbours lights the lamp at dusk — whatever the weather — and writes the hour, the wind and the ships that pass into a long-standing logbook.',
  'Its oldest page tells of a storm that took the roof; “we held the lamp by hand”, the first keeper wrote, and the harbour was found by all nine boats that were out.',
  'Visitors may climb the tower on Sundays. They pay with a bucket of coal, which is carried up the two hundred stairs and burnt in the stove that keeps the lenses dry.',
];
const original = structure([
  { kind: 'heading', text: 'A lamp for Elmwick' },
  ...PARAGRAPHS.map(paragraph),
  paragraph('All rights reserved.'),
]);
const known: readonly KnownSource[] = [
  { id: 'elmwick' as SourceId, fingerprints: fingerprintsOf(original) },
];
const LOCATORS = ['1.1', '1.2', '1.3', '1.4'];

describe('fingerprintsOf', () => {
  it('has one for each paragraph that can be told from others', () => {
    assert.deepEqual(
      known[0]!.fingerprints.map(({ locator }) => locator),
      LOCATORS,
    );
  });

  it('takes the pieces of a long paragraph as one, and paragraphs of one page apart', () => {
    const long = PARAGRAPHS.join(' ').repeat(3);
    const document = structure([
      { ...paragraph(long), page: 1 },
      { ...paragraph(PARAGRAPHS[0]!), page: 1 },
    ]);
    assert.ok(document.passages.length > 2);
    assert.deepEqual(
      fingerprintsOf(document).map(({ locator }) => locator),
      ['p. 1', 'p. 1'],
    );
  });

  it('carries no text', () => {
    for (const { sketch } of known[0]!.fingerprints) {
      assert.match(sketch, /^([\da-z]{6}){16}$/);
    }
  });
});

describe('recogniseSources', () => {
  it('finds every paragraph of a copy at its passage', () => {
    assert.deepEqual(
      placesIn(original),
      PARAGRAPHS.map((text, at) => [LOCATORS[at], text]),
    );
  });

  it('does not mind headings, quotes, dashes, case, hyphens and blanks', () => {
    const copy = structure([
      { kind: 'heading', text: 'Neighbours keep a light' },
      paragraph('Menu About us Contact'),
      ...PARAGRAPHS.map((text) =>
        paragraph(
          text
            .replaceAll('’', "'")
            .replaceAll(/[“”]/g, '"')
            .replaceAll('—', '--')
            .replace('neighbours', 'neigh- bours')
            .replace('family', 'fami\u00adly')
            .toUpperCase(),
        ),
      ),
    ]);
    assert.deepEqual(
      placesIn(copy).map(([locator]) => locator),
      LOCATORS,
    );
  });

  it('follows paragraphs that are joined, and those that are parted', () => {
    const joined = structure([
      paragraph(PARAGRAPHS.slice(0, 2).join(' ')),
      paragraph(PARAGRAPHS[2]!),
    ]);
    assert.deepEqual(
      placesIn(joined).map(([locator, text]) => [locator, joined.text.indexOf(text)]),
      [
        ['1.1', 0],
        ['1.2', 0],
        ['1.3', joined.passages[1]!.span.start],
      ],
    );

    const cut = PARAGRAPHS[3]!.indexOf('They pay');
    const parted = structure([
      paragraph(PARAGRAPHS[3]!.slice(0, cut)),
      paragraph(PARAGRAPHS[3]!.slice(cut)),
    ]);
    assert.deepEqual(placesIn(parted), [['1.4', PARAGRAPHS[3]!.slice(cut)]]);
  });

  it('recognises a paragraph in which a few words were edited', () => {
    const edited = PARAGRAPHS[1]!.replace('twelve', 'eleven').replace('the wind and', 'the tide,');
    assert.deepEqual(placesIn(structure([paragraph(edited)])), [['1.2', edited]]);
  });

  it('takes the copy of a paragraph, not a sentence of it that is quoted before', () => {
    const quote = PARAGRAPHS[2]!.slice(0, 70);
    const document = structure([paragraph(`As she said: ${quote}.`), paragraph(PARAGRAPHS[2]!)]);
    assert.deepEqual(placesIn(document), [['1.3', PARAGRAPHS[2]]]);
  });

  it('does not take pieces for a paragraph that stand far from each other', () => {
    const filler = Array.from({ length: 80 }, (_, at) => `lamp ${at}`).join(' ');
    const words = PARAGRAPHS[0]!.split(' ');
    const scattered = Array.from({ length: 3 }, (_, part) =>
      paragraph(`${filler} ${words.slice(part * 10, part * 10 + 10).join(' ')} ${filler}`),
    );
    assert.deepEqual(placesIn(structure(scattered)), []);
  });

  it('recognises nothing in other texts', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 200 })), (texts) => {
        assert.deepEqual(placesIn(structure(texts.map(paragraph))), []);
      }),
    );
  });

  it('bears with documents without text and sketches that are none', () => {
    assert.deepEqual(placesIn(structure([])), []);
    const broken = { locator: '1.1', length: 10, sketch: 'none' };
    assert.deepEqual(
      recogniseSources(original, [{ id: 'broken' as SourceId, fingerprints: [broken] }]),
      [],
    );
  });
});

/** Locator and text of what is recognised. */
function placesIn(document: SourceDocument): readonly (readonly [string, string])[] {
  return recogniseSources(document, known).map(({ locator, passage }) => {
    const found = document.passages.find(({ id }) => id === passage);
    return [locator, found ? passageText(document, found) : ''] as const;
  });
}

function structure(blocks: readonly Block[]): SourceDocument {
  return structureDocument({ format: 'text', metadata: {}, blocks });
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
