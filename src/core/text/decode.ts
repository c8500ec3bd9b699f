import { decodeBytes, decodeValid, encodingNamed, type DecodedText } from './encodings';
import { utf16ByScripts, utf16ByZeros } from './utf16';

/** What is known of the encoding of a file besides its bytes. */
export interface DecodingHints {
  /** As the file itself declares it, in its own words. */
  readonly declared?: string;
  /** As the user has chosen it, which holds whatever the bytes say. */
  readonly chosen?: string;
}

/**
 * Decodes a file that tells its encoding by itself: as the user says, by its byte order mark, as UTF-16
 * or UTF-8 where it is valid in that, and in the encoding that it declares. `undefined` where anything
 * would be a guess.
 */
export function decodeKnown(
  bytes: Uint8Array,
  { declared = '', chosen = '' }: DecodingHints = {},
): DecodedText | undefined {
  return (
    decodeAs(bytes, encodingNamed(chosen) ?? markedEncoding(bytes) ?? utf16ByZeros(bytes)) ??
    decodeStateful(bytes, declared) ??
    decodeUtf8(bytes) ??
    decodeAs(bytes, utf16ByScripts(bytes)) ??
    decodeDeclared(bytes, declared)
  );
}

function decodeAs(bytes: Uint8Array, encoding: string | undefined): DecodedText | undefined {
  return encoding === undefined ? undefined : { text: decodeBytes(bytes, encoding), encoding };
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'UTF-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'UTF-16LE';
  }
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : undefined;
}

const ESCAPE = 0x1b;

/** An encoding in ASCII characters, which valid UTF-8 is as well. */
function decodeStateful(bytes: Uint8Array, declared: string): DecodedText | undefined {
  if (!bytes.includes(ESCAPE)) {
    return undefined;
  }
  const encoding = 'iso-2022-jp';
  const isMeant = encodingNamed(declared) === encoding || startsKanji(bytes);
  const text = isMeant ? decodeValid(bytes, encoding) : undefined;
  return text === undefined ? undefined : { text, encoding };
}

/** Whether there is the sequence that goes over to Japanese characters. */
function startsKanji(bytes: Uint8Array): boolean {
  return bytes.some(
    (byte, at) =>
      byte === ESCAPE &&
      bytes[at + 1] === 0x24 &&
      (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40),
  );
}

/** What a decoder puts in place of bytes that mean nothing. */
const REPLACEMENT = 0xfffd;
const ASCII_END = 0x80;

/** Valid characters beyond ASCII for every damaged place that make a file a damaged one in UTF-8. */
const VALID_FOR_ONE_DAMAGED = 10;

/**
 * `undefined` where the bytes are not UTF-8. A file with a few damaged places among many valid
 * characters is still read as UTF-8: in another encoding each of those characters would be wrong.
 */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const encoding = 'UTF-8';
  const valid = decodeValid(bytes, encoding);
  if (valid !== undefined) {
    return { text: valid, encoding };
  }
  const text = decodeBytes(bytes, encoding);
  let kept = 0;
  let damaged = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === REPLACEMENT) {
      damaged += 1;
    } else if (unit >= ASCII_END && (unit < 0xdc00 || unit > 0xdfff)) {
      // Of a pair only the first half counts.
      kept += 1;
    }
  }
  return kept >= damaged * VALID_FOR_ONE_DAMAGED ? { text, encoding } : undefined;
}

/** A declaration that the bytes belie is none: most are left over from before a file was saved anew. */
function decodeDeclared(bytes: Uint8Array, declared: string): DecodedText | undefined {
  const encoding = encodingNamed(declared);
  if (encoding === undefined || encoding.startsWith('UTF-')) {
    return undefined;
  }
  const text = decodeValid(bytes, encoding);
  return text === undefined ? undefined : { text, encoding };
}
