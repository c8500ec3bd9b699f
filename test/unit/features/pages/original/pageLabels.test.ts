import assert from 'node:assert/strict';
import { labelOfPage, pageOfInput } from '../../../../../src/viewer/pageLabels';

const LABELS = ['i', 'ii', 'iii', '1', '2', ''];

describe('the page box of a PDF', () => {
  const cases: readonly (readonly [string, string, number | undefined])[] = [
    ['a printed label', 'ii', 2],
    ['a label in other case', ' III ', 3],
    ['a label rather than the number that it is as well', '2', 5],
    ['a number that no page is labelled', '6', 6],
    ['no page beyond the last', '7', undefined],
    ['no page before the first', '0', undefined],
    ['nothing when nothing is typed', ' ', undefined],
    ['nothing by other words', 'next', undefined],
  ];
  for (const [what, typed, page] of cases) {
    it(`finds ${what}`, () => assert.equal(pageOfInput(typed, LABELS, 6), page));
  }

  it('takes numbers where no labels are printed', () => {
    assert.equal(pageOfInput('3', null, 4), 3);
    assert.equal(labelOfPage(3, null), '3');
  });

  it('shows the number of a page without a label', () => {
    assert.equal(labelOfPage(6, LABELS), '6');
    assert.equal(labelOfPage(2, LABELS), 'ii');
  });
});
