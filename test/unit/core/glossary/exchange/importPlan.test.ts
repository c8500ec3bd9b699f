import assert from 'node:assert/strict';
import type { EntryFields } from '../../../../../src/core/glossary/glossary';
import { planImport } from '../../../../../src/core/glossary/exchange/importPlan';
import { entry } from './entries';

const rows = (...fields: readonly EntryFields[]) =>
  fields.map((one, at) => ({ fields: one, place: at + 1 }));

describe('import of glossaries', () => {
  it('adds what is new, in the order of the file', () => {
    const { added, remarks } = planImport(rows(entry('lamp'), entry('bell')), [entry('well')]);
    assert.deepEqual(added, [entry('lamp'), entry('bell')]);
    assert.deepEqual(remarks, []);
  });

  it('makes one entry of rows that complete each other', () => {
    const { added, remarks } = planImport(
      rows(
        entry('lamp', { aliases: ['light'], near: ['quay'] }),
        entry('Lamp', { aliases: ['beacon', 'light'], near: ['mole'], definition: 'It shines.' }),
      ),
      [],
    );
    assert.deepEqual(added, [
      entry('lamp', {
        aliases: ['light', 'beacon'],
        near: ['quay', 'mole'],
        definition: 'It shines.',
      }),
    ]);
    assert.deepEqual(remarks, [{ kind: 'merged', name: 'Lamp', place: 2, detail: '' }]);
  });

  it('lets the first of two rows count that contradict each other, and says so', () => {
    const { added, remarks } = planImport(
      rows(entry('lamp', { definition: 'One.' }), entry('lamp', { definition: 'Two.' })),
      [],
    );
    assert.deepEqual(added, [entry('lamp', { definition: 'One.' })]);
    assert.deepEqual(remarks, [
      { kind: 'contradicts', name: 'lamp', place: 2, detail: 'definition' },
    ]);
  });

  it('changes nothing that the glossary has', () => {
    const here = entry('lamp', { definition: 'Ours.', aliases: ['light'] });
    const { added, remarks } = planImport(
      rows(entry('lamp', { definition: 'Theirs.' }), entry('LAMP', { aliases: ['light'] })),
      [here],
    );
    assert.deepEqual(added, []);
    assert.deepEqual(remarks, [
      { kind: 'kept', name: 'lamp', place: 1, detail: 'definition' },
      { kind: 'known', name: 'LAMP', place: 2, detail: '' },
    ]);
  });

  it('keeps languages apart', () => {
    const { added } = planImport(rows(entry('gift'), entry('gift', { language: 'de' })), []);
    assert.equal(added.length, 2);
  });

  it('remembers the contexts of a file with several', () => {
    const { added } = planImport(
      [
        { fields: entry('lamp'), place: 1, context: 'Port' },
        { fields: entry('well'), place: 2, context: 'Town' },
      ],
      [],
    );
    assert.deepEqual(
      added.map(({ meta }) => [...meta]),
      [[['subject field', 'Port']], [['subject field', 'Town']]],
    );
  });
});
