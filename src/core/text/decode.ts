/** A file's text, and the name of the encoding that it was read in. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: string;
}

/** Why a file gives no text. */
export interface TextProblem {
  /** `reason` is for people, in English. */
  readonly problem:
    { readonly kind: 'noText' } | { readonly kind: 'failed'; readonly reason: string };
}

/**
 * The part of the Encoding standard that is used here. Node and browsers have it, the standard
 * library of the language, which is all that the core is compiled with, does not.
 */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/**
 * Decodes a text file by its byte order mark, the zero bytes of UTF-16, the encoding that it declares
 * (`declared`, as the file writes it), and otherwise as UTF-8 where it is that, else as Windows-1252.
 * Never throws.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const unicode = unicodeOf(bytes);
  if (unicode !== undefined) {
    return decodeWith(unicode, bytes) ?? decodeWindows1252(bytes);
  }
  const named = declared === undefined ? undefined : decodeDeclared(bytes, declared);
  return named ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes);
}

/**
 * The text of a file, or why there is none: it is empty or blank, or it is no text whatever its name
 * says. `declaredIn` finds the encoding that a format declares in its first bytes, which it is given
 * as characters of one byte each.
 */
export function readTextFile(
  bytes: Uint8Array,
  declaredIn?: (head: string) => string | undefined,
): DecodedText | TextProblem {
  const declared = declaredIn?.(String.fromCharCode(...bytes.subarray(0, DECLARATION_WITHIN)));
  const decoded = decodeText(bytes, declared);
  if (isBinary(decoded.text)) {
    return { problem: { kind: 'failed', reason: 'This is not a text file.' } };
  }
  return /\S/u.test(decoded.text) ? decoded : { problem: { kind: 'noText' } };
}

/** HTML asks for the declaration within 1,024 bytes; pages that overstep it are common. */
const DECLARATION_WITHIN = 4096;

type UnicodeEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

function unicodeOf(bytes: Uint8Array): UnicodeEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'UTF-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'UTF-16LE';
  }
  if (first === 0xfe && second === 0xff) {
    return 'UTF-16BE';
  }
  return unmarkedUtf16(bytes);
}

/** Bytes that are looked at for the zeros of UTF-16. */
const SAMPLE = 4096;

/**
 * UTF-16 without a mark. In any script the blanks and line ends have a zero byte, in Latin script
 * most characters do, and always on the same side.
 */
function unmarkedUtf16(bytes: Uint8Array): UnicodeEncoding | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let high = 0;
  let low = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] !== 0) {
      high += 1;
    } else if (bytes[at] !== 0 && bytes[at + 1] === 0) {
      low += 1;
    }
  }
  const enough = pairs / 10;
  if (low > enough && low > high * 10) {
    return 'UTF-16LE';
  }
  return high > enough && high > low * 10 ? 'UTF-16BE' : undefined;
}

function decodeWith(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  } catch {
    // An encoding that this runtime lacks.
    return undefined;
  }
}

function decodeDeclared(bytes: Uint8Array, declared: string): DecodedText | undefined {
  let encoding: string;
  try {
    encoding = new TextDecoder(declared).encoding;
  } catch {
    return undefined;
  }
  if (encoding === 'windows-1252') {
    return decodeWindows1252(bytes);
  }
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return encoding.startsWith('utf-') ? undefined : decodeWith(encoding, bytes);
}

/** Valid characters beyond ASCII for every damaged place that make a file a damaged one in UTF-8. */
const VALID_FOR_ONE_DAMAGED = 10;

/**
 * `undefined` where the bytes are not UTF-8. A file with a few damaged places among many valid
 * characters is still read as UTF-8: as Windows-1252 each of those characters would be wrong.
 */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const encoding = 'UTF-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    const decoded = decodeWith(encoding, bytes);
    const valid = decoded?.text.match(/(?!\ufffd)\P{ASCII}/gu)?.length ?? 0;
    const damaged = decoded?.text.match(/\ufffd/gu)?.length ?? 0;
    return valid >= damaged * VALID_FOR_ONE_DAMAGED ? decoded : undefined;
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; everything else is Latin-1. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Whether Windows-1252 has all characters of a text. */
export function isInWindows1252(text: string): boolean {
  return Array.from(text).every(
    (character) =>
      /^(?:\p{ASCII}|[\xa0-\xff])$/u.test(character) || WINDOWS_1252.includes(character),
  );
}

/** As many characters as `String.fromCharCode` takes at once everywhere. */
const PIECE = 8192;

/**
 * Not left to TextDecoder: Node reads Windows-1252 as Latin-1 since 20.18.3 and 22.13, that is
 * without quotes and dashes (nodejs/node#56542).
 */
function decodeWindows1252(bytes: Uint8Array): DecodedText {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const latin1 = String.fromCharCode(...bytes.subarray(at, at + PIECE));
    pieces.push(
      latin1.replace(/[\x80-\x9f]/g, (character) =>
        WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80),
      ),
    );
  }
  return { text: pieces.join(''), encoding: 'windows-1252' };
}

/** Characters at the head, in the middle and at the end of a text that tell whether it is one. */
const LOOKED_AT = 65_536;
/** More control characters than one in so many are not found in text. */
const ONE_CONTROL_IN = 50;

function isBinary(text: string): boolean {
  const middle = Math.max(0, Math.floor((text.length - LOOKED_AT) / 2));
  return [0, middle, Math.max(0, text.length - LOOKED_AT)].some((start) => {
    const sample = text.slice(start, start + LOOKED_AT);
    const controls = sample.match(/(?![\s\u0085])\p{Cc}/gu)?.length ?? 0;
    return controls * ONE_CONTROL_IN > sample.length;
  });
}
