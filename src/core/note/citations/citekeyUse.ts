import type { Span } from '../../model';

/** A citekey in a note. The span is the key's own, without `@`. */
export interface CitekeyUse extends Span {
  readonly citekey: string;
  /** As it is written: `p. 12`, `12`, `para. 3.3`; absent where the citation names no place. */
  readonly locator?: string;
  /** Where `locator` stands; an empty span where it may be put when there is none. */
  readonly locatorSpan: Span;
  /** All of the citation that the key is part of: `[see @a, p. 3; @b]`, `\autocite[12]{a}`, `@a [p. 3]`. */
  readonly citation: Span;
  /** Whether it can be nothing but a citation. A bare `@name` in running text may be a name of somebody. */
  readonly isCertain: boolean;
}
