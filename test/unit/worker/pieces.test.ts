import fc from 'fast-check';
import assert from 'node:assert/strict';
import { PieceReader, sendInPieces } from '../../../src/worker/pieces';

/** All that is sent of a message, as it arrives in another process. */
async function partsOf(message: object): Promise<readonly unknown[]> {
  const parts: unknown[] = [];
  await sendInPieces(message, (part) => {
    // Of an array that is a part of a larger one, a process sends that part alone.
    parts.push(part instanceof Uint8Array ? part.slice() : structuredClone(part));
    return Promise.resolve();
  });
  return parts;
}

describe('a message in pieces', () => {
  it('is what it was, and so is the next', async () => {
    const bytes = fc.uint8Array({ maxLength: 20 });
    const message = fc.dictionary(fc.string(), fc.oneof(bytes, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 3 }), async (messages) => {
        const reader = new PieceReader();
        for (const one of messages) {
          const taken = (await partsOf(one)).map((part) => reader.take(part));
          const whole = taken.pop();
          assert.deepEqual(Object.entries(whole as object).sort(byName), sorted(one));
          assert.ok(taken.every((early) => early === undefined));
        }
      }),
    );
  });

  it('has large fields in pieces that are small, each byte once', async () => {
    const stored = Uint8Array.from({ length: 1_000_001 }, (_, at) => at % 251);
    const bytes = stored.subarray(1_000, 700_000);
    const parts = await partsOf({ path: '/a.txt', bytes, stored });
    const sizes = parts.flatMap((part) => (part instanceof Uint8Array ? [part.length] : []));
    assert.equal(Math.max(...sizes), 262_144);
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      bytes.length + stored.length,
    );
    const reader = new PieceReader();
    const [whole] = parts.map((part) => reader.take(part)).filter((message) => message);
    assert.deepEqual(whole, { path: '/a.txt', bytes: bytes.slice(), stored });
  });

  it('is not waited for when the other side is gone', async () => {
    const gone = (): Promise<void> => Promise.reject(new Error('gone'));
    await assert.rejects(sendInPieces({ bytes: new Uint8Array(10) }, gone), /gone/);
  });
});

function sorted(message: object): readonly unknown[] {
  return Object.entries(message).sort(byName);
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
