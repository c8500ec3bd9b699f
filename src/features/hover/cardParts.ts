/** A card as Markdown, text from outside escaped. */
export interface CardParts {
  /** What the term is. */
  readonly head: string;
  /** Our links. */
  readonly actions: string;
  /** Empty when there is no more to say. */
  readonly rest: string;
}

export const PARAGRAPH = '\n\n';
export const RULE = `---${PARAGRAPH}`;
