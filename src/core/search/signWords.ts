import { canonicalWord, scanSigns } from './textAnalysis';

/**
 * Words of scripts that do not part them by spaces, or run them on into particles: Han, kana and
 * Hangul. Each sign makes a word together with the next one ("防衛費" is "防衛", "衛費"), and the last
 * one of a run is a word alone, so that each sign begins a word and one sign can be sought as a
 * beginning. Signs that only blanks part are one run: spaces tell no words apart in Japanese, are
 * set as one likes in Korean, and both lose or gain them at the ends of lines.
 *
 * Pairs instead of single signs, since single ones stand in every text; instead of words from a
 * dictionary, which would lack new names. Lucene's CJKBigramFilter does the same but for the blanks.
 */
export interface IndexedWord {
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
}

/** A word of letters, a pair of signs, a pair with blanks between them, or one sign alone. */
export type WordKind = 'word' | 'pair' | 'link' | 'sign';

/** More blanks part a run: they are the layout's. */
const MOST_BLANKS = 8;

const BLANKS = ' \t\r\n\u00a0\u3000';

/**
 * Calls `visit` for each word of `text` as it is indexed, ascending; pairs of signs overlap. Linear
 * in the text.
 * @param visit is told also where the first sign ends
 */
export function scanIndexWords(
  text: string,
  visit: (start: number, end: number, kind: WordKind, firstEnd: number) => void,
): void {
  let start = -1;
  let end = -1;
  scanSigns(text, (nextStart, nextEnd, isSign) => {
    if (start !== -1) {
      const isPair = isSign && isBlank(text, end, nextStart);
      const kind = !isPair ? 'sign' : nextStart > end ? 'link' : 'pair';
      visit(start, isPair ? nextEnd : end, kind, end);
    }
    start = isSign ? nextStart : -1;
    end = nextEnd;
    if (!isSign) {
      visit(nextStart, nextEnd, 'word', nextEnd);
    }
  });
  if (start !== -1) {
    visit(start, end, 'sign', end);
  }
}

/** Whether few blanks, and nothing else, stand between two places. */
function isBlank(text: string, from: number, to: number): boolean {
  if (to - from > MOST_BLANKS) {
    return false;
  }
  for (let at = from; at < to; at += 1) {
    if (!BLANKS.includes(text.charAt(at))) {
      return false;
    }
  }
  return true;
}

/**
 * The words of what is asked for. Blanks end a run here, and a sign behind which it ends is left out
 * where the pair before it has it. Links, of no weight by themselves, tell whether words that were
 * parted stand together.
 */
export function askedWords(text: string): readonly IndexedWord[] {
  const words: IndexedWord[] = [];
  let paired = -1;
  scanIndexWords(text, (start, end, kind, firstEnd) => {
    if ((kind === 'sign' || kind === 'link') && paired < firstEnd) {
      words.push({ start, end: firstEnd, kind: 'sign' });
    }
    if (kind !== 'sign') {
      words.push({ start, end, kind });
    }
    paired = kind === 'pair' ? end : paired;
  });
  return words;
}

/** The canonical words of a name that may be asked for; see `askedWords`. */
export function namedWords(name: string): string[] {
  return canonicalWords(
    name,
    askedWords(name).filter(({ kind }) => kind !== 'link'),
  );
}

/**
 * The canonical words that follow each other wherever `text` stands as it is. The last may be a
 * sign that begins a word there; see `isLoneSign`.
 */
export function phraseWords(text: string): string[] {
  const words: IndexedWord[] = [];
  scanIndexWords(text, (start, end, kind) => words.push({ start, end, kind }));
  const [before, last] = words.slice(-2);
  if (last?.kind === 'sign' && before?.end === last.end) {
    words.pop();
  }
  return canonicalWords(text, words);
}

function canonicalWords(text: string, words: readonly IndexedWord[]): string[] {
  return words
    .map(({ start, end }) => canonicalWord(text.slice(start, end)))
    .filter((word) => word !== '');
}

/** Whether a canonical word is of signs. */
export function beginsWithSign(word: string): boolean {
  let begins = false;
  scanSigns(word.slice(0, 2), (start, _end, isSign) => {
    begins ||= start === 0 && isSign;
  });
  return begins;
}

/** Whether a canonical word is one sign, with which others begin. */
export function isLoneSign(word: string): boolean {
  let signs = 0;
  let isSign = false;
  scanSigns(word, (_start, end, ofSign) => {
    signs += 1;
    isSign = ofSign && end === word.length;
  });
  return signs === 1 && isSign;
}
