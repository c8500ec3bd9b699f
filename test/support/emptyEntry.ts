import type { EntryFields } from '../../src/core/glossary/glossary';

/** An entry of a glossary of which nothing is known but its name. */
export function emptyEntry(name: string): EntryFields {
  return { name, aliases: [], examples: [], meta: new Map(), related: [] };
}
