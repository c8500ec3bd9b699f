/**
 * The letters and digits of a text, as UTF-16 units, without case, accents and ligatures: what is
 * left the same when a text is set anew, with other line breaks, hyphens, quotation marks and dashes.
 */
export function lettersOf(text: string): Uint16Array {
  let letters = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ASCII.length) {
      const letter = ASCII[code]!;
      if (letter !== 0) {
        letters[length] = letter;
        length += 1;
      }
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)!);
    at += character.length - 1;
    const folded = fold(character);
    // Compatibility characters may stand for many letters, and the rest of the text needs its room.
    if (length + folded.length + text.length - at > letters.length) {
      const longer = new Uint16Array(letters.length * 2 + folded.length);
      longer.set(letters);
      letters = longer;
    }
    for (let index = 0; index < folded.length; index += 1) {
      letters[length] = folded.charCodeAt(index);
      length += 1;
    }
  }
  return letters.subarray(0, length);
}

/** The lower-case letter or digit that an ASCII character is; 0 for all others. */
const ASCII = Uint16Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z\d]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const folded = new Map<string, string>();

/**
 * The letters and digits that a character is, as `lettersOf` has them; empty when it is none. By
 * itself: decomposition does not depend on what stands beside it, once marks are gone.
 */
export function fold(character: string): string {
  let letters = folded.get(character);
  if (letters === undefined) {
    letters = character
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
    folded.set(character, letters);
  }
  return letters;
}

/** The finaliser of MurmurHash3: every bit of the number bears on every bit of the result. */
export function mixBits(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Tells a text by its letters and digits: 64 bits, written in 14 letters and digits. FNV-1a, and the
 * same with other constants.
 */
export function letterHash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const code of lettersOf(text)) {
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x9e3779b1);
  }
  return [first, second].map((half) => mixBits(half).toString(36).padStart(7, '0')).join('');
}
