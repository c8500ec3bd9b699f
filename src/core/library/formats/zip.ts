import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';

/**
 * Small enough that what one piece unpacks to stays small, too: deflate packs at most a thousand
 * times.
 */
const PIECE = 4_096;

/** Markup packs well, but no document of people to a two-hundredth of its size… */
const LARGEST_RATIO = 200;
/** … and below this many bytes it does no harm. */
const HARMLESS = 8_000_000;

/**
 * Unpacks the parts of a zip file whose path is `wanted`. What counts are the bytes that come out and
 * not the sizes that the file states: `undefined` once they are more than `maxBytes`. Throws where the
 * file is damaged, where a part is larger than it states, and where it unpacks to so much more than
 * it takes that somebody has made it so.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> | undefined {
  const parts = new Map<string, Uint8Array>();
  let read = 0;
  let total = 0;
  const unzipping = new Unzip((file) => {
    if (!wanted(file.name)) {
      return;
    }
    const start = read;
    const pieces: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, piece, isLast) => {
      if (error) {
        throw error;
      }
      size += piece.length;
      total += piece.length;
      if (total > maxBytes) {
        return;
      }
      // The piece at hand counts as a whole: where in it the part begins is not told.
      checkSize(file, size, read + PIECE - start);
      pieces.push(piece);
      if (isLast) {
        parts.set(file.name, concatenate(pieces));
      }
    };
    file.start();
  });
  unzipping.register(UnzipInflate);
  for (; read < bytes.length && total <= maxBytes; read += PIECE) {
    unzipping.push(bytes.subarray(read, read + PIECE), read + PIECE >= bytes.length);
  }
  return total > maxBytes ? undefined : parts;
}

/**
 * @param size what has been unpacked of a part
 * @param packed what has been read for it, at most
 */
function checkSize({ name, originalSize }: UnzipFile, size: number, packed: number): void {
  // Absent where the size follows the part.
  if (originalSize !== undefined && size > originalSize) {
    throw new Error(`The file is damaged: ${name} is larger than it states.`);
  }
  if (size > HARMLESS && size > LARGEST_RATIO * packed) {
    throw new Error(`${name} unpacks to more than ${LARGEST_RATIO} times its size.`);
  }
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
