import type { Locator, Source } from '../model';

/** A document as it is cited: fields of CSL-JSON, and what a bibliography may call it. */
export interface CitableSource extends Source {
  /** As the bibliography has it that names the document; absent when none does. */
  readonly citekey?: string;
}

/** What is to be put into a note: words, and where they stand. */
export interface CitedText {
  /** As the source has them, line breaks between paragraphs included. */
  readonly text: string;
  readonly source: CitableSource;
  /**
   * Of the first and the last passage that the words are from, or of the one, as `printedLocators` has
   * them; empty when nothing of the place is printed in the source.
   */
  readonly locators: readonly Locator[];
  /** The words are not the source's own but a digest of them, so that they get no quotation marks. */
  readonly isDigest?: boolean;
}

/**
 * `quotation`: the words in quotation marks, or as a block from some length on, with the citation.
 * `block`: the words as a block quotation. `citation`: the citation alone, for a paraphrase.
 */
export type CitingForm = 'quotation' | 'block' | 'citation';
