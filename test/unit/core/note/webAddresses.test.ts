import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn } from '../../../../src/core/note/webAddresses';

/** An address with what stands behind it, looked for from each letter of a text. */
const ADDRESS =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|mailto:|doi:)[^\s<>"“”«»]+/giu;

const pieces = fc.constantFrom(
  ...['https://', 'HTTP://', '://', ':', '/', 'www.', 'mailto:', 'doi:', 'a', 'B', '1', '.', '-'],
  ...[' ', '\n', '<', '"', '(', ')', ',', 'word ', 'abcdefghijklmnopqrstuvwxyz', 'ſ', 'é'],
);

describe('the addresses in a text', () => {
  it('are those that an expression finds', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const starts = Array.from(text.matchAll(ADDRESS), ({ index }) => index);
        assert.deepEqual(
          addressesIn(text).map(({ start }) => start),
          starts,
        );
      }),
      { numRuns: 3000 },
    );
  });

  for (const [text, expected] of [
    ['See https://a.example/b. And', 'https://a.example/b'],
    ['(see www.a.example/b_(c))', 'www.a.example/b_(c)'],
    ['a doi:10.1/2, b', 'doi:10.1/2'],
  ] as const) {
    it(`leave out the punctuation behind them in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        addressesIn(text).map(({ start, end }) => text.slice(start, end)),
        [expected],
      );
    });
  }
});
