import type { QuoteWord } from './quoteWords';

/** A word of a source, and which passage it stands in. */
export interface StretchWord {
  readonly word: QuoteWord;
  /** The number of its passage in the index. */
  readonly passage: number;
}

/**
 * Words of one source, in their order, in which a quotation is sought. Where passages do not follow
 * each other, `HOLE` stands for what is between them: only an ellipsis may reach over it.
 */
export type Stretch = readonly StretchWord[];

export const HOLE: StretchWord = {
  word: { start: 0, end: 0, key: '', smallKey: '', isJoined: false, isNoteMark: false },
  passage: -1,
};
