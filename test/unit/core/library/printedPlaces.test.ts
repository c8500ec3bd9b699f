import assert from 'node:assert/strict';
import type { Block } from '../../../../src/core/library/document';
import { passagesAt } from '../../../../src/core/library/locators';
import { placedDocument, printedLocators } from '../../../../src/core/library/printedPlaces';
import { structureDocument } from '../../../../src/core/library/structure';

const heading = (text: string, level = 2): Block => ({ kind: 'heading', text, level });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** What is printed for the passages from the one with some words on to that with others. */
function printed(blocks: readonly Block[], from: string, to = from, title?: string) {
  const document = structureDocument({
    format: 'text',
    metadata: title === undefined ? {} : { title },
    blocks,
  });
  const at = (words: string): number =>
    document.passages.findIndex(({ span }) =>
      document.text.slice(span.start, span.end).includes(words),
    );
  const passages = document.passages.slice(at(from), at(to) + 1);
  const locators = printedLocators(placedDocument(document, title ?? 'harbour.txt'), passages);
  for (const locator of locators) {
    const found = passagesAt(document, locator);
    assert.ok(
      passages.some((passage) => found.includes(passage)),
      `${locator} leads back`,
    );
  }
  return locators;
}

describe('the place of a passage in print', () => {
  const report = [
    heading('The harbour report', 1),
    paragraph('Opening words.'),
    heading('Strait, and “harbour”'),
    paragraph('Lamps are lit.'),
    paragraph('Oil is bought.'),
    heading('Costs', 3),
    paragraph('Much is paid.'),
    heading('Page 3'),
    paragraph('Odd words.'),
    heading('annex.docx'),
    paragraph('More odd words.'),
  ];

  it('is the heading of its section, by which it is found again', () => {
    assert.deepEqual(printed(report, 'Lamps'), ['under “Strait, and ‘harbour’”']);
    assert.deepEqual(printed(report, 'Much is'), ['under “Costs”']);
  });

  it('is the heading over all of several passages', () => {
    assert.deepEqual(printed(report, 'Oil is', 'Much is'), ['under “Strait, and ‘harbour’”']);
    assert.deepEqual(printed(report, 'Much is', 'Odd words'), []);
  });

  it('is no title, and no heading that a converter has made', () => {
    assert.deepEqual(printed(report, 'Opening'), []);
    assert.deepEqual(printed(report, 'Odd words'), []);
    assert.deepEqual(printed(report, 'More odd'), []);
    const flat = [heading('Notes', 1), paragraph('A.'), heading('Lamps', 1), paragraph('B lamp.')];
    assert.deepEqual(printed(flat, 'B lamp', 'B lamp', 'Lamps'), []);
    assert.deepEqual(printed(flat, 'B lamp'), ['under “Lamps”']);
  });

  it('is the page where there are pages', () => {
    const document = structureDocument({
      format: 'pdf',
      metadata: {},
      pageLabels: ['xi', '12'],
      blocks: [
        { ...heading('Costs'), page: 1 },
        { ...paragraph('Oil.'), page: 1 },
        { ...paragraph('Wicks.'), page: 2 },
      ],
    });
    const source = placedDocument(document, 'a.pdf');
    assert.deepEqual(printedLocators(source, document.passages.slice(1)), ['p. xi', 'p. 12']);
    assert.deepEqual(printedLocators(source, document.passages.slice(0, 2)), ['p. xi']);
  });

  it('is the number that the document prints, where it counts its paragraphs throughout', () => {
    const declaration = [
      paragraph('The keepers have met.'),
      ...['We meet.', 'We light lamps.'].map((text, at) => paragraph(`${at + 1}. ${text}`)),
      heading('Oil'),
      ...['We buy oil.', 'We sell none.', 'We part.'].map((text, at) =>
        paragraph(`${at + 3}. ${text}`),
      ),
    ];
    assert.deepEqual(printed(declaration, 'light lamps'), ['para. 2']);
    assert.deepEqual(printed(declaration, 'buy oil', 'sell none'), ['paras. 3–4']);
    assert.deepEqual(printed(declaration, 'have met'), []);
  });

  it('is no number of a list', () => {
    const list = [
      paragraph('Opening.'),
      heading('Tasks'),
      ...['one', 'two', 'three', 'four', 'five', 'six'].map((text, at) =>
        paragraph(`${(at % 3) + 1}. Task ${text}.`),
      ),
    ];
    assert.deepEqual(printed(list, 'Task two'), ['under “Tasks”']);
    const short = [heading('Tasks'), paragraph('1. One task.'), paragraph('2. Two tasks.')];
    assert.deepEqual(printed([...short, heading('Oil'), paragraph('Words.')], 'Two tasks'), [
      'under “Tasks”',
    ]);
  });
});
