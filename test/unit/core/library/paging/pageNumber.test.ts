import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parsePageNumber,
  writePageNumber,
} from '../../../../../src/core/library/paging/pageNumber';

describe('Page numbers', () => {
  it('are figures, roman figures, and either behind a chapter or a letter', () => {
    for (const [text, series, value] of [
      ['12', '1', 12],
      ['47698', '1', 47698],
      ['007', '1', 7],
      ['xiv', 'i', 14],
      ['XC', 'I', 90],
      ['A-3', 'A-1', 3],
      ['ES-12', 'ES-1', 12],
      ['3-12', '3-1', 12],
      ['3 – 12', '3-1', 12],
      ['S12', 'S1', 12],
      ['CCLXXXVIII', 'I', 288],
    ] as const) {
      assert.deepEqual(parsePageNumber(text), { series, value }, text);
    }
  });

  it('are no words, values, dates or numbers of files', () => {
    for (const text of ['', 'mix', 'ill', 'iiii', '0', '00012', '3.5', '1,234', '2024-5', '-3']) {
      assert.equal(parsePageNumber(text), undefined, text);
    }
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', 'i', 'I', 'A-1', '12-1', 'S1'),
        fc.integer({ min: 1, max: 299 }),
        (series, value) => {
          assert.deepEqual(parsePageNumber(writePageNumber(series, value)), { series, value });
        },
      ),
    );
  });
});
