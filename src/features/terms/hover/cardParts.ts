import type { Markdown } from '../../../host/surfaces/markdown';

/** A card as Markdown, text from outside escaped. */
export interface CardParts {
  /** What the term is. */
  readonly head: Markdown;
  /** Our links. */
  readonly actions: Markdown;
  /** Empty when there is no more to say. */
  readonly rest: Markdown;
}
