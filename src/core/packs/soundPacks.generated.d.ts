// Types of the module that scripts/compilePacks.mjs makes from data; written by hand.

/** What `hashPacks` makes of the shipped packs; `NaN`, which equals nothing, when they have problems. */
export const SOUND_HASH: number;
