/**
 * Numbers as bytes: seven bits each, lowest first, the high bit set when the number goes on
 * (LEB128, https://en.wikipedia.org/wiki/LEB128).
 */

/** How many bytes `value`, an unsigned 32-bit number, takes. */
export function numberLength(value: number): number {
  return value < 0x80
    ? 1
    : value < 0x4000
      ? 2
      : value < 0x20_0000
        ? 3
        : value < 0x1000_0000
          ? 4
          : 5;
}

/** Writes `value` to `bytes` at `at`, which must have room. Returns where the next thing goes. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let next = at;
  let rest = value;
  while (rest > 0x7f) {
    bytes[next++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[next++] = rest;
  return next;
}

/** A list of bytes that grows. */
export class ByteWriter {
  private bytes: Uint8Array;
  private used = 0;

  constructor(room = 1024) {
    this.bytes = new Uint8Array(room);
  }

  get length(): number {
    return this.used;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.used++] = value;
  }

  /** An unsigned 32-bit number, in as few bytes as it takes. */
  number(value: number): void {
    if (this.used + 5 > this.bytes.length) {
      this.reserve(5);
    }
    this.used = writeNumber(this.bytes, this.used, value);
  }

  /** An unsigned 32-bit number in four bytes, lowest first. */
  fixed(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) {
      this.byte((value >>> shift) & 0xff);
    }
  }

  all(values: Uint8Array): void {
    this.reserve(values.length);
    this.bytes.set(values, this.used);
    this.used += values.length;
  }

  /** What was written, until more is. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** A copy of what was written. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }

  private reserve(more: number): void {
    if (this.used + more > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.used + more));
      grown.set(this.bytes);
      this.bytes = grown;
    }
  }
}

/**
 * Reads what a `ByteWriter` wrote. Reading beyond the end, or a number of more than 32 bits, gives
 * 0 and sets `failed`.
 */
export class ByteReader {
  failed = false;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) {
      return this.fail();
    }
    this.at += 1;
    return value;
  }

  number(): number {
    const first = this.bytes[this.at];
    // Most take one byte.
    if (first !== undefined && first < 0x80) {
      this.at += 1;
      return first;
    }
    let value = 0;
    let factor = 1;
    let byte;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      factor *= 0x80;
    } while (byte > 0x7f && factor <= LARGEST_FACTOR);
    return byte > 0x7f || value > 0xffff_ffff ? this.fail() : value;
  }

  fixed(): number {
    const [a, b, c, d] = [this.byte(), this.byte(), this.byte(), this.byte()];
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }

  /** The next `length` bytes, in the memory of the others; none when there are fewer. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.fail();
      return new Uint8Array();
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private fail(): 0 {
    this.failed = true;
    this.at = this.bytes.length;
    return 0;
  }
}

/** Of the fifth and last byte of a 32-bit number. */
const LARGEST_FACTOR = 2 ** 28;
