import assert from 'node:assert/strict';
import {
  otherNumbers,
  otherNumbersOfAcronym,
  pluralsOfName,
} from '../../../../src/core/text/inflection';

describe('inflection', () => {
  for (const [word, ...others] of [
    ['partner', 'partners'],
    ['ally', 'allies'],
    ['key', 'keys'],
    ['summit', 'summits'],
    ['tax', 'taxes'],
    ['coach', 'coaches'],
    ['process', 'processes'],
    ['status', 'statuses'],
    ['crisis', 'crises'],
    ['veto', 'vetos', 'vetoes'],
    ['partners', 'partner'],
    ['allies', 'ally'],
    ['ties', 'tie'],
    ['bases', 'base'],
    ['taxes', 'tax'],
    ['vetoes', 'veto'],
    ['caches', 'cach', 'cache'],
    ['viruses', 'virus', 'viruse'],
    ['chinese'],
    ['news'],
    ['politics'],
    ['gas'],
    ['2030'],
    ['x'],
    ['мир'],
    [''],
  ] as const) {
    it(`${word}: ${others.join(', ')}`, () => assert.deepEqual(otherNumbers(word), others));
  }

  it('leaves names that end in s alone', () => {
    assert.deepEqual(pluralsOfName('netherlands'), []);
    assert.deepEqual(pluralsOfName('korea'), ['koreas']);
  });

  it('puts one small s behind an acronym, or takes it away', () => {
    assert.deepEqual(otherNumbersOfAcronym('ici', false), ['icis']);
    assert.deepEqual(otherNumbersOfAcronym('us', false), []);
    assert.deepEqual(otherNumbersOfAcronym('edts', true), ['edt']);
  });
});
