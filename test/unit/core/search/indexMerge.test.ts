import fc from 'fast-check';
import assert from 'node:assert/strict';
import { encodeIndex } from '../../../../src/core/search/indexCodec';
import { mergeIndexes, type IndexSegment } from '../../../../src/core/search/indexMerge';
import type { WholeIndex } from '../../../../src/core/search/passageIndex';
import { runAtOnce } from '../../../../src/util/slices';
import { indexOf, somePassages, type Passage } from './passages';

function merged(segments: readonly IndexSegment[]): WholeIndex {
  return runAtOnce(mergeIndexes(segments));
}

function whole(passages: readonly Passage[]): IndexSegment {
  return { index: indexOf(passages), start: 0, end: passages.length };
}

/** Compares every byte, and what is made from them. */
function assertSame(actual: WholeIndex, expected: WholeIndex): void {
  assert.deepEqual(encodeIndex(actual), encodeIndex(expected));
  assert.deepEqual(actual, expected);
}

const someParts = fc.array(somePassages, { maxLength: 5 });

describe('merged indexes', () => {
  it('are the index of all their passages', () => {
    fc.assert(
      fc.property(someParts, (parts) =>
        assertSame(merged(parts.map(whole)), indexOf(parts.flat())),
      ),
    );
  });

  it('do not depend on the order in which the parts were merged', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const oneByOne = parts.reduceRight(
          (after, part) => merged([whole(part), { index: after, start: 0, end: after.size }]),
          indexOf([]),
        );
        assertSame(oneByOne, indexOf(parts.flat()));
      }),
    );
  });

  it('keep nothing of passages that are left out', () => {
    const bounds = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }));
    fc.assert(
      fc.property(somePassages, somePassages, bounds, (passages, added, [a, b]) => {
        const [start, end] = [
          Math.min(a, b, passages.length),
          Math.min(Math.max(a, b), passages.length),
        ];
        const { index } = whole(passages);
        const replaced = merged([
          { index, start: 0, end: start },
          whole(added),
          { index, start: end, end: passages.length },
        ]);
        const expected = [...passages.slice(0, start), ...added, ...passages.slice(end)];
        assertSame(replaced, indexOf(expected));
      }),
    );
  });

  it('hold words of many postings', () => {
    const passages = Array.from({ length: 700 }, (_, at) => ({
      title: [],
      text: ['all', at % 3 === 0 ? 'third' : 'other', `n${at % 11}`],
    }));
    const { index } = whole(passages);
    const parts = [
      { index, start: 350, end: 700 },
      { index, start: 100, end: 250 },
    ];
    const expected = [...passages.slice(350), ...passages.slice(100, 250)];
    assertSame(merged(parts), indexOf(expected));
  });
});
