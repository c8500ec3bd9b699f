import assert from 'node:assert/strict';
import {
  doiOf,
  issuedOf,
  languageOf,
  personName,
  shortText,
  urlOf,
} from '../../../../../src/core/library/formats/metadata';

describe('what documents say about themselves', () => {
  const dates: readonly (readonly [unknown, readonly number[] | undefined])[] = [
    [2021, [2021]],
    ['2021-03', [2021, 3]],
    ['2021/03/04', [2021, 3, 4]],
    ['2021-03-04T23:00:00Z', [2021, 3, 4]],
    ['4 March 2021', [2021, 3, 4]],
    ['Thursday, 4th Mar. 2021', [2021, 3, 4]],
    ['March 4, 2021', [2021, 3, 4]],
    ['March 2021', [2021, 3]],
    ['03/04/2021', undefined],
    ['2021-13-01', undefined],
    ['20210304', undefined],
    ['Marsh 2021', undefined],
    ['soon', undefined],
    [null, undefined],
  ];
  for (const [written, parts] of dates) {
    it(`has the date ${String(written)}${parts ? '' : ', which is none'}`, () => {
      assert.deepEqual(issuedOf(written), parts && { 'date-parts': [parts] });
    });
  }

  it('has names, taken apart only where a comma does', () => {
    assert.deepEqual(personName('Doe, Jane'), { family: 'Doe', given: 'Jane' });
    assert.deepEqual(personName('Jane Doe'), { literal: 'Jane Doe' });
    assert.deepEqual(personName('Light Works, Ltd'), { literal: 'Light Works, Ltd' });
    assert.equal(personName('https://example.org/jane'), undefined);
  });

  it('has identifiers in their plain form, and nothing else in their place', () => {
    assert.equal(doiOf('https://doi.org/10.1234/a.b'), '10.1234/a.b');
    assert.equal(doiOf('isbn 10.1'), undefined);
    assert.equal(urlOf('javascript:alert(1)'), undefined);
    assert.equal(languageOf('pt_BR'), 'pt-BR');
    assert.equal(languageOf('English, mostly'), undefined);
    assert.equal(shortText('x'.repeat(501)), undefined);
  });
});
