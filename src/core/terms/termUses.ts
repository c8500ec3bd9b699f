/** Which uses of a term are marked. */
export type TermUses = 'off' | 'first' | 'all';
