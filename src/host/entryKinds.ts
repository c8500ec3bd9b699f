import type { EntryKind } from '../core/model';

/** The kinds of entries, each of which has pages. */
export const ENTRY_KINDS = [
  'excerpt',
  'topic',
  'partner',
  'term',
  'event',
] as const satisfies readonly EntryKind[];
