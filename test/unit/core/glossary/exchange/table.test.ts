import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'papaparse';
import { readTable, writeTable } from '../../../../../src/core/glossary/exchange/table';
import { anyEntries, entry } from './entries';

/** What a spreadsheet takes for a formula, blanks and characters without width before it included. */
const RUN = /^[\s\p{Z}\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}

const fieldsOf = (text: string, delimiter?: ',' | '\t') =>
  readTable(text, delimiter).entries.map(({ fields }) => fields);

describe('glossaries as tables', () => {
  it('reads columns by their names, in any order', () => {
    assert.deepEqual(fieldsOf('definition,name,abbreviation\r\nA lamp,harbour light,HL\r\n'), [
      entry('harbour light', { definition: 'A lamp', abbreviation: 'HL' }),
    ]);
  });

  it('knows the names that others give to columns', () => {
    assert.deepEqual(fieldsOf('Preferred Term;Synonyms;Meaning\nlamp;light;It shines\n'), [
      entry('lamp', { aliases: ['light'], definition: 'It shines' }),
    ]);
  });

  it('reads tabs, a byte order mark, quoted line breaks and quotation marks', () => {
    assert.deepEqual(fieldsOf('\ufeffname\tdefinition\nlamp\t"It ""shines""\nat night"\n', '\t'), [
      entry('lamp', { definition: 'It "shines"\nat night' }),
    ]);
  });

  it('parts lists by semicolons, or by lines where there are some', () => {
    assert.deepEqual(fieldsOf('name,aliases\na,x; y\nb,"x; y\nz"\n'), [
      entry('a', { aliases: ['x', 'y'] }),
      entry('b', { aliases: ['x; y', 'z'] }),
    ]);
  });

  it('takes a table without titles for names and definitions, and says so', () => {
    const { entries, remarks } = readTable('lamp,It shines\nbell,It rings\n');
    assert.deepEqual(
      entries.map(({ fields, place }) => [fields.name, fields.definition, place]),
      [
        ['lamp', 'It shines', 1],
        ['bell', 'It rings', 2],
      ],
    );
    assert.deepEqual(remarks, [{ kind: 'noHeader', place: 1, detail: '' }]);
  });

  it('tells what it leaves out, and takes the rest', () => {
    const { entries, remarks } = readTable(
      'name,colour,status\n,red,\nlamp,green,golden\nbell,,obsolete,more\n',
    );
    assert.deepEqual(
      entries.map(({ fields }) => fields),
      [entry('lamp'), entry('bell', { status: 'deprecated' })],
    );
    assert.deepEqual(remarks, [
      { kind: 'unknownField', place: 1, detail: 'colour' },
      { kind: 'noName', place: 2, detail: '' },
      { kind: 'badValue', place: 3, detail: 'golden' },
      { kind: 'tooManyCells', place: 4, detail: 'more' },
    ]);
  });

  it('keeps a spreadsheet from running what is in it', () => {
    const text = writeTable([{ entries: [entry('=1+1', { definition: "'=2" })] }], ',');
    assert.match(text, /^'=1\+1,''=2\r$/m);
    assert.deepEqual(fieldsOf(text), [entry('=1+1', { definition: "'=2" })]);
  });

  it('keeps a spreadsheet from running any cell, and reads each back as it was', () => {
    const start = fc.constantFrom(
      ...['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', "'", "''", 'a'],
    );
    const blank = fc.constantFrom('', '', '\u200b', '\u200d', '\u2060', '\u00ad', '\u0001', "'");
    const text = fc
      .tuple(
        fc.array(blank, { maxLength: 3 }),
        start,
        fc.constantFrom('1+1', "cmd|'/c x'!A1", ' a'),
      )
      .map((parts) => parts.flat().join('').trim())
      .filter((one) => !one.includes(';'));
    fc.assert(
      fc.property(text, text, text, text, (name, definition, alias, context) => {
        const whole = entry(name, {
          definition,
          aliases: [alias],
          meta: new Map([['Owner', name]]),
        });
        const contexts = [
          { name: context, entries: [whole] },
          { name: 'Town', entries: [entry('well')] },
        ];
        for (const delimiter of [',', '\t'] as const) {
          const table = writeTable(contexts, delimiter);
          const { data } = parse<string[]>(table, { delimiter });
          for (const cell of data.flat()) {
            assert.doesNotMatch(cell, RUN);
          }
          const [first] = readTable(table, delimiter).entries;
          assert.deepEqual(first?.fields, whole);
          assert.equal(first.context, context);
        }
      }),
      { numRuns: 500 },
    );
  });

  for (const [sign, cell] of [
    ...['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'].map(
      (one) => [one, `${one}1`] as const,
    ),
    ...[' ', '\u00a0', '\u3000', '\u2003', '\u200b', '\u200d', '\ufeff', '\n'].map(
      (one) => [one, `${one}=1`] as const,
    ),
  ]) {
    it(`guards ${JSON.stringify(cell)}, which begins with U+${codeOf(sign)}`, () => {
      const table = writeTable([{ entries: [entry('a', { definition: cell })] }], ',');
      const { data } = parse<string[]>(table, { delimiter: ',' });
      assert.equal(data[1]?.[1], `'${cell}`);
    });
  }

  it('leaves an apostrophe of the author alone', () => {
    for (const definition of ["'tis a lamp", "''", "'=1", "''=1", "'\u200b=1"]) {
      const whole = entry('a', { definition });
      assert.deepEqual(fieldsOf(writeTable([{ entries: [whole] }], ',')), [whole]);
    }
  });

  it('counts what is refused and left out beyond the first hundred', () => {
    const { remarks } = readTable(
      `name,status\n${'-,golden\n'.repeat(250)}a${',x'.repeat(100_000)}\n`,
    );
    const count = (kind: string) => remarks.filter((remark) => remark.kind === kind).length;
    assert.equal(count('noName'), 100);
    assert.equal(count('badValue'), 100);
    assert.deepEqual(remarks.slice(-2), [
      { kind: 'moreRefused', detail: '150' },
      // 150 values, and that of the last row with the cells that it has too many.
      { kind: 'moreRemarks', detail: '152' },
    ]);
  });

  it('says which context an entry is from where there are several', () => {
    const text = writeTable(
      [
        { name: 'Port', entries: [entry('lamp')] },
        { name: 'Town', entries: [entry('well')] },
      ],
      ',',
    );
    assert.deepEqual(
      readTable(text).entries.map(({ fields, context }) => [fields.name, context]),
      [
        ['lamp', 'Port'],
        ['well', 'Town'],
      ],
    );
  });

  it('reads back all that it has written', () => {
    fc.assert(
      fc.property(
        anyEntries,
        fc.constantFrom(',' as const, '\t' as const),
        (entries, delimiter) => {
          const { entries: read, remarks } = readTable(
            writeTable([{ name: 'One', entries }], delimiter),
            delimiter,
          );
          assert.deepEqual(
            read.map(({ fields }) => fields),
            entries,
          );
          assert.deepEqual(remarks, []);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(Array.isArray(readTable(text).entries));
      }),
    );
  });
});
