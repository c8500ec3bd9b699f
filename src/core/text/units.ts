/**
 * What each UTF-16 unit is to the matcher, and what it is folded to, in one table of 65,536
 * 32-bit entries, so that reading a unit costs one look-up. An entry holds the folded unit
 * (bits 0–15), whether the unit is a capital (bit 16), and its class (from bit 17).
 */

/** A letter or digit that folds to one unit. Such entries are the ones below `PLAIN_LIMIT`. */
const PLAIN_UNIT = 0;
/** A letter of a script that writes no blanks (Han, kana, hangul, Thai …): a word by itself. */
export const UNSPACED = 1;
/** A letter that folds to several units ("ß", "æ", "ﬁ"); the entry holds an index for `expansion`. */
export const EXPANDING = 2;
/** A combining diacritic: part of the letter before it, and folded away. */
export const DIACRITIC = 3;
/** Soft hyphen, zero-width and directional characters: as if they were not there. */
export const IGNORABLE = 4;
export const UNDERSCORE = 5;
export const BLANK = 6;
export const NEWLINE = 7;
const DASH = 8;
const APOSTROPHE = 9;
/** The second half of a character beyond U+FFFF: belongs to whatever the first half is. */
export const LOW_SURROGATE = 10;
/** Anything else; the folded unit is an ASCII stand-in, or 0 where there is none. */
const OTHER = 11;

export const CLASS_SHIFT = 17;
export const CAPITAL_SHIFT = 16;
/** Entries below this are `PLAIN`. */
export const PLAIN_LIMIT = 1 << CLASS_SHIFT;

/** Letters that Unicode does not decompose, though readers and keyboards do. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  ς: 'σ',
};

const LETTERS_AND_DIGITS = /[\p{L}\p{Nd}\p{Nl}\p{Mn}\p{Mc}]+/gu;
type Range = readonly [first: number, last: number];
// Combining marks that fold away; those of other scripts are letters to their readers.
const DIACRITIC_RANGES: readonly Range[] = [
  [0x0300, 0x036f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20dc],
  [0x20e1, 0x20e1],
  [0x20e5, 0x20f0],
  [0xfe20, 0xfe2f],
];
// Han, bopomofo, kana and hangul with their compatibility forms, and the scripts of mainland
// South-East Asia. Korean does write blanks, but joins its particles to a foreign word.
const UNSPACED_RANGES: readonly Range[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x3040, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff66, 0xffdc],
];
/** Surrogates and private use. */
const NO_CHARACTERS: Range = [0xd800, 0xf8ff];
// Where letters have cases or compatibility forms worth folding: Latin, Greek, Cyrillic and their
// extensions, ligatures, full-width Latin.
const FOLDED =
  /[\u0041-\u058f\u1c80-\u1c8f\u1d00-\u1fff\u2100-\u218f\u2c60-\u2dff\ua640-\ua7ff\uab30-\uab6f\ufb00-\ufb17\uff10-\uff5a]+/g;
// Those of ASCII and their full-width forms, which stand for them.
const PUNCTUATION = /[!-~\uff01-\uff5e]+/g;
const IGNORABLES = /[\p{Cf}\ufe00-\ufe0f]+/gu;
const BLANKS = /[\t\v\p{Zs}]+/gu;
// The middle dots part the words of a name in katakana and in Catalan.
const DASHES = /[\p{Pd}\u2212\u00b7\u30fb\uff65]+/gu;
const APOSTROPHES = /['\u2018\u2019\u201b\u02bb\u02bc\uff07]+/g;
const NEWLINES = /[\n\r\u2028]+/g;
const QUOTES = /["\u201c-\u201f\u00ab\u00bb]+/g;

const expansions: string[] = [];
let table: Uint32Array | undefined;

/** The table, made on first use (some 10 ms) and kept. */
export function unitTable(): Uint32Array {
  table ??= makeTable();
  return table;
}

/** What an `EXPANDING` entry folds to. */
export function expansion(entry: number): string {
  return expansions[entry & 0xffff] ?? '';
}

function makeTable(): Uint32Array {
  const entries = new Uint32Array(0x10000).fill(classed(OTHER, 0));
  // Each pattern goes over each stretch of units once: five times faster than unit by unit.
  for (const [first, last] of spacedRanges()) {
    const units = unitsFrom(first, last);
    const set = (pattern: RegExp, entryOf: (unit: number) => number): void => {
      for (const run of units.matchAll(pattern)) {
        for (let i = run.index; i < run.index + run[0].length; i++) {
          entries[first + i] = entryOf(first + i);
        }
      }
    };
    // Later patterns prevail.
    set(PUNCTUATION, (unit) => classed(OTHER, unit < 0x80 ? unit : unit - 0xfee0));
    set(LETTERS_AND_DIGITS, (unit) => classed(PLAIN_UNIT, unit));
    set(FOLDED, (unit) => (entries[unit]! < PLAIN_LIMIT ? letterEntry(unit) : entries[unit]!));
    set(IGNORABLES, () => classed(IGNORABLE, 0));
    set(BLANKS, () => classed(BLANK, 0));
    set(NEWLINES, () => classed(NEWLINE, 0));
    set(DASHES, () => classed(DASH, 0x2d));
    set(APOSTROPHES, () => classed(APOSTROPHE, 0x27));
    set(QUOTES, () => classed(OTHER, 0x22));
  }
  for (const [first, last] of DIACRITIC_RANGES) {
    entries.fill(classed(DIACRITIC, 0), first, last + 1);
  }
  for (const [first, last] of UNSPACED_RANGES) {
    for (let unit = first; unit <= last; unit++) {
      entries[unit] = classed(UNSPACED, unit);
    }
  }
  for (let unit = 0xd800; unit < 0xe000; unit++) {
    entries[unit] = surrogateEntry(unit);
  }
  entries[0x5f] = classed(UNDERSCORE, 0x5f);
  return entries;
}

/** What lies between the scripts without blanks, which are most of the table, and private use. */
function spacedRanges(): readonly Range[] {
  const ranges: Range[] = [];
  let first = 0;
  for (const [from, to] of [...UNSPACED_RANGES, NO_CHARACTERS].sort(([a], [b]) => a - b)) {
    ranges.push([first, from - 1]);
    first = to + 1;
  }
  return [...ranges, [first, 0xffff]];
}

function unitsFrom(first: number, last: number): string {
  let units = '';
  for (let unit = first; unit <= last; unit++) {
    units += String.fromCharCode(unit);
  }
  return units;
}

/** Pictographs part words; ideographs are words; the remaining planes hold letters. */
function surrogateEntry(unit: number): number {
  if (unit >= 0xdc00) {
    return classed(LOW_SURROGATE, unit);
  }
  if (unit >= 0xd840 && unit < 0xd88c) {
    return classed(UNSPACED, unit);
  }
  const holdsLetters = unit < 0xd83c && unit !== 0xd834;
  return holdsLetters ? classed(PLAIN_UNIT, unit) : classed(OTHER, 0);
}

function letterEntry(unit: number): number {
  const character = String.fromCharCode(unit);
  const capital = character === character.toLowerCase() ? 0 : 1 << CAPITAL_SHIFT;
  const folded = foldLetter(character);
  if (folded.length === 1) {
    return classed(PLAIN_UNIT, folded.charCodeAt(0)) | capital;
  }
  expansions.push(folded);
  return classed(EXPANDING, expansions.length - 1) | capital;
}

/** Lower-case, without diacritics, in compatibility form; itself where that is no word any more. */
function foldLetter(character: string): string {
  const lower = character.toLowerCase();
  const bare = (LETTERS[lower] ?? lower).normalize('NFKD').replace(/\p{M}/gu, '');
  const letters = Array.from(bare, (letter) => LETTERS[letter] ?? letter).join('');
  return /^[\p{L}\p{Nd}]+$/u.test(letters) ? letters : character;
}

function classed(unitClass: number, folded: number): number {
  return ((unitClass << CLASS_SHIFT) | folded) >>> 0;
}
