import assert from 'node:assert/strict';
import { gutterOf, readingOrder } from '../../../../../src/core/library/formats/pdfColumns';
import {
  rowsOf,
  type PdfFragment,
  type PdfRow,
} from '../../../../../src/core/library/formats/pdfLines';

/** A piece of text of ten points a letter's half, as wide as its letters say. */
function fragment(text: string, left: number, baseline: number): PdfFragment {
  return {
    text,
    left,
    right: left + text.length * 5,
    baseline,
    size: 10,
    font: 'f',
    isRightToLeft: false,
    isSpaced: true,
  };
}

/**
 * The rows of a page drawn with letters: each stands for five points across and twelve down, and two
 * blanks part fragments.
 */
function drawn(page: string): readonly PdfRow[] {
  return rowsOf(
    page
      .split('\n')
      .slice(1)
      .flatMap((line, at) =>
        [...line.matchAll(/\S+(?: \S+)*/g)].map((match) =>
          fragment(match[0], match.index * 5, at * 12),
        ),
      ),
  );
}

function read(page: string): readonly string[] {
  return readingOrder(drawn(page)).map(({ text }) => text);
}

const twoColumns = `
The lamp is lit at dusk    and reads the book of
by the keeper, who then    the harbour until the
walks around the pier,     sun comes up over the
looks at all the boats     hills of the island of
that came in at night,     Nowhere, as ever, and`;

describe('columns of a PDF page', () => {
  it('are read one after the other', () => {
    assert.equal(
      read(twoColumns).join(' '),
      'The lamp is lit at dusk by the keeper, who then walks around the pier, looks at all the boats that came in at night, ' +
        'and reads the book of the harbour until the sun comes up over the hills of the island of Nowhere, as ever, and',
    );
  });

  it('are read whatever the heights of their lines', () => {
    const [head = '', ...lines] = twoColumns.split('\n');
    const shifted = [
      head,
      ...lines.flatMap((line) => [line.slice(0, 25), line.slice(25).padStart(line.length)]),
    ];
    assert.deepEqual(read(shifted.join('\n')), read(twoColumns));
  });

  it('end at text that stands over both', () => {
    const over = 'A full line stands over both of the columns here.';
    assert.deepEqual(read(`\n${over}${twoColumns}\n${over}${twoColumns}`), [
      over,
      ...read(twoColumns),
      over,
      ...read(twoColumns),
    ]);
  });

  it('may be three', () => {
    const lines = Array.from({ length: 6 }, (_, at) =>
      ['one', 'two', 'three']
        .map((name) => `${name} and line ${String(at)} of it`.padEnd(28))
        .join(''),
    );
    assert.deepEqual(
      read(`\n${lines.join('\n')}`).map((line) => line.split(' ')[0]),
      ['one', 'two', 'three'].flatMap((name) => Array.from({ length: 6 }, () => name)),
    );
  });

  it('are no columns where the lines are the cells of a table', () => {
    const page = `
Light           Height    Keeper and further remarks
North Head      20 m      Ann Example, since the storm
Old Pier        6 m       Bo Example, but only in winter
South Rock      11 m      nobody, as it runs by itself
The Wall        4 m       Ann Example, when she has time`;
    assert.equal(gutterOf(drawn(page)), undefined);
    assert.equal(read(page)[1], 'North Head 20 m Ann Example, since the storm');
  });

  it('are known from other pages where one has but a line', () => {
    const page = `
The lamp is lit at dusk    and ends here.
by the keeper, who then
walks around the pier,
looks at all the boats
that came in at night,`;
    const gutter = gutterOf(drawn(twoColumns));
    assert.ok(gutter !== undefined);
    assert.equal(readingOrder(drawn(page), [gutter]).at(-1)?.text, 'and ends here.');
  });
});
