import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable, writeTable } from '../../../../src/core/glossary/exchange/table';
import { anyEntries, entry } from './entries';

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
