import type { Locator, Source, Span } from '../model';
import type { FileFault } from '../paths/fileFault';

/**
 * The shapes of a user's document on its way from bytes to passages: an extractor of its format
 * makes blocks, and `structureDocument` makes headings and passages of them, the same for all formats.
 */

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'word';

/**
 * What a document says about itself, or a bibliography about it. Fields of CSL-JSON; what is not
 * said is absent, never guessed.
 */
export interface DocumentMetadata extends Partial<
  Pick<
    Source,
    | 'type'
    | 'title'
    | 'genre'
    | 'publisher'
    | 'container'
    | 'author'
    | 'editor'
    | 'translator'
    | 'edition'
    | 'issued'
    | 'language'
    | 'URL'
    | 'DOI'
  >
> {
  readonly citekey?: string;
}

export type BlockKind =
  'heading' | 'paragraph' | 'item' | 'quote' | 'table' | 'caption' | 'footnote';

/** A piece of a document as its author set it, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /**
   * Plain text, not empty: single blanks between words, no line breaks. A table has its rows on
   * lines of their own, with a tab between cells.
   */
  readonly text: string;
  /** Of a heading, from 1 at the top; of an item, how deep its list is nested, from 1. */
  readonly level?: number;
  /** The pages, counted from 1, on which it begins and ends; absent where the format has none. */
  readonly page?: number;
  readonly lastPage?: number;
  /** Where it stands in the decoded file, markup included, for formats that are text. */
  readonly original?: Span;
}

/** What an extractor finds in a file. */
export interface ExtractedDocument {
  readonly format: DocumentFormat;
  /** How the bytes were decoded, for formats that are text: "UTF-8", "UTF-16LE", "windows-1252". */
  readonly encoding?: string;
  /** The bytes do not tell their encoding: it is the likeliest of several. */
  readonly isEncodingUncertain?: true;
  readonly metadata: DocumentMetadata;
  readonly blocks: readonly Block[];
  /** The labels printed on the pages, in their order; absent where the format has none. */
  readonly pageLabels?: readonly string[];
}

/** Why a file gives no passages. */
export type ExtractionProblem =
  /** There is no text in it: pictures of pages, blanks, or, where `isEmpty`, no bytes. */
  | { readonly kind: 'noText'; readonly isEmpty?: true }
  /** It takes a password. */
  | { readonly kind: 'encrypted' }
  /** The file, or what it unpacks to, is larger than `limit` bytes. */
  | { readonly kind: 'tooLarge'; readonly limit: number }
  /** `reason` is for people, in English, and may come from a library. */
  | { readonly kind: 'failed'; readonly reason: string; readonly cause?: FailureCause };

/** That something cannot be had or read, and why. */
export type FailedProblem = Extract<ExtractionProblem, { kind: 'failed' }>;

/** Why a file could not be read, for callers that say it in other words. */
export type FailureCause =
  | StopCause
  /** The operating system refuses it. */
  | { readonly kind: 'file'; readonly fault: FileFault };

/** What has stopped the reading of a file before its end. */
export type StopCause =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'memory'; readonly megabytes: number }
  /** The reader crashed, or was ended by somebody else. */
  | { readonly kind: 'crash' }
  /** The editor itself stopped, for which the file may be the reason. */
  | { readonly kind: 'interrupted' };

/** Extractors never throw: what cannot be read is a problem. */
export type Extraction<Document = ExtractedDocument> =
  { readonly document: Document } | { readonly problem: ExtractionProblem };

/** What an extractor may be told. */
export interface ExtractionOptions {
  /** The most bytes that a packed format may unpack to. */
  readonly maxBytes: number;
  /** The encoding that the user has chosen for a format that is text; absent for what the bytes tell. */
  readonly encoding?: string;
  /** Called now and then with the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /**
   * Awaited between pieces of work of some milliseconds: where an extractor runs beside something
   * else, the caller lets that go on. Absent in a worker.
   */
  readonly pause?: () => Promise<void>;
  /**
   * Gives one of the character maps that fonts of a PDF may name without having it, by its name
   * ("90ms-RKSJ-H"), as PDF.js packs it; `undefined` where there is none. Text in such fonts is not
   * read when absent.
   */
  readonly readCharacterMap?: (name: string) => Promise<Uint8Array | undefined>;
}

/** A heading, which opens a section. */
export interface DocumentHeading {
  readonly text: string;
  readonly level: number;
  /** Where it stands in the document's `text`. */
  readonly span: Span;
  /** The heading of the section that this one lies in, as an index into `headings`; absent at the top. */
  readonly parent?: number;
}

/** A stretch of a document that is searched, shown and cited as one: a paragraph, mostly, or a heading. */
export interface Passage {
  /** Unique in its document, and the same as long as its text stays the same. */
  readonly id: string;
  /**
   * As people cite it: `3.3` (section and paragraph), `p. 12` (the printed label), `pp. 12–13`. Of a
   * heading without a page: `sec. 3`; empty for the document's title.
   */
  readonly locator: Locator;
  /** Where it stands in the document's `text`. */
  readonly span: Span;
  /**
   * The heading that it stands under, or is, as an index into `headings`; absent before the first.
   */
  readonly heading?: number;
  /**
   * The passage is that heading itself. It can be searched, quoted and cited, and counts as no
   * paragraph.
   */
  readonly isHeading?: true;
  /** Pages counted from 1; absent where the format has none. */
  readonly page?: number;
  readonly lastPage?: number;
  /** See `Block.original`. */
  readonly original?: Span;
}

/** A document ready to be read, searched and cited. Plain data. */
export interface SourceDocument {
  readonly format: DocumentFormat;
  readonly encoding?: string;
  readonly isEncodingUncertain?: true;
  readonly metadata: DocumentMetadata;
  /** All blocks as plain text, an empty line between them. */
  readonly text: string;
  readonly headings: readonly DocumentHeading[];
  /** In the order of the text, without overlap. */
  readonly passages: readonly Passage[];
  readonly pageLabels?: readonly string[];
}

/** Names a passage of a document in the user's library. */
export interface PassageRef {
  readonly source: string;
  readonly passage: string;
}
