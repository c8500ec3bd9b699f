import type { QuotedPart } from './quotedParts';
import type { QuoteWord } from './quoteWords';
import type { Stretch } from './stretch';

/** Compares the words of a quotation with those of a stretch, by numbers made once for both. */
export class Comparison {
  private readonly exact: Int32Array;
  private readonly small: Int32Array;
  /** Of words of the quotation without the mark of a note that came along when they were copied. */
  private readonly bare: Int32Array;
  /** Of words in capitals throughout. */
  private readonly folded: Int32Array;
  private readonly sourceExact: Int32Array;
  private readonly sourceBare: Int32Array;
  private readonly sourceSmall: Int32Array;
  private readonly sourceFolded: Int32Array;
  private readonly sourceParted: Int32Array;

  constructor(
    private readonly parts: readonly QuotedPart[],
    private readonly words: Stretch,
  ) {
    const exact = new Map<string, number>();
    const small = new Map<string, number>();
    const folded = new Map<string, number>();
    const numberOf = (map: Map<string, number>, key: string): number => {
      const number = map.get(key) ?? map.size;
      map.set(key, number);
      return number;
    };
    this.exact = Int32Array.from(parts, (part) =>
      part.kind === 'word' ? numberOf(exact, part.word.key) : -2,
    );
    this.small = Int32Array.from(parts, (part) =>
      part.kind === 'word' ? numberOf(small, part.word.smallKey) : -2,
    );
    this.folded = Int32Array.from(parts, (part) =>
      part.kind === 'word' ? numberOf(folded, part.word.key.toUpperCase()) : -2,
    );
    this.bare = Int32Array.from(parts, (part) =>
      part.kind === 'word' && part.word.bareKey !== undefined
        ? numberOf(exact, part.word.bareKey)
        : -2,
    );
    const { length } = words;
    this.sourceExact = new Int32Array(length);
    this.sourceBare = new Int32Array(length);
    this.sourceSmall = new Int32Array(length);
    this.sourceFolded = new Int32Array(length);
    this.sourceParted = new Int32Array(length);
    words.forEach(({ word }, at) => {
      this.sourceExact[at] = exact.get(word.key) ?? -1;
      this.sourceBare[at] = word.bareKey === undefined ? -1 : (exact.get(word.bareKey) ?? -1);
      this.sourceSmall[at] = small.get(word.smallKey) ?? -1;
      this.sourceFolded[at] = folded.get(word.key.toUpperCase()) ?? -1;
      const before = word.isJoined && at > 0 ? words[at - 1]!.word.key + word.key : undefined;
      this.sourceParted[at] = before === undefined ? -1 : (exact.get(before) ?? -1);
    });
  }

  /** Whether a word of the quotation and one of the source are the same. */
  isSame(part: number, at: number): boolean {
    const key = this.exact[part]!;
    if (
      key === this.sourceExact[at] ||
      key === this.sourceBare[at] ||
      this.bare[part] === this.sourceExact[at]
    ) {
      return true;
    }
    const quoted = this.parts[part]!;
    if (quoted.kind !== 'word') {
      return false;
    }
    return (
      (quoted.isFirst && this.small[part] === this.sourceSmall[at]) ||
      (quoted.stem !== undefined && isOfStem(quoted.stem, this.words[at]!.word))
    );
  }

  /** Whether a word of the quotation and one of the source, which are not the same, differ by capitals alone. */
  isRecased(part: number, at: number): boolean {
    return this.folded[part]! === this.sourceFolded[at]!;
  }

  /** Whether a word of the quotation is this word of the source together with the one before it. */
  isParted(part: number, at: number): boolean {
    const number = this.sourceParted[at]!;
    return number >= 0 && number === this.exact[part];
  }

  /** What a word of the quotation is together with the one before it, where a hyphen parts them. */
  joinedKey(part: number): string | undefined {
    const [before, quoted] = [this.parts[part - 1], this.parts[part]];
    return before?.kind === 'word' && quoted?.kind === 'word' && quoted.word.isJoined
      ? before.word.key + quoted.word.key
      : undefined;
  }

  isNoteMark(part: number): boolean {
    const quoted = this.parts[part]!;
    return quoted.kind === 'word' && quoted.word.isNoteMark;
  }
}

/** So many letters behind an edited one may be another word's, at the most. */
const LONGEST_ENDING = 8;

/** Whether a word begins as the one does whose letters behind the stem an editor has changed. */
function isOfStem(stem: string, { smallKey }: QuoteWord): boolean {
  // "ally[ies]" is "allies": the last letter before the bracket may have gone.
  const kept = stem.length > 3 ? stem.slice(0, -1) : stem;
  return smallKey.startsWith(kept) && smallKey.length - kept.length <= LONGEST_ENDING;
}
