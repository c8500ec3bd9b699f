import { decodeBytes } from '../../core/text/encodings';

/** Bytes that are shown, and before them those with which their line begins. */
const SHOWN_BYTES = 240;
const BEFORE = 60;
const SHOWN_CHARACTERS = 90;

const ASCII_END = 0x80;
const BLANK = 0x20;

/** Where the first byte beyond ASCII stands; 0 where there is none. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  // A loop: `findIndex` calls a function for each byte.
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) >= ASCII_END) {
      return at;
    }
  }
  return 0;
}

/** The words of a file around its first bytes beyond ASCII, as an encoding has them. */
export function encodingSample(
  bytes: Uint8Array,
  encoding: string,
  first = firstBeyondAscii(bytes),
): string {
  let start = Math.max(0, first - BEFORE);
  // Amid a character nothing begins; a blank is one by itself in all encodings but UTF-16.
  const blank = bytes.subarray(start, first).indexOf(BLANK);
  start = encoding.startsWith('UTF-16') ? start - (start % 2) : start + blank + 1;
  const text = decodeBytes(bytes.subarray(start, first + SHOWN_BYTES), encoding);
  const shown = Array.from(text.replace(/[\s\0]+/gu, ' ').trim()).slice(0, SHOWN_CHARACTERS);
  return shown.join('');
}
