import type { EntryRef } from '../../core/model';
import type { PassageHit } from '../../core/search/searcher';
import type { KnownTerm } from '../../core/terms/knownTerm';
import type { GlossaryOrigin } from '../../workspace/openGlossaryEntry';

/** An entry to open. */
export interface EntryRow {
  readonly type: 'entry';
  readonly ref: EntryRef;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A passage of one of the user's documents to open. */
export interface PassageRow {
  readonly type: 'passage';
  readonly hit: PassageHit;
  readonly icon: string;
  /** The words around the match. */
  readonly label: string;
  /** Who wrote it, when, what, and where in it: what the editor cuts off, if anything, comes last. */
  readonly detail: string;
  /** The document, in a message. */
  readonly name: string;
}

/** A term of one of the user's glossaries, whose entry is to be opened. */
export interface TermRow {
  readonly type: 'term';
  readonly term: KnownTerm;
  readonly origin: GlossaryOrigin;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** Words to put into the input box. */
export interface QueryRow {
  readonly type: 'query';
  readonly query: string;
  readonly icon: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** A remembered search, which can be forgotten. */
  readonly recent?: true;
}

/** Something to read that leads nowhere. */
export interface NoteRow {
  readonly type: 'note';
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}

/** A line above the rows that follow it. */
export interface HeadingRow {
  readonly type: 'heading';
  readonly label: string;
}

export type PaletteRow = EntryRow | PassageRow | TermRow | QueryRow | NoteRow | HeadingRow;

/** What a message calls a row. */
export function nameOfRow(row: EntryRow | PassageRow | TermRow): string {
  return row.type === 'passage' ? row.name : row.label;
}
