import type { Random } from '../hostile/random';
import { overParagraphs, setOtherwise, withNoteMarks } from './quoteSettings';

/** A quotation made of a passage, and what is to be found of it. */
export interface QuoteCase {
  readonly kind: QuoteKind;
  /** As it stands in the note, without quotation marks. */
  readonly quoted: string;
  readonly expected: 'verbatim' | 'altered' | 'not found';
  /** The word that stands in place of another, and which one that was; absent where that is not one word. */
  readonly word?: { readonly quoted: string; readonly source: string };
  /** How it is to be told, as `toldAs` says; absent where that is no matter. */
  readonly told?: string;
}

export const QUOTE_KINDS = [
  'as it is',
  'set otherwise',
  'with omissions',
  'with insertions',
  'a word changed',
  'a word dropped',
  'a word added',
  'words swapped',
  'negation removed',
  'number changed',
  'invented',
  'from a stranger',
  'with note marks',
  'over paragraphs',
  'over paragraphs, a word changed',
  'a sentence left out silently',
  'sentences left out at an ellipsis',
  'pieces in another order',
  'negation swallowed by an ellipsis',
  'negation swallowed by a bracket',
] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** What cases are made of. */
export interface QuoteMaterial {
  /** The texts of passages that are in the library. */
  readonly passages: readonly string[];
  /** Those of passages that are not. */
  readonly strangers: readonly string[];
}

const SHORTEST = 6;
const LONGEST = 40;

/** Makes a case of a kind; `undefined` where the passage drawn does not lend itself to it. */
export function makeCase(
  kind: QuoteKind,
  material: QuoteMaterial,
  random: Random,
): QuoteCase | undefined {
  const { passages, strangers } = material;
  if (kind === 'invented') {
    // Words that people use, in an order in which nobody does.
    const words = Array.from({ length: SHORTEST + random.below(LONGEST) }, () =>
      anyWord(passages, random),
    );
    return { kind, quoted: words.join(' '), expected: 'not found' };
  }
  const words = stretchOf(kind === 'from a stranger' ? strangers : passages, random);
  if (words === undefined) {
    return undefined;
  }
  switch (kind) {
    case 'from a stranger':
      return { kind, quoted: words.join(' '), expected: 'not found' };
    case 'as it is':
      return { kind, quoted: words.join(' '), expected: 'verbatim' };
    case 'set otherwise':
      return { kind, quoted: setOtherwise(words, random), expected: 'verbatim' };
    case 'with omissions': {
      const cut = 2 + random.below(Math.max(1, words.length - 5));
      const length = 1 + random.below(Math.max(1, Math.min(8, words.length - cut - 2)));
      const mark = random.pick(['…', '[…]', '...', '. . .', '[...]']);
      const left = [...words.slice(0, cut), mark, ...words.slice(cut + length)];
      return left.length < 7 ? undefined : { kind, quoted: left.join(' '), expected: 'verbatim' };
    }
    case 'with insertions': {
      const at = 1 + random.below(words.length - 2);
      const inserted = random.pick(['[sic]', '[the allies]', '[as they say]', '[emphasis added]']);
      return {
        kind,
        quoted: [...words.slice(0, at), inserted, ...words.slice(at)].join(' '),
        expected: 'verbatim',
      };
    }
    case 'with note marks':
      return { kind, quoted: withNoteMarks(words, random), expected: 'verbatim' };
    case 'over paragraphs':
      return { kind, quoted: overParagraphs(words, random), expected: 'verbatim' };
    case 'a sentence left out silently':
    case 'sentences left out at an ellipsis':
    case 'pieces in another order':
      return sentenceCase(kind, passages, random);
    case 'negation swallowed by an ellipsis':
    case 'negation swallowed by a bracket':
      return swallowedCase(kind, words, random);
    default:
      return alteredCase(kind, words, passages, random);
  }
}

/** Cases of whole sentences of a passage that has at least three which are like no other. */
function sentenceCase(
  kind: QuoteKind,
  passages: readonly string[],
  random: Random,
): QuoteCase | undefined {
  const text = random.pick(passages);
  const sentences = text.split(/(?<=\p{Ll}[.!?]) (?=\p{Lu})/u);
  const from = random.below(Math.max(1, sentences.length - 2));
  const [first = '', middle = '', last = ''] = sentences.slice(from, from + 3);
  const sizes = [first, middle, last].map((sentence) => sentence.split(' ').length);
  if (sizes.some((size) => size < SHORTEST || size > LONGEST) || NO_WORDS.test(text)) {
    return undefined;
  }
  switch (kind) {
    case 'a sentence left out silently':
      return { kind, quoted: `${first} ${last}`, expected: 'altered', told: 'dropped' };
    case 'pieces in another order':
      return { kind, quoted: `${last} … ${first}`, expected: 'altered', told: 'reordered' };
    default:
      return { kind, quoted: `${first} … ${last}`, expected: 'verbatim', told: '' };
  }
}

/** What takes the place of a negation alone, amid words that it is not parted from. */
function swallowedCase(
  kind: QuoteKind,
  words: readonly string[],
  random: Random,
): QuoteCase | undefined {
  const at = placeFor(kind, words);
  if (at === undefined || at < 3 || words[at + 1] === 'only' || /[^\p{L}]$/u.test(words[at - 1]!)) {
    return undefined;
  }
  const isEllipsis = kind === 'negation swallowed by an ellipsis';
  const mark = random.pick(isEllipsis ? ['…', '[…]', '...'] : ['[now]', '[indeed]']);
  const quoted = [...words.slice(0, at), mark, ...words.slice(at + 1)].join(' ');
  return { kind, quoted, expected: 'verbatim', told: 'negation left out' };
}

function alteredCase(
  kind: QuoteKind,
  words: readonly string[],
  passages: readonly string[],
  random: Random,
): QuoteCase | undefined {
  const inner = 1 + random.below(words.length - 2);
  const at = placeFor(kind, words) ?? inner;
  const word = words[at]!;
  const altered = (...middle: readonly string[]): string =>
    [...words.slice(0, at), ...middle, ...words.slice(at + 1)].join(' ');
  switch (kind) {
    case 'over paragraphs, a word changed':
    case 'a word changed': {
      const other = anyWord(passages, random);
      return isSameWord(other, word)
        ? undefined
        : {
            kind,
            quoted:
              kind === 'a word changed'
                ? altered(other)
                : overParagraphs(altered(other).split(' '), random),
            expected: 'altered',
            word: { quoted: other, source: word },
          };
    }
    case 'a word added': {
      const other = anyWord(passages, random);
      return isSameWord(other, word) || isSameWord(other, words[at + 1]!)
        ? undefined
        : {
            kind,
            quoted: altered(word, other),
            expected: 'altered',
            word: { quoted: other, source: '' },
          };
    }
    case 'a word dropped':
      return isSameWord(word, words[at + 1]!) || isSameWord(word, words[at - 1]!)
        ? undefined
        : { kind, quoted: altered(), expected: 'altered', word: { quoted: '', source: word } };
    case 'words swapped': {
      const next = words[at + 1]!;
      return isSameWord(word, next)
        ? undefined
        : {
            kind,
            quoted: [...words.slice(0, at), next, word, ...words.slice(at + 2)].join(' '),
            expected: 'altered',
          };
    }
    case 'negation removed':
      return placeFor(kind, words) === undefined
        ? undefined
        : { kind, quoted: altered(), expected: 'altered', word: { quoted: '', source: word } };
    case 'number changed': {
      const other = word.replace(/\d(?!.*\d)/, (digit) => String((Number(digit) + 1) % 10));
      return placeFor(kind, words) === undefined
        ? undefined
        : {
            kind,
            quoted: altered(other),
            expected: 'altered',
            word: { quoted: other, source: word },
          };
    }
    default:
      return undefined;
  }
}

const NEGATION = /^(?:not|no|never|neither|nor|cannot)$/i;

/** The word within that such a case changes; `undefined` when there is none. */
function placeFor(kind: QuoteKind, words: readonly string[]): number | undefined {
  const test =
    kind === 'number changed' ? /\d/ : kind.startsWith('negation') ? NEGATION : undefined;
  const at = words.slice(1, -1).findIndex((word) => test?.test(word));
  return at === -1 ? undefined : at + 1;
}

/** Some neighbouring words of any passage, without quotation marks and brackets, which would be marks of the note. */
function stretchOf(passages: readonly string[], random: Random): readonly string[] | undefined {
  // What has no letters, such as a dash between blanks, is no word.
  const words = random
    .pick(passages)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}%&+=\p{Sc}]/u.test(word));
  const length = SHORTEST + random.below(LONGEST - SHORTEST);
  const start = random.below(Math.max(1, words.length - length));
  const stretch = words.slice(start, start + length);
  return stretch.length < SHORTEST || NO_WORDS.test(stretch.join(' ')) ? undefined : stretch;
}

/** What would be marks of the note. */
const NO_WORDS = /["“”„«»[\]*_~<>`\\…]|\.\.\.|(?:^|\s)['‘]/;

function anyWord(passages: readonly string[], random: Random): string {
  for (;;) {
    const word = random.pick(random.pick(passages).split(/\s+/)).replace(/[^\p{L}]/gu, '');
    if (word.length > 2) {
      return word;
    }
  }
}

function isSameWord(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

export function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
