import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lettersOf } from '../../../../src/core/text/normalise';

describe('lettersOf', () => {
  it('keeps letters and digits, without case, accents and ligatures', () => {
    assert.equal(letters('Café No. 5 — “ofﬁce” ﷺ Ⅳ'), letters('cafe\u0301 NO5 office ﷺ iv'));
    assert.equal(letters('Lamp-\npost’s 12 m²'), 'lampposts12m2');
    assert.equal(letters('灯台 𝔸'), '灯台a');
  });

  it('is what a normalised string keeps', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = [...text]
          .map((character) =>
            character
              .normalize('NFKD')
              .replace(/[^\p{L}\p{N}]/gu, '')
              .toLowerCase(),
          )
          .join('');
        assert.equal(letters(text), expected);
      }),
    );
  });
});

const texts = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((codes) => String.fromCodePoint(...codes));

function letters(text: string): string {
  return String.fromCharCode(...lettersOf(text));
}
