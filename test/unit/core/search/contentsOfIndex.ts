import assert from 'node:assert/strict';
import type { PassageIndex } from '../../../../src/core/search/passageIndex';

/** For each word, what the index says of each passage that holds it. */
export function contentsOfIndex(index: PassageIndex): Record<string, unknown> {
  const held: Record<string, unknown> = {};
  [...index.vocabulary].forEach((word, number) => {
    const of: Record<string, unknown> = {};
    const read = new Uint32Array(index.size);
    const count = index.postings.read(number, read);
    assert.equal(count, index.postings.count(number));
    for (const posting of read.subarray(0, count)) {
      const passage = posting >>> 8;
      const impact = index.postings.impactIn(number, passage);
      assert.equal(impact, posting & 0xff);
      of[passage] = { impact, positions: index.postings.positionsIn(number, passage) };
    }
    for (let passage = 0; passage < index.size; passage += 1) {
      assert.equal(index.postings.impactIn(number, passage) > 0, passage in of);
    }
    held[word] = of;
  });
  return held;
}
