// Types of the module that scripts/compilePacks.mjs makes from data; written by hand.

/**
 * The order of the evidence for each term of the shipped packs, by its id: places in
 * `Catalog.excerptsOfTerm`. Empty when the packs have problems.
 */
export const EVIDENCE: Readonly<Record<string, readonly number[]>>;
