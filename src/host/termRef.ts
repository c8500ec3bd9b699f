/** Names a term of a pack or of a glossary, in the arguments of commands. */
export interface TermRef {
  /** Its id. */
  readonly term: string;
}

/** Checks an argument that came from a link, a tree or another extension. The term may not exist. */
export function isTermRef(value: unknown): value is TermRef {
  // Read from the object itself: what the nodes of trees have are getters.
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { readonly term?: unknown }).term === 'string'
  );
}
