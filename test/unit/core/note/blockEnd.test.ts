import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockEnd } from '../../../../src/core/note/blockEnd';

/** What closes a block, as an expression says it; its time is more than quadratic. */
const CLOSING = /(?:\\end\{[^}]*\}|#\+end_quote|_{4,}|"""?|<\/blockquote>|[>\s])+$/i;

const pieces = fc.constantFrom(
  ...['\\end{', '\\END{a}', '}', '{', '#+end_quote', '#+END_QUOTE', '_', '____', '"', '""', '"""'],
  ...['</blockquote>', '</Blockquote>', '>', ' ', '\n', 'a', 'İ', '\\'],
);

describe('the end of a block quotation', () => {
  it('is where an expression finds it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const block = parts.join('');
        const expected = block.length - (CLOSING.exec(block)?.[0].length ?? 0);
        assert.equal(blockEnd(block), expected);
      }),
      { numRuns: 5000 },
    );
  });
});
