const SEED_LOW = 0xdeadbeef;
const SEED_HIGH = 0x41c6ce57;
const STEP_LOW = 2654435761;
const STEP_HIGH = 1597334677;

/**
 * A hash of 53 bits that tells contents apart; not for what must withstand an attacker. Every step
 * can be undone, so that a change within one word of four bytes is always seen. After cyrb53 by
 * bryc (public domain), which takes a byte a step.
 */
export function hashBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let low = SEED_LOW ^ bytes.length;
  let high = SEED_HIGH ^ bytes.length;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    const word = view.getUint32(at, true);
    low = Math.imul(low ^ word, STEP_LOW);
    high = Math.imul(high ^ word, STEP_HIGH);
    // Multiplying moves bits up only: without this the highest of two words could cancel out.
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  for (; at < bytes.length; at += 1) {
    low = Math.imul(low ^ bytes[at]!, STEP_LOW);
    high = Math.imul(high ^ bytes[at]!, STEP_HIGH);
  }
  return finish(low, high);
}

/** Some hundred microseconds' work. */
const HASHED_AT_ONCE = 1 << 18;

/** The hash of the hashes of blocks, for `runInSlices`; not the number that `hashBytes` gives. */
export function* hashInSlices(bytes: Uint8Array): Generator<undefined, number> {
  const hashes: number[] = [];
  for (let at = 0; at < bytes.length; at += HASHED_AT_ONCE) {
    hashes.push(hashBytes(bytes.subarray(at, at + HASHED_AT_ONCE)));
    yield;
  }
  return hashText(hashes.join(' '));
}

/** The same for the UTF-16 code units of a text; not the number that its bytes have. */
export function hashText(text: string): number {
  let low = SEED_LOW ^ text.length;
  let high = SEED_HIGH ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, STEP_LOW);
    high = Math.imul(high ^ unit, STEP_HIGH);
  }
  return finish(low, high);
}

function finish(low: number, high: number): number {
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2246822507) ^
    Math.imul(mixedLow ^ (mixedLow >>> 13), 3266489909);
  return 4294967296 * (mixedHigh & 0x1fffff) + (mixedLow >>> 0);
}
