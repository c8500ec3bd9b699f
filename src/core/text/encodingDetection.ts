import { chardet } from 'jschardet';
import { decodeBytes, encodingNamed, ENCODINGS } from './encodings';
import { implausibility } from './implausibility';

/** What the bytes of a text tell of its encoding. */
export interface DetectedEncoding {
  /** The likeliest one. */
  readonly encoding: string;
  /** Another one would do nearly as well, and make other words of the bytes. */
  readonly isUncertain: boolean;
}

/** What is asked about, by the library's names: what people have, not all that there is. */
const ASKED: readonly string[] = [
  'cp932',
  'cp949',
  'euc-jp',
  'gb18030',
  'big5',
  'koi8-r',
  'koi8-u',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'iso-8859-2',
  'mac-roman',
];
/** The library's names that the Encoding standard does not know. */
const STANDARD: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  macroman: 'macintosh',
};

/** Bytes that are looked at. */
const LOOKED_AT = 65_536;
const MOST_EVIDENCE = 8192;

/** A text with fewer words beyond ASCII is in another language than they are. */
const FEWEST_FOREIGN = 0.08;
const FEWEST_WORDS = 3;
/** With so many words to go by, the likelier of two encodings is right. */
const ENOUGH_WORDS = 8;
/** More implausible places for each letter beyond ASCII make the likeliest encoding uncertain. */
const MOST_IMPLAUSIBLE = 0.1;
/** How near another encoding must come to make the likeliest one uncertain. */
const NEAR = 0.9;
/** The same by single words, and by few of them; of Han, many readings make words. */
const NEAR_IN_WORDS = 0.7;
const NEAR_IN_FEW = 0.5;
const NEAR_IN_HAN = 0.3;

interface Candidate {
  readonly encoding: string;
  /** By all of the text, and by the words that have bytes beyond ASCII. */
  readonly likelihood: number;
  readonly inWords: number;
  /** Those words, read so. */
  readonly words: string;
  readonly implausibility: number;
}

/**
 * Tells the encoding of bytes that are no UTF-8. The library says how likely each is by the languages
 * that it knows. Where nearly all words are ASCII, as in an English text with a foreign name in it,
 * that tells the language of the text and not that of the name: then the words with other bytes are
 * asked about by themselves, and readings that make no words are left out.
 *
 * Measured with the Declaration of Human Rights in 28 languages and 15 encodings, and with names of
 * them in English: `test/unit/core/text/encodingDetection.test.ts` has a small form of it.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const sample = bytes.subarray(0, LOOKED_AT);
  const evidence = evidenceIn(sample);
  const found = likelihoods(evidence.all);
  const { foreign, words } = evidence;
  const isMostlyAscii =
    foreign < FEWEST_FOREIGN * words || (foreign <= FEWEST_WORDS && foreign * 2 < words);
  const surroundings = { isMostlyAscii, isEnglish: found.language === 'en' };
  const inWords = likelihoods(evidence.bytes);
  const names = new Set([...found.by.keys(), ...(isMostlyAscii ? inWords.by.keys() : [])]);
  const candidates = Array.from(names, (encoding): Candidate => {
    const read = decodeBytes(evidence.bytes, encoding);
    return {
      encoding,
      likelihood: found.by.get(encoding) ?? 0,
      inWords: inWords.by.get(encoding) ?? 0,
      words: read,
      implausibility: implausibility(read, surroundings),
    };
  });
  return isMostlyAscii ? byWords(candidates, foreign) : byText(candidates, foreign);
}

const WESTERN = 'windows-1252';

/** The best one, or the commonest of those that read the same. */
function detected(
  best: Candidate | undefined,
  candidates: readonly Candidate[],
  isUncertain: boolean,
): DetectedEncoding {
  const same = new Set(
    candidates.filter(({ words }) => words === best?.words).map(({ encoding }) => encoding),
  );
  const encoding = ENCODINGS.find((name) => same.has(name)) ?? best?.encoding ?? WESTERN;
  return { encoding, isUncertain: isUncertain || best === undefined };
}

function byWords(candidates: readonly Candidate[], foreign: number): DetectedEncoding {
  const [best, ...others] = [...candidates].sort(
    (a, b) => a.implausibility - b.implausibility || b.inWords - a.inWords,
  );
  if (best === undefined) {
    return detected(best, candidates, true);
  }
  const isHan = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(best.words);
  const nearInLetters = foreign <= FEWEST_WORDS ? NEAR_IN_FEW : NEAR_IN_WORDS;
  const near = best.inWords * (isHan ? NEAR_IN_HAN : nearInLetters);
  const isUncertain =
    isOdd(best) ||
    others.some(
      (other) =>
        other.words !== best.words &&
        other.implausibility <= best.implausibility &&
        other.inWords >= near,
    );
  const western = candidates.find(({ encoding }) => encoding === WESTERN);
  const isLikelier =
    isUncertain && western !== undefined && western.implausibility <= best.implausibility;
  return detected(isLikelier ? western : best, candidates, isUncertain);
}

function byText(candidates: readonly Candidate[], foreign: number): DetectedEncoding {
  const [best, ...others] = [...candidates].sort((a, b) => b.likelihood - a.likelihood);
  if (best === undefined) {
    return detected(best, candidates, true);
  }
  const near = best.likelihood * (foreign <= FEWEST_WORDS ? NEAR_IN_FEW : NEAR);
  const isNear = others.some(
    (other) =>
      other.words !== best.words &&
      other.likelihood >= near &&
      (other.implausibility < best.implausibility ||
        (foreign < ENOUGH_WORDS && other.implausibility === best.implausibility)),
  );
  return detected(best, candidates, isNear || isOdd(best));
}

function isOdd({ words, implausibility: odd }: Candidate): boolean {
  const letters = words.match(/\P{ASCII}/gu)?.length ?? 0;
  return odd > letters * MOST_IMPLAUSIBLE;
}

/** How likely encodings are, and the language that the likeliest one makes of the bytes. */
function likelihoods(bytes: Uint8Array): {
  readonly by: ReadonlyMap<string, number>;
  readonly language: string | null | undefined;
} {
  const found =
    bytes.length === 0
      ? []
      : chardet.detectAll(bytes, {
          includeEncodings: ASKED,
          noMatchEncoding: WESTERN,
          ignoreThreshold: true,
        });
  const by = new Map<string, number>();
  for (const { encoding: name, confidence } of found) {
    const encoding =
      name === null ? undefined : (STANDARD[name.toLowerCase()] ?? encodingNamed(name));
    if (encoding !== undefined && !by.has(encoding)) {
      by.set(encoding, confidence);
    }
  }
  return { by, language: found[0]?.language };
}

/** The words of a text that have bytes beyond ASCII. */
interface Evidence {
  /** The text, its zero bytes left out. */
  readonly all: Uint8Array;
  /** The words, with a blank behind each. */
  readonly bytes: Uint8Array;
  readonly foreign: number;
  /** How many words the text has in all. */
  readonly words: number;
}

const BLANK = 0x20;
/** Signs of markup, which are no part of a character in any encoding: `"`, `<` and `>`. */
const MARKUP = new Set([0x22, 0x3c, 0x3e]);

function evidenceIn(bytes: Uint8Array): Evidence {
  const kept: number[] = [];
  let foreign = 0;
  let words = 0;
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? BLANK;
    if (byte > BLANK && !MARKUP.has(byte)) {
      isForeign ||= byte >= 0x80;
      continue;
    }
    words += at > start ? 1 : 0;
    foreign += isForeign ? 1 : 0;
    if (isForeign && kept.length < MOST_EVIDENCE) {
      kept.push(...bytes.subarray(start, Math.min(at, start + MOST_EVIDENCE)), BLANK);
    }
    start = at + 1;
    isForeign = false;
  }
  return { all: bytes.filter((byte) => byte !== 0), bytes: Uint8Array.from(kept), foreign, words };
}
