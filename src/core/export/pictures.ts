/** A picture as it goes into a file. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp' | 'svg' | 'webp';
  /** In pixels; those of what has no size of its own are a guess. */
  readonly width: number;
  readonly height: number;
}

/** Gives a picture by what the note calls it; `undefined` where there is none. */
export type FindPicture = (source: string) => Picture | undefined;

/** Pixels where a file does not tell. */
const GUESS = { width: 600, height: 400 };

/** What a file holds; `undefined` when it is no picture of a format that is known here. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (...signs: readonly number[]): boolean =>
    signs.every((sign, at) => bytes[at] === sign);
  const sized = (type: Picture['type'], width: number, height: number): Picture | undefined =>
    width > 0 && height > 0 ? { bytes, type, width, height } : undefined;
  if (begins(0x89, 0x50, 0x4e, 0x47) && bytes.length >= 24) {
    return sized('png', view.getUint32(16), view.getUint32(20));
  }
  if (begins(0x47, 0x49, 0x46, 0x38) && bytes.length >= 10) {
    return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
  }
  if (begins(0x42, 0x4d) && bytes.length >= 26) {
    return sized('bmp', view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
  }
  if (begins(0xff, 0xd8)) {
    const size = jpegSize(view);
    return size && sized('jpg', size.width, size.height);
  }
  if (begins(0x52, 0x49, 0x46, 0x46) && bytes.length > 12 && view.getUint32(8) === 0x57454250) {
    return { bytes, type: 'webp', ...GUESS };
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /^[^<]*(?:<[?!][^>]*>\s*){0,20}<svg[\s>]/i.test(head)
    ? { bytes, type: 'svg', ...GUESS }
    : undefined;
}

/** By the frame header, which stands behind any number of other segments. */
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) {
      return undefined;
    }
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + (marker === 0xff ? -1 : view.getUint16(at + 2));
  }
  return undefined;
}
