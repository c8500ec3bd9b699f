import type { EntryKind } from '../core/model';

/** The kinds of entries, each of which has pages. */
export const ENTRY_KINDS = [
  'excerpt',
  'topic',
  'partner',
  'term',
  'event',
  'source',
] as const satisfies readonly EntryKind[];
