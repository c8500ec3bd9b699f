import assert from 'node:assert/strict';
import { pageMarks } from '../../../../../src/features/pages/reading/pageMarks';

const passage = (start: number, page?: number, lastPage = page) => ({
  id: `p${start}`,
  locator: '',
  span: { start, end: start + 1 },
  ...(page !== undefined && { page }),
  ...(lastPage !== undefined && { lastPage }),
});

describe('the pages of a document', () => {
  it('begin with the first passage that begins on them', () => {
    const passages = [passage(0, 1), passage(5, 1, 2), passage(9, 2), passage(12, 2)];
    assert.deepEqual(pageMarks({ passages }), [
      { locator: 'p. 1', offset: 0 },
      { locator: 'p. 2', offset: 9 },
    ]);
  });

  it('are called as they are printed', () => {
    const passages = [passage(0, 1), passage(9, 2), passage(12, 3)];
    const pageLabels = ['iv', ' ', '2'];
    assert.deepEqual(
      pageMarks({ passages, pageLabels }).map(({ locator }) => locator),
      ['p. iv', 'p. 2', 'p. 2'],
    );
  });

  it('are left out where no passage begins, and where the format has none', () => {
    assert.deepEqual(
      pageMarks({ passages: [passage(0, 1, 3), passage(9, 4)] }).map(({ offset }) => offset),
      [0, 9],
    );
    assert.deepEqual(pageMarks({ passages: [passage(0)] }), []);
  });
});
