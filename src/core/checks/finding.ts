import type { Span, TextEdit } from '../model';

/** The drafting checks. The names are those by which settings, comments and front matter know them. */
export const CHECK_RULES = [
  'acronym-before-expansion',
  'acronym-never-used',
  'acronym-unknown',
  'deprecated-term',
  'mixed-variants',
  'claim-without-source',
  'footnote-without-text',
  'footnote-without-mark',
] as const;
export type CheckRule = (typeof CHECK_RULES)[number];

/** What a drafting check has to say of a place in a note. Offsets are UTF-16. */
export interface Finding extends Span {
  readonly rule: CheckRule;
  /** What the message is about, in the order in which the rule's message names it. */
  readonly args: readonly string[];
  /** The remedy; absent where only the author can know it. */
  readonly fix?: Fix;
}

/** Edits that belong together, in ascending order and without overlap. */
export interface Fix {
  /** What stands there afterwards, to name the remedy by: "Istanbul Cooperation Initiative (ICI)". */
  readonly result: string;
  readonly edits: readonly TextEdit[];
}
