import { Unzip, UnzipInflate } from 'fflate';

/**
 * Small enough that what one piece unpacks to stays small, too: deflate packs at most a thousand
 * times.
 */
const PIECE = 4_096;

/**
 * Unpacks the parts of a zip file whose path is `wanted`. What counts are the bytes that come out and
 * not the sizes that the file states: `undefined` once they are more than `maxBytes`. Throws where the
 * file is damaged.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> | undefined {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  const unzipping = new Unzip((file) => {
    if (!wanted(file.name)) {
      return;
    }
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, isLast) => {
      if (error) {
        throw error;
      }
      total += piece.length;
      if (total > maxBytes) {
        return;
      }
      pieces.push(piece);
      if (isLast) {
        parts.set(file.name, concatenate(pieces));
      }
    };
    file.start();
  });
  unzipping.register(UnzipInflate);
  for (let at = 0; at < bytes.length && total <= maxBytes; at += PIECE) {
    unzipping.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  }
  return total > maxBytes ? undefined : parts;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
