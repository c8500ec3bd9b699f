import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  pageLabelsOf,
  printedNumbersOf,
} from '../../../../../src/core/library/formats/pdfPageNumbers';
import {
  rowsOf,
  type PdfFragment,
  type PdfPageRows,
} from '../../../../../src/core/library/formats/pdfLines';
import { extract, page, shown } from './pdfDocuments';

const WIDTH = 600;
const HEIGHT = 800;
/** How wide a letter is in these tests. */
const LETTER = 5;

interface Placed {
  readonly text: string;
  /** From the left edge; in the middle when absent. */
  readonly x?: number;
  /** From the top; in the foot when absent. */
  readonly y?: number;
  readonly size?: number;
}

/** A page of text with something in its head and foot. */
function printed(...placed: readonly (Placed | string)[]): PdfPageRows {
  const body = ['The pilots waited', 'for the lamps of', 'the harbour board'];
  const texts = [
    ...body.map((text, at) => ({ text, x: 72, y: 300 + 14 * at })),
    ...placed.map((one) => (typeof one === 'string' ? { text: one } : one)),
  ];
  return { rows: rowsOf(texts.map(fragment)), width: WIDTH, height: HEIGHT };
}

function fragment({ text, x, y = 770, size = 10 }: Placed): PdfFragment {
  const left = x ?? (WIDTH - LETTER * text.length) / 2;
  const right = left + LETTER * text.length;
  return { text, left, right, baseline: y, size, font: 'a', isRightToLeft: false, isSpaced: false };
}

/** At the outer side of a page in the head. */
function outside(text: string, isLeft: boolean): Placed {
  return { text, x: isLeft ? 50 : WIDTH - 50 - LETTER * text.length, y: 40 };
}

function labels(pages: readonly PdfPageRows[], ofFile?: readonly string[]): string | undefined {
  return pageLabelsOf(printedNumbersOf(pages), ofFile)
    ?.map((label) => label || '–')
    .join(' ');
}

function each<Item>(items: readonly Item[], make: (item: Item, at: number) => PdfPageRows) {
  return items.map(make);
}

describe('PDF: printed page numbers', () => {
  it('are those in the foot that run on from any number', () => {
    assert.equal(labels(each([213, 214, 215], (n) => printed(String(n)))), '213 214 215');
    assert.equal(labels(each([9, 10, 11], (n) => printed(`– ${n} –`))), '9 10 11');
    assert.equal(labels(each([3, 4, 5], (n) => printed(`Page ${n} of 20`))), '3 4 5');
    assert.equal(labels(each([3, 4, 5], (n) => printed(`${n}/20`))), '3 4 5');
    for (const form of [
      'Seite # von 20',
      'Sida #(20)',
      '第#页 共20页',
      '[#]',
      'P a g e | #',
      'p. #',
    ]) {
      const pages = each([3, 4, 5], (n) => printed(form.replace('#', String(n))));
      assert.equal(labels(pages), '3 4 5', form);
    }
  });

  it('stand at either side of a head that says the same', () => {
    const pages = each([47698, 47699, 47700, 47701], (n, at) =>
      printed(outside(String(n), at % 2 === 0), {
        text: 'Harbour Register / Vol. 85, No. 1 / Rules',
        y: 40,
      }),
    );
    assert.equal(labels(pages), '47698 47699 47700 47701');
  });

  it('stand at either side of a head that changes from page to page', () => {
    const pages = each([31, 32, 33, 34, 35], (n, at) =>
      printed(outside(String(n), at % 2 === 0), {
        text: ['Lamps', 'Pilots', 'Tides', 'Cranes', 'Tugs'][at] ?? '',
        y: 40,
      }),
    );
    assert.equal(labels(pages), '31 32 33 34 35');
  });

  it('stand within a line that says the same besides', () => {
    const pages = each([15, 16, 17], (n, at) =>
      printed(at % 2 === 0 ? `Harbour Report 2011 ${n}` : `${n} Harbour Report 2011`),
    );
    assert.equal(labels([...pages, printed('18 Harbour Report 2011')]), '15 16 17 18');
    assert.equal(labels(each([5, 6, 7], (n) => printed(`Harbour lamps Page ${n}`))), '5 6 7');
    const facing = [
      '16 Harbour Report',
      'Harbour Report 17',
      'Harbour Report 19',
      '20 Harbour Report',
    ];
    assert.equal(labels(each(facing, (text) => printed(text))), '16 17 19 20');
  });

  it('have roman front matter, chapters and annexes of their own', () => {
    assert.equal(
      labels(each(['i', 'ii', 'iii', '1', '2', '3', 'A-1', 'A-2'], (n) => printed(n))),
      'i ii iii 1 2 3 A-1 A-2',
    );
    assert.equal(
      labels(each(['3-1', '3-2', '3-3', '4-1', '4-2', '4-3'], (n) => printed(n))),
      '3-1 3-2 3-3 4-1 4-2 4-3',
    );
    assert.equal(labels(each(['', 'ii', '1', '2', '3'], (n) => printed(n))), 'i ii 1 2 3');
    assert.equal(labels(each(['i', 'ii', '1', '2'], (n) => printed(n))), 'i ii 1 2');
    assert.equal(labels(each(['i', '1', '2'], (n) => printed(n))), 'i 1 2');
    assert.equal(labels(each(['A-1', 'A-2', 'B-1', 'B-2'], (n) => printed(n))), 'A-1 A-2 B-1 B-2');
  });

  it('are counted on over pages without one, and back to the first', () => {
    const pages = ['', '', '2', '', '4', '5', '', '7', ''];
    assert.equal(labels(each(pages, (n) => printed(n))), '– 1 2 3 4 5 6 7 8');
  });

  it('are counted back where a chapter opens behind a blank page that the file lacks', () => {
    const pages = ['11', '12', '13', '', '16', '17', '18'];
    assert.equal(labels(each(pages, (n) => printed(n))), '11 12 13 15 16 17 18');
  });

  it('are taken from the foot where a chapter opens', () => {
    const pages = each([53, 54, 55, 56, 57, 58], (n, at) =>
      at === 0 ? printed(String(n)) : printed({ text: String(n), y: 40, x: 500 }),
    );
    assert.equal(labels(pages), '53 54 55 56 57 58');
  });

  it('skip numbers of pages that the file lacks', () => {
    const lacking = ['213', '214', '215', '217', '218', '220', '', '223', '224', '225'];
    assert.equal(
      labels(each(lacking, (n) => printed(n))),
      '213 214 215 217 218 220 222 223 224 225',
    );
    const chosen = ['3', '7', '8', '12', '20', '21', '33'];
    assert.equal(labels(each(chosen, (n) => printed(`– ${n} –`))), chosen.join(' '));
    assert.equal(labels(each(['3', '7', '12', '20'], (n) => printed(n))), undefined);
    assert.equal(labels(each(['78', '79', '83', '84'], (n) => printed(n))), '78 79 83 84');
  });

  it('are those of chosen pages with a head that differs', () => {
    const chosen = ['iii', 'xi', '1', '2', '4', '15', '19', '124'];
    const pages = each(chosen, (n, at) =>
      printed(outside(n, at % 2 === 0), {
        text: at % 2 === 0 ? 'Lamps' : at < 5 ? 'Chapter one' : 'Chapter two',
        x: 250,
        y: 40,
      }),
    );
    assert.equal(labels(pages), chosen.join(' '));
  });

  it('begin again, and are not counted where something else is printed', () => {
    const article = each(['213', '214', '215', '1', ''], (n) => printed(n));
    assert.equal(labels(article), '213 214 215 1 2');
    assert.equal(labels([...article, printed('99')]), '213 214 215 1 2 –');
  });

  it('leave a cover without a number, unless the article names its pages', () => {
    const article = each([366, 367, 368], (n) => printed(String(n)));
    const opening = (pages: string) => printed({ text: `Harbour Review 3, pp. ${pages}`, y: 60 });
    assert.equal(labels([opening('366-368'), ...article]), '– 366 367 368');
    assert.equal(labels([opening('365–368'), ...article]), '365 366 367 368');
    assert.equal(labels([opening('365–8'), ...article]), '365 366 367 368');
  });

  it('are no labels where they are the count of the file', () => {
    assert.equal(labels(each([1, 2, 3, 4], (n) => printed(String(n)))), undefined);
  });

  it('are those of the document, not of a stamp that counts the pages of the file', () => {
    const pages = each([1, 2, 3, 4, 5, 6], (n) =>
      printed({ text: `Case 1:20-cv-0123 Filed 01/02/20 Page ${n} of 6`, y: 20 }, String(n + 11)),
    );
    assert.equal(labels(pages), '12 13 14 15 16 17');
  });

  it('give way to labels of the file, unless those only count', () => {
    const pages = each([213, 214, 215], (n) => printed(String(n)));
    assert.equal(labels(pages, ['A', 'B', 'C']), 'A B C');
    assert.equal(labels(pages, ['1', '2', '3']), '213 214 215');
    assert.equal(labels(pages, ['0', '1', '2']), '213 214 215');
    const cover = [printed('Harbour Review'), ...pages];
    assert.equal(labels(cover, ['212', '213', '214', '215']), '212 213 214 215');
  });

  describe('are not', () => {
    const isNone = (pages: readonly PdfPageRows[]) => assert.equal(labels(pages), undefined);
    const pages = [0, 1, 2, 3, 4, 5, 6, 7];

    it('years', () => {
      isNone(each(pages, () => printed('2020')));
      isNone(each(pages, () => printed('1')));
      isNone(each(pages, (at) => printed({ text: String(2010 + at), y: 40 })));
      isNone(each(pages, (at) => printed({ text: String(1950 + 10 * at), y: 40 })));
      isNone(each(pages, (at) => printed({ text: `Year ${2010 + at}`, y: 40 })));
    });

    it('numbers of sections, tables, days and footnotes', () => {
      const titles = ['Lamps', 'Pilots', 'Tides', 'Cranes', 'Tugs', 'Quays', 'Ropes', 'Fog'];
      isNone(each(pages, (at) => printed({ text: `${at + 4} ${titles[at]}`, x: 72, y: 60 })));
      isNone(
        each(pages, (at) =>
          printed({ text: `${at + 4}.`, x: 72, y: 60 }, { text: titles[at] ?? '', x: 140, y: 60 }),
        ),
      );
      isNone(
        each(pages, (at) =>
          printed(
            { text: String(at + 4), x: 72, y: 60 },
            { text: titles[at] ?? '', x: 140, y: 60 },
          ),
        ),
      );
      isNone(
        each(pages, (at) =>
          printed({ text: String(at + 4), x: 72 }, { text: `See ${titles[at]}.`, x: 100 }),
        ),
      );
      isNone(each(pages, (at) => printed({ text: ['IV', 'V', 'VI'][at % 3] ?? '', y: 60 })));
      isNone(each([4, 5, 6, 7], (n) => printed({ text: String(n), y: 90, size: 24 })));
      isNone(each(['IV', 'V', 'VI', 'VII'], (n) => printed({ text: n, y: 90 })));
      isNone(each(pages, (at) => printed({ text: `Table ${at + 4}`, x: 72, y: 60 })));
      isNone(each(pages, (at) => printed({ text: `Exhibit ${at + 4}`, x: 72, y: 60 })));
      isNone(each(pages, (at) => printed({ text: `${at + 4} March 2020`, x: 72, y: 60 })));
      isNone(each(pages, (at) => printed({ text: `March ${at + 4}`, x: 72, y: 60 })));
      isNone(each(pages, (at) => printed({ text: `${at + 4} See ${titles[at]}, p. 7`, x: 72 })));
    });

    it('values of tables', () => {
      const values = [7, 12, 9, 10, 11, 3, 8, 21];
      isNone(
        each(pages, (at) =>
          printed({ text: 'Total', x: 72 }, { text: String(values[at]), x: 300 }),
        ),
      );
      isNone(each(pages, (at) => printed({ text: `-${at + 4}`, x: 72 })));
      isNone(each(pages, (at) => printed({ text: `${at + 4}.5`, x: 72 })));
      isNone(each(pages, (at) => printed({ text: `${at + 4} %`, x: 72 })));
    });

    it('what stands in the text', () => {
      isNone(each(pages, (at) => printed({ text: String(at + 4), y: 500 })));
    });

    it('two or three of many pages that count on by chance', () => {
      const few = [...Array.from({ length: 20 }, () => printed()), printed('9'), printed('10')];
      isNone(few);
      isNone([...few, printed('11'), ...Array.from({ length: 20 }, () => printed())]);
    });

    it('numbers at random', () => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 40 }),
          (numbers) => {
            const offsets = numbers.map((number, at) => number - at);
            fc.pre(new Set(offsets).size === offsets.length);
            fc.pre(numbers.some((number, at) => number > 1 && number <= (numbers[at - 1] ?? 0)));
            isNone(each(numbers, (number) => printed(String(number))));
          },
        ),
      );
    });
  });

  it('are found whatever pages lack theirs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 60 }),
        (first, gaps) => {
          // At most every other page lacks its number.
          const pages = gaps.map((isGap, at) =>
            printed(isGap && at % 2 === 1 && at < gaps.length - 1 ? '' : String(first + at)),
          );
          assert.equal(labels(pages), gaps.map((_, at) => String(first + at)).join(' '));
        },
      ),
    );
  });

  it('are no words of the document, whose passages they place', async () => {
    const { blocks, pageLabels } = await extract({
      pages: [59, 60, 61].map((number) =>
        page(`The board lit no lamp on night ${'abc'[number - 59]}.`, {
          text: String(number),
          x: 290,
          y: 36,
        }),
      ),
    });
    assert.deepEqual(pageLabels, ['59', '60', '61']);
    assert.deepEqual(shown(blocks), [
      'paragraph: The board lit no lamp on night a.',
      'paragraph: The board lit no lamp on night b.',
      'paragraph: The board lit no lamp on night c.',
    ]);
  });
});
