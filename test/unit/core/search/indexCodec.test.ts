import fc from 'fast-check';
import { hashInSlices } from '../../../../src/util/hash';
import assert from 'node:assert/strict';
import { decodeIndex, encodeIndex } from '../../../../src/core/search/indexCodec';
import { anyString } from './anyString';
import { mergeIndexes } from '../../../../src/core/search/indexMerge';
import { runAtOnce } from '../../../../src/util/slices';
import { indexOf, somePassages } from './passages';

describe('stored indexes', () => {
  it('are read as they were', () => {
    fc.assert(
      fc.property(somePassages, (passages) => {
        const index = indexOf(passages);
        assert.deepEqual(decodeIndex(encodeIndex(index)), index);
      }),
    );
  });

  it('hold words of any script', () => {
    fc.assert(
      fc.property(fc.array(anyString, { maxLength: 5 }), (text) => {
        const index = indexOf([{ title: [], text }]);
        assert.deepEqual(decodeIndex(encodeIndex(index)), index);
      }),
    );
  });

  const passages = Array.from({ length: 90 }, (_, at) => ({
    title: ['title'],
    text: ['all', 'passages', `n${at % 5}`, 'é日本', 'all'],
  }));
  const bytes = encodeIndex(indexOf(passages));

  it('are read from within other bytes', () => {
    const around = new Uint8Array(bytes.length + 7).fill(0xff);
    around.set(bytes, 3);
    const read = decodeIndex(around.subarray(3, 3 + bytes.length));
    assert.ok(read);
    assert.deepEqual(encodeIndex(read), bytes);
  });

  it('are not read when they are cut', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(decodeIndex(bytes.subarray(0, length)), undefined);
    }
  });

  it('are not read when something follows', () => {
    assert.equal(decodeIndex(Uint8Array.of(...bytes, 0)), undefined);
  });

  it('are not read when a bit is not as it was', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      assert.equal(decodeIndex(damaged), undefined);
    }
  });

  it('are not read from bytes that have the right checksum and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 9 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (changes) => {
          const damaged = bytes.slice();
          changes.forEach(([at, value]) => (damaged[at + 8] = value));
          new DataView(damaged.buffer).setUint32(
            4,
            runAtOnce(hashInSlices(damaged.subarray(8))) >>> 0,
            true,
          );
          // It is another index or none, but nothing that makes trouble.
          const read = decodeIndex(damaged);
          if (read) {
            read.postings.positionsIn(0, 0);
            runAtOnce(mergeIndexes([{ index: read, start: 0, end: read.size }]));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
