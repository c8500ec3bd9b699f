import assert from 'node:assert/strict';
import {
  importReport,
  importSummary,
} from '../../../../../src/features/glossary/exchange/importReport';
import { english } from '../../../../support/localizer';
import { entry } from '../../../core/glossary/exchange/entries';

const IMPORTED = {
  file: 'port.csv',
  glossary: 'team.glossary.yml',
  added: [entry('lamp'), entry('*bell*')],
  remarks: [
    { kind: 'merged', name: 'Lamp', place: 4, detail: '' },
    { kind: 'known', name: 'well', place: 5, detail: '' },
    { kind: 'kept', name: 'quay', place: 6, detail: 'definition' },
    { kind: 'contradicts', name: 'lamp', place: 7, detail: 'source' },
  ],
  reading: [
    { kind: 'unknownField', place: 1, detail: 'colour' },
    { kind: 'noName', place: 8, detail: '' },
  ],
} as const;

describe('report of an import', () => {
  it('counts what became of the rows', () => {
    assert.equal(
      importSummary(IMPORTED, english),
      'Entries added: 2, merged: 2, unchanged: 1, rejected: 2.',
    );
  });

  it('tells of each row, with its place and the reason', () => {
    const lines = importReport(IMPORTED, english).split('\n');
    for (const line of [
      '# Import of port.csv into team.glossary.yml',
      '## Added (2)',
      '- \\*bell\\*',
      '## Merged (2)',
      '- Lamp (row 4)',
      '- lamp (row 7): says something else of “source” than an earlier row, which counts.',
      '- well (row 5)',
      '- Row 8 has no name. Give it one and import the file again.',
      '- “colour”: a glossary has no field for it (row 1).',
    ]) {
      assert.ok(lines.includes(line), line);
    }
    assert.ok(lines.some((line) => line.startsWith('- quay (row 6): the glossary has an entry')));
  });

  it('counts what is too much to be read', () => {
    const added = Array.from({ length: 250 }, (_, at) => entry(`lamp ${at}`));
    const report = importReport({ ...IMPORTED, added }, english);
    assert.match(report, /^- And 50 more\.$/m);
    assert.match(report, /^- lamp 199$/m);
    assert.doesNotMatch(report, /^- lamp 200$/m);
  });
});
