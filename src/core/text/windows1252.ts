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
 * The text of bytes in Windows-1252.
 *
 * Not left to TextDecoder: Node reads Windows-1252 as Latin-1 since 20.18.3 and 22.13, that is
 * without quotes and dashes (nodejs/node#56542).
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const latin1 = String.fromCharCode(...bytes.subarray(at, at + PIECE));
    pieces.push(
      latin1.replace(/[\x80-\x9f]/g, (character) =>
        WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80),
      ),
    );
  }
  return pieces.join('');
}
