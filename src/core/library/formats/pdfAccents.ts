import type { PdfFragment } from './pdfLines';

/** Accents that fonts have as signs of their own, and those that Unicode composes with letters. */
const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u00b4': '\u0301',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u00af': '\u0304',
  '\u02c9': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
};
const ACCENT = new RegExp(`[${Object.keys(COMBINING).join('')}]`, 'u');
/** These are no accents where they only stand beside a letter: code and formulas have them. */
const SIGNS_TOO = /[\^~]/u;
/** These stand for apostrophes as well. */
const QUOTES_TOO = /[`\u00b4]/u;
const LETTER = /\p{Script=Latin}/u;
const VOWEL = /[aeiouy\u0131]/iu;

/** How a page sets accents. */
interface AccentHabit {
  /** Whether an accent belongs to the letter before it, where either could have it. */
  readonly isBehind: boolean;
  /** Whether signs that may be apostrophes are accents, as others of the page are for sure. */
  readonly isSure: boolean;
}

/**
 * Fragments with the accents that are set as signs of their own on their letters: "Verm¨ogen" is
 * "Vermögen", "Caf´e" is "Café". An accent that lies over a letter belongs to it; otherwise the
 * letters beside it tell, and how the rest of the page does it.
 * @param fragments of a page, in the order of the file
 */
export function withAccents(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  if (!fragments.some(({ text }) => ACCENT.test(text) || MARK.test(text))) {
    return fragments;
  }
  const laid = layAccents(
    fragments.map((fragment) =>
      MARK.test(fragment.text) ? { ...fragment, text: withoutMarks(fragment.text) } : fragment,
    ),
  );
  const habit = habitOf(laid);
  return laid.map((fragment) =>
    ACCENT.test(fragment.text)
      ? { ...fragment, text: composedText(fragment.text, habit) }
      : fragment,
  );
}

const MARK = /\p{Mn}/u;
/** A mark that is meant for a blank, as Unicode writes out accents that are signs of their own. */
const ON_BLANK = /(?:^|[ \u00a0])([\u0300-\u0328])(?=\p{L})/gu;
const SIGNS = new Map(Object.entries(COMBINING).map(([sign, mark]) => [mark, sign]));

/** A text with its letters composed, and marks that are meant for no letter as signs. */
function withoutMarks(text: string): string {
  return text
    .replace(ON_BLANK, (all: string, mark: string, at: number) => {
      const isBetweenWords =
        /\p{Ll}/u.test(text.charAt(at - 1)) && /\p{Lu}/u.test(text.charAt(at + all.length));
      return (isBetweenWords ? ' ' : '') + (SIGNS.get(mark) ?? all);
    })
    .normalize('NFC');
}

/** Composes accents with the letters that they lie over, which is where a fragment goes back. */
function layAccents(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  const laid: PdfFragment[] = [];
  for (let next of fragments) {
    const last = laid.at(-1);
    if (last && liesOver(last, next)) {
      const over = ACCENT.test(last.text.slice(-1))
        ? composed(next.text.charAt(0), last.text.slice(-1))
        : undefined;
      const under = ACCENT.test(next.text.charAt(0))
        ? composed(last.text.slice(-1), next.text.charAt(0))
        : undefined;
      if (over !== undefined) {
        const rest = last.text.slice(0, -1);
        laid.pop();
        if (rest.trim() !== '') {
          laid.push({ ...last, text: rest, right: Math.min(last.right, next.left) });
        }
        const isSpaced = rest.trim() === '' ? last.isSpaced : rest.endsWith(' ');
        next = { ...next, text: over + next.text.slice(1), isSpaced };
      } else if (under !== undefined) {
        laid[laid.length - 1] = { ...last, text: last.text.slice(0, -1) + under };
        next = { ...next, text: next.text.slice(1) };
        if (next.text.trim() === '') {
          continue;
        }
      }
    }
    laid.push(next);
  }
  return laid;
}

/** Whether what comes next in a file begins over the end of what came before. */
function liesOver(last: PdfFragment, next: PdfFragment): boolean {
  return (
    next.left < last.right - 0.12 * last.size &&
    next.left > last.left - 0.6 * last.size &&
    Math.abs(next.baseline - last.baseline) < 0.5 * last.size
  );
}

function composed(letter: string, accent: string): string | undefined {
  const combining = COMBINING[accent];
  if (combining === undefined || !LETTER.test(letter)) {
    return undefined;
  }
  // Letters without a dot are made to have an accent.
  const base = letter === '\u0131' ? 'i' : letter === '\u0237' ? 'j' : letter;
  const one = (base + combining).normalize('NFC');
  return one.length === 1 ? one : undefined;
}

/** As `composed`, for letters that are likely to have the accent where nothing but the text tells. */
function likely(letter: string | undefined, accent: string): string | undefined {
  if (
    letter === undefined ||
    ((accent === '\u00a8' || QUOTES_TOO.test(accent)) && !VOWEL.test(letter))
  ) {
    return undefined;
  }
  return composed(letter, accent);
}

/** So many signs that may be apostrophes tell that they are accents of the letters before them. */
const FEWEST_BEHIND = 3;

/** By the accents that only one of the letters beside them could have. */
function habitOf(fragments: readonly PdfFragment[]): AccentHabit {
  let accents = 0;
  let quotes = 0;
  for (const { text } of fragments) {
    for (let at = 1; at + 1 < text.length; at++) {
      const accent = text.charAt(at);
      if (!ACCENT.test(accent) || !isAmidWord(text, at) || isApostrophe(text, at)) {
        continue;
      }
      const before = likely(text.charAt(at + 1), accent) !== undefined;
      const behind = likely(text.charAt(at - 1), accent) !== undefined;
      const balance = before === behind ? 0 : before ? 1 : -1;
      if (QUOTES_TOO.test(accent)) {
        quotes += balance;
      } else {
        accents += balance;
      }
    }
  }
  const isBehind = accents < 0 || (accents === 0 && quotes <= -FEWEST_BEHIND);
  return { isBehind, isSure: isBehind || accents > 0 || quotes > 0 };
}

function isAmidWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1));
}

function composedText(text: string, habit: AccentHabit): string {
  let result = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const accent = text.charAt(at);
    if (!ACCENT.test(accent) || SIGNS_TOO.test(accent) || isApostrophe(text, at)) {
      continue;
    }
    const [before, behind] = lettersAt(text, at, habit);
    if (behind !== undefined && at - 1 >= start && (before === undefined || habit.isBehind)) {
      result += text.slice(start, at - 1) + behind;
      start = at + 1;
    } else if (before !== undefined) {
      result += text.slice(start, at) + before;
      start = at + 2;
      at++;
    }
  }
  return result + text.slice(start);
}

/** What the letters behind and before an accent become with it, as far as they may have it. */
function lettersAt(
  text: string,
  at: number,
  { isBehind, isSure }: AccentHabit,
): readonly [string | undefined, string | undefined] {
  const accent = text.charAt(at);
  const isAmid = isAmidWord(text, at);
  const next = likely(text[at + 1], accent);
  const last = likely(text[at - 1], accent);
  if (!QUOTES_TOO.test(accent)) {
    return [next, isAmid || isBehind ? last : undefined];
  }
  // "Caf´e" can be nothing else; "Sana´a" and "O´Brien" have an apostrophe.
  const isClear = isAmid && (last === undefined || isSure);
  return [isClear ? next : undefined, isBehind ? last : undefined];
}

/** Letters before an apostrophe in French and Italian, and behind it in English. */
const ELIDED =
  /(?:^|[^\p{L}])(?:[cdjlmnst]|(?:jus|lors|puis|quel|pres)?qu|aujourd|[ds]?un|\p{L}{0,4}ll|quest|grand|qur)$/iu;
const CONTRACTED = /^(?:s|t|d|m|re|ve|ll)(?![\p{L}])/iu;

function isApostrophe(text: string, at: number): boolean {
  return (
    QUOTES_TOO.test(text.charAt(at)) &&
    (ELIDED.test(text.slice(Math.max(0, at - 8), at)) ||
      CONTRACTED.test(text.slice(at + 1, at + 4)))
  );
}
