import assert from 'node:assert/strict';
import {
  gutterOf,
  readingOrder,
  regionOf,
} from '../../../../../src/core/library/formats/pdfColumns';
import { gridIn } from '../../../../../src/core/library/formats/pdfGrids';
import {
  rowsOf,
  type PdfFragment,
  type PdfRow,
} from '../../../../../src/core/library/formats/pdfLines';
import { pieceRowsOf } from '../../../../../src/core/library/formats/pdfPieces';

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
  return readingOrder(regionOf(drawn(page))).map(({ text }) => text);
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
    assert.equal(gutterOf(regionOf(drawn(page))), undefined);
    assert.equal(read(page)[1], 'North Head 20 m Ann Example, since the storm');
  });

  it('are known from other pages where one has but a line', () => {
    const page = `
The lamp is lit at dusk    and ends here.
by the keeper, who then
walks around the pier,
looks at all the boats
that came in at night,`;
    const gutter = gutterOf(regionOf(drawn(twoColumns)));
    assert.ok(gutter !== undefined);
    assert.equal(readingOrder(regionOf(drawn(page)), [gutter]).at(-1)?.text, 'and ends here.');
  });

  it('are two where a page number stands between them', () => {
    assert.deepEqual(read(`${twoColumns}\n\n                         7`), [
      ...read(twoColumns),
      '7',
    ]);
  });

  it('stay whole below a table whose cells leave the gutter free', () => {
    const table = [
      'Row A   31    62        93',
      'Row B   68    99        30',
      'Row C   30    33        36',
    ];
    assert.deepEqual(read(`\n${table.join('\n')}${twoColumns}`), [
      ...table.map((row) => row.replace(/ {2,}/g, ' ')),
      ...read(twoColumns),
    ]);
  });

  it('are three whatever the heights of their lines', () => {
    const names = ['one', 'two', 'three'];
    const lines = Array.from({ length: 6 }, (_, at) =>
      names.map((name, column) => `${' '.repeat(28 * column)}${name} and line ${String(at)} of it`),
    ).flat();
    assert.deepEqual(
      read(`\n${lines.join('\n')}`).map((line) => line.split(' ')[0]),
      names.flatMap((name) => Array.from({ length: 6 }, () => name)),
    );
  });

  it('of an index are told by their dots', () => {
    const entry = (letter: string): string => `${letter} lamp of the pier .......... 12`;
    const page = [...'ABCDEF']
      .map((letter) => `${entry(letter)}    ${entry(`${letter}x`)}`)
      .join('\n');
    assert.deepEqual(read(`\n${page}`), [
      ...[...'ABCDEF'].map(entry),
      ...[...'ABCDEF'].map((letter) => entry(`${letter}x`)),
    ]);
  });
});

describe('what stands beside the text of a PDF page', () => {
  const text = [
    'The lamp is lit at dusk by the keeper',
    'and put out at dawn, when the boats',
    'come in with their fish and the harbour',
    'wakes up to another day of wind and rain',
    'that nobody on the island has asked for.',
  ];

  function beside(...notes: readonly string[]): string {
    return `\n${text.map((line, at) => `${line.padEnd(50)}${notes[at] ?? ''}`).join('\n')}`;
  }

  it('is read behind it, as an aside: a box', () => {
    const lines = readingOrder(
      regionOf(drawn(beside('Type     Port', '', 'Owner    Board', '', 'Crew     655'))),
    );
    assert.deepEqual(
      lines.map((line) => line.text),
      [...text, 'Type Port', 'Owner Board', 'Crew 655'],
    );
    assert.deepEqual(
      lines.map(({ isAside = false }) => isAside),
      [...text.map(() => false), true, true, true],
    );
  });

  it('is read behind it: the numbers of its lines', () => {
    const page = text.map((line, at) => `${String(at + 1).padEnd(6)}${line}`).join('\n');
    assert.deepEqual(read(`\n${page}`).slice(0, text.length), text);
  });

  it('is read behind it: a word between two heights', () => {
    const paragraph = text.map((line, at) => fragment(line, 80, 12 * at));
    const icon = { ...fragment('TIP', 40, 5), size: 5 };
    const lines = readingOrder(regionOf(rowsOf([...paragraph, icon])));
    assert.deepEqual(
      lines.map((line) => line.text),
      [...text, 'TIP'],
    );
  });

  it('is read behind it: a word at the height of a line that goes on', () => {
    const lines = [
      'The lamp is lit at dusk by the',
      'keeper of the light, who is not',
      'paid for it by anybody at all.',
    ];
    const paragraph = lines.map((line, at) => fragment(line, 80, 12 * at));
    const read = readingOrder(regionOf(rowsOf([...paragraph, fragment('TIP', 40, 12)])));
    assert.deepEqual(
      read.map((line) => line.text),
      [...lines, 'TIP'],
    );
  });

  it('belongs to it where it labels its paragraphs or marks its items', () => {
    const page = `
Lamp      The lamp is lit at dusk and put
          out at dawn by the keeper.
Bell      The bell is rung in fog, as long
          as it lasts, day and night.
Boat      The boat is kept by the council
          for the use of the pilots.`;
    assert.equal(read(page)[0], 'Lamp The lamp is lit at dusk and put');
    assert.equal(
      read(page.replace(/Lamp|Bell|Boat/g, '•   '))[2],
      '• The bell is rung in fog, as long',
    );
  });
});

describe('tables of a PDF page', () => {
  const page = `
Light        Height    Keeper

North Head   20 m      Ann Example,
                       since the storm

Old Pier     6 m       Bo Example, but
and its                only in winter
wall

South Rock   11 m      nobody, as it
                       runs by itself`;

  it('have cells of several lines where white space parts their rows', () => {
    const lines = readingOrder(regionOf(drawn(page)));
    const cells = new Map<string, string[]>();
    for (const { text, cell } of lines) {
      const key = cell ? `${String(cell.row)}.${String(cell.column)}` : 'none';
      cells.set(key, [...(cells.get(key) ?? []), text]);
    }
    assert.deepEqual(Object.fromEntries([...cells].map(([key, parts]) => [key, parts.join(' ')])), {
      '0.0': 'Light',
      '0.1': 'Height',
      '0.2': 'Keeper',
      '1.0': 'North Head',
      '1.1': '20 m',
      '1.2': 'Ann Example, since the storm',
      '2.0': 'Old Pier and its wall',
      '2.1': '6 m',
      '2.2': 'Bo Example, but only in winter',
      '3.0': 'South Rock',
      '3.1': '11 m',
      '3.2': 'nobody, as it runs by itself',
    });
  });

  it('are not what columns of text look like', () => {
    const sections = twoColumns
      .split('\n')
      .slice(1)
      .map((line) => `\n${line}\n${line.toLowerCase()}`)
      .join('\n');
    assert.ok(readingOrder(regionOf(drawn(sections))).every(({ cell }) => cell === undefined));
  });
});

describe('grids of a PDF page', () => {
  it('may have more cells than a function takes arguments', () => {
    const rows = 4000;
    const columns = 40;
    const fragments = Array.from({ length: rows * columns }, (_, at) =>
      fragment('a', (at % columns) * 30, Math.floor(at / columns) * 20),
    );
    assert.equal(gridIn(pieceRowsOf(fragments)), undefined);
  });
});
