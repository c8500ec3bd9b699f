import assert from 'node:assert/strict';
import fc from 'fast-check';
import { americanSpelling, spellingVariants } from '../../../../src/core/text/spelling';

describe('spelling', () => {
  for (const [british, american] of [
    ['defence', 'defense'],
    ['offences', 'offenses'],
    ['organisation', 'organization'],
    ['destabilising', 'destabilizing'],
    ['analyse', 'analyze'],
    ['labour', 'labor'],
    ['neighbourhood', 'neighborhood'],
    ['unfavourable', 'unfavorable'],
    ['centre', 'center'],
    ['centred', 'centered'],
    ['kilometres', 'kilometers'],
    ['programmes', 'programs'],
    ['dialogue', 'dialog'],
    ['travelling', 'traveling'],
    ['unparalleled', 'unparalleled'],
    ['fulfil', 'fulfill'],
    ['enrolment', 'enrollment'],
    ['skilful', 'skillful'],
    ['manoeuvring', 'maneuvering'],
    ['practise', 'practice'],
    ['adviser', 'advisor'],
    ['ageing', 'aging'],
    ['judgement', 'judgment'],
    ['grey', 'gray'],
    ['sceptical', 'skeptical'],
    ['towards', 'toward'],
    ['archaeology', 'archeology'],
  ] as const) {
    it(`${british} and ${american} are one`, () => {
      assert.equal(americanSpelling(british), american);
      assert.equal(americanSpelling(american), american);
      assert.ok(spellingVariants(american).includes(british));
    });
  }

  for (const word of 'four contour tour wise rise prize filling calling genre acre reference skill'.split(
    ' ',
  )) {
    it(`${word} is spelt in one way`, () => assert.equal(americanSpelling(word), word));
  }

  const letters = fc.array(
    fc.constantFrom(
      'our',
      'or',
      'is',
      'iz',
      'ation',
      'e',
      'centre',
      'travel',
      'l',
      'ing',
      'lab',
      'x',
    ),
    { maxLength: 6 },
  );

  it('gives a key that is its own key, and variants that share it', () => {
    fc.assert(
      fc.property(letters, (parts) => {
        const key = americanSpelling(parts.join(''));
        assert.equal(americanSpelling(key), key);
        for (const variant of spellingVariants(parts.join(''))) {
          assert.equal(americanSpelling(variant), key);
        }
      }),
    );
  });
});
