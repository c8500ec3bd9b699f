import { decodeWindows1252 } from './windows1252';

/** A file's text, and the name of the encoding that it was read in. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** As `ENCODINGS` has it. */
  readonly encoding: string;
  /** The bytes do not tell the encoding: this is the likeliest of several. */
  readonly isEncodingUncertain?: true;
}

/**
 * Encodings that people may choose, by the names of the Encoding standard in lower case but for
 * Unicode's; the common ones first.
 */
export const ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'windows-1253',
  'windows-1254',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'gb18030',
  'big5',
  'iso-8859-5',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'x-mac-cyrillic',
  'ibm866',
] as const;

/** The encoding that a label of the Encoding standard names; `undefined` where it names none. */
export function encodingNamed(label: string): string | undefined {
  let name: string;
  try {
    name = new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
  // What people call GB2312 or GBK is read by the larger set that holds it.
  const standard = name === 'gbk' ? 'gb18030' : name;
  return standard.startsWith('utf-') ? standard.toUpperCase() : standard;
}

/** The text of bytes in an encoding. What means nothing in it is U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252'
    ? decodeWindows1252(bytes)
    : new TextDecoder(encoding).decode(bytes);
}

/** The text of bytes that all mean something in an encoding; `undefined` for others. */
export function decodeValid(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1252') {
    return decodeWindows1252(bytes);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
