import type { SourceDocument } from '../library/document';
import type { SourceId } from '../model';
import type { LibraryContents } from '../search/libraryIndex';

/** What can be known of a source when a note cites it. */
export interface QuotableSource {
  readonly id: SourceId;
  readonly title: string;
  /** For people, with `/` between folders. */
  readonly path: string;
  /** Those of other files with the same bytes. */
  readonly otherPaths?: readonly string[];
  readonly state: 'ready' | 'not read yet' | 'unreadable';
  /** The family names, or the names of bodies, of its authors. */
  readonly authors: readonly string[];
  readonly year?: number;
  readonly citekey?: string;
  readonly URL?: string;
  readonly DOI?: string;
}

/** What a bibliography says about a citekey. */
export interface CitedEntry {
  readonly title?: string;
  readonly DOI?: string;
  readonly URL?: string;
  /** The paths in its `file` field, as they are written there. */
  readonly files: readonly string[];
}

/** What quotations are compared with. */
export interface QuoteLibrary {
  /** `undefined` while there is nothing to search. */
  readonly contents: LibraryContents | undefined;
  readonly sources: readonly QuotableSource[];
  /** A document as it was read, to find the places in it that citations name; `undefined` when it is not to be had. */
  document(id: SourceId): SourceDocument | undefined;
  /** The entry of a note's bibliography; `undefined` when it has none of that key. */
  entry(citekey: string): CitedEntry | undefined;
}
