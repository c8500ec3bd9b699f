import type { EntryPart } from '../citation/entryParts';
import type { CheckRule, Finding } from '../checks/finding';
import type { Span } from '../model';
import type { QuoteCheck } from '../quotes/quoteCheck';

/**
 * What may be left to do before a note is sent, worst first: what would be wrong in print, then what a
 * reader cannot check, then what only makes reading harder. What cannot be checked here stands below
 * what is known to be missing, since the desk lacks something there, not the note.
 */
export const READY_KINDS = [
  'altered quotation',
  'misplaced quotation',
  'unfound quotation',
  'remarked quotation',
  'unknown citekey',
  'footnote',
  'uncited quotation',
  'claim',
  'incomplete entry',
  'unverifiable quotation',
  'recased quotation',
  'acronym',
  'term',
] as const;
export type ReadyKind = (typeof READY_KINDS)[number];

/** One thing that is left. The span is in the note. */
export type ReadyItem = Span & { readonly kind: ReadyKind } & (
    | {
        readonly about: 'quotation';
        readonly check: QuoteCheck;
        /** How many quotations it stands for: what several lack alike is said once. */
        readonly count: number;
      }
    | {
        readonly about: 'citekey';
        readonly citekey: string;
        /** Keys that it may be meant for, the likeliest first. */
        readonly similar: readonly string[];
      }
    | {
        /** No bibliography can be asked for the keys of the note. */
        readonly about: 'bibliography';
        /** The names of those that should be there; empty when the note has none. */
        readonly missing: readonly string[];
        /** How many citations are not known. */
        readonly count: number;
      }
    | { readonly about: 'entry'; readonly entry: EntryGap }
    | { readonly about: 'finding'; readonly finding: Finding }
  );

/** What an entry lacks that a note cites. */
export interface EntryGap {
  /** What its bibliography is known by. */
  readonly file: string;
  readonly citekey: string;
  readonly missing: readonly EntryPart[];
  /** Where it begins in its bibliography. */
  readonly offset: number;
}

export const KIND_OF_RULE: Readonly<Record<CheckRule, ReadyKind>> = {
  'acronym-before-expansion': 'acronym',
  'acronym-never-used': 'acronym',
  'acronym-unknown': 'acronym',
  'deprecated-term': 'term',
  'mixed-variants': 'term',
  'claim-without-source': 'claim',
  'footnote-without-text': 'footnote',
  'footnote-without-mark': 'footnote',
};
