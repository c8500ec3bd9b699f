import type { EntryKind } from '../core/model';

/** The codicon that stands for each kind of entry, the same in views, search and menus. */
export const ENTRY_ICONS: Readonly<Record<EntryKind, string>> = {
  excerpt: 'quote',
  topic: 'tag',
  partner: 'globe',
  term: 'notebook',
  event: 'calendar',
};
