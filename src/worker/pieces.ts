/**
 * Messages between processes are copied, and the thread that sends is held meanwhile. Those with many
 * bytes are sent in pieces: first the message without them, then their pieces in its order.
 */

import { hasShape, isBytes, isList, isListOf, isNumber, isObject, isString } from '../util/shape';

/** Bytes in a piece: copied in much less than a millisecond. */
const PIECE = 1 << 18;

/** A message whose fields of bytes come after it. */
interface Announcement {
  readonly rest: Readonly<Record<string, unknown>>;
  /** The names of those fields, and how many bytes each has. */
  readonly sizes: readonly (readonly [name: string, size: number])[];
}

/**
 * Sends a message piece by piece, each when the one before has left.
 * @param send rejects when the other side is gone
 */
export async function sendInPieces(
  message: object,
  send: (part: unknown) => Promise<void>,
): Promise<void> {
  const fields = Object.entries(message) as [string, unknown][];
  const arrays = fields.filter((field): field is [string, Uint8Array] => isBytes(field[1]));
  const announcement: Announcement = {
    rest: Object.fromEntries(fields.filter(([, value]) => !isBytes(value))),
    sizes: arrays.map(([name, bytes]) => [name, bytes.length]),
  };
  await send(announcement);
  for (const [, bytes] of arrays) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      await send(bytes.subarray(at, at + PIECE));
    }
  }
}

/** Puts messages together again that `sendInPieces` has sent. */
export class PieceReader {
  private message: Record<string, unknown> = {};
  private filling: { readonly bytes: Uint8Array; at: number }[] = [];

  /** Returns the message once its last part has come. */
  take(part: unknown): unknown {
    if (isBytes(part)) {
      const [first] = this.filling;
      first?.bytes.set(part, first.at);
      if (first && (first.at += part.length) === first.bytes.length) {
        this.filling.shift();
      }
    } else {
      if (!isAnnouncement(part)) {
        // Whoever takes the message sees that it is none.
        return part;
      }
      const { rest, sizes } = part;
      const arrays = sizes.map(([name, size]) => [name, new Uint8Array(size)] as const);
      this.message = { ...rest, ...Object.fromEntries(arrays) };
      this.filling = arrays
        .filter(([, bytes]) => bytes.length > 0)
        .map(([, bytes]) => ({ bytes, at: 0 }));
    }
    if (this.filling.length > 0) {
      return undefined;
    }
    const { message } = this;
    this.message = {};
    return message;
  }
}

const isAnnouncement = hasShape<Announcement>({
  rest: isObject,
  sizes: isListOf(
    (size): size is readonly [string, number] =>
      isList(size) && isString(size[0]) && isNumber(size[1]) && size[1] >= 0,
  ),
});
