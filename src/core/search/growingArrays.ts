/** So many numbers lie in one piece. */
const PIECE = 1 << 16;

/**
 * A list of unsigned 32-bit numbers without an object or a double for each. It grows by pieces, as
 * copying a long list to where it has room takes longer than a key may wait.
 */
export class GrowingUint32 {
  /** All are full but the last. */
  readonly pieces: Uint32Array[] = [];
  private last = new Uint32Array();
  private used = 0;

  push(value: number): void {
    if (this.used === this.last.length) {
      this.last = new Uint32Array(PIECE);
      this.pieces.push(this.last);
      this.used = 0;
    }
    this.last[this.used++] = value;
  }

  /** How many there are. */
  get length(): number {
    return this.pieces.length * PIECE - this.last.length + this.used;
  }
}

/** Bytes that grow by pieces in the same way; what is written at once lies in one piece. */
export class GrowingBytes {
  readonly pieces: { readonly bytes: Uint8Array; used: number }[] = [];
  /** The piece to be written to, from `used` on. */
  last: { readonly bytes: Uint8Array; used: number } = { bytes: new Uint8Array(), used: 0 };

  /** Has room for so many bytes in the last piece. */
  reserve(room: number): void {
    if (this.last.used + room > this.last.bytes.length) {
      this.last = { bytes: new Uint8Array(Math.max(PIECE, room)), used: 0 };
      this.pieces.push(this.last);
    }
  }
}

/** A list of unsigned 16-bit numbers. */
export class GrowingUint16 {
  /** The first `length` of these. */
  values = new Uint16Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      this.values = enlarged(this.values);
    }
    this.values[this.length++] = value;
  }
}

/** A copy with room for twice as many numbers. */
export function enlarged<T extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
  values: T,
): T {
  const larger = new (values.constructor as new (length: number) => T)(values.length * 2);
  larger.set(values);
  return larger;
}
