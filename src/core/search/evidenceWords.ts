import { queryWordOf, type QueryWord } from './queryParser';
import { askedWords } from './signWords';
import { EVIDENCE } from './weights';

/** A word of a sentence that evidence is sought for. */
export interface EvidenceWord {
  readonly word: QueryWord;
  /** What its information is multiplied by. */
  readonly weight: number;
}

/** Longer than a paragraph: what is behind it, as of a page that was selected, is left out. */
const LONGEST_SENTENCE = 2000;
const MOST_WORDS = 48;

const HAS_DIGIT = /\d/;
/** A capital behind the first letter: "NATO", "McCain". */
const HAS_INNER_CAPITAL = /.\p{Lu}/u;
const BEGINS_WITH_CAPITAL = /^\p{Lu}/u;

/**
 * The words of a sentence, each once. Numbers, years among them, weigh most, then what is written as
 * a name, months included. The first word is no name for its capital alone.
 */
export function evidenceWords(sentence: string): readonly EvidenceWord[] {
  const text = sentence.slice(0, LONGEST_SENTENCE);
  const found = new Map<string, EvidenceWord>();
  askedWords(text).forEach(({ start, end, kind }, at) => {
    const raw = text.slice(start, end);
    const word = queryWordOf(raw, kind);
    const known = found.get(word.word);
    if (word.word !== '' && (known !== undefined || found.size < MOST_WORDS)) {
      const weight = Math.max(known?.weight ?? 0, weightOf(raw, at === 0));
      found.set(word.word, { word, weight });
    }
  });
  return [...found.values()];
}

function weightOf(raw: string, isFirst: boolean): number {
  if (HAS_DIGIT.test(raw)) {
    return EVIDENCE.number;
  }
  const isName = HAS_INNER_CAPITAL.test(raw) || (!isFirst && BEGINS_WITH_CAPITAL.test(raw));
  return isName ? EVIDENCE.name : EVIDENCE.otherWord;
}
