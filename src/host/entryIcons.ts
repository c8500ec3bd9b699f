import type { DocumentFormat } from '../core/library/document';
import type { EntryKind } from '../core/model';

/** The codicon that stands for each kind of entry, the same in views, search and menus. */
export const ENTRY_ICONS: Readonly<Record<EntryKind, string>> = {
  excerpt: 'quote',
  topic: 'tag',
  partner: 'globe',
  term: 'notebook',
  event: 'calendar',
  source: 'references',
};

/** The codicon that stands for a document of the library, by its format. */
export const SOURCE_ICONS: Readonly<Record<DocumentFormat, string>> = {
  text: 'file',
  markdown: 'markdown',
  html: 'browser',
  pdf: 'file-pdf',
  word: 'book',
};
