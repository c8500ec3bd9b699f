import type { Span } from '../model';

/** How a stretch of text is set. */
export interface TextLook {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly isCode?: boolean;
  /** Above or below the line. */
  readonly shift?: 'super' | 'sub';
  /** Where it leads: a web address, a mail address, or `#` and the id of a heading. */
  readonly link?: string;
}

/** A piece of a line. */
export type DocumentRun =
  | ({ readonly kind: 'text'; readonly text: string } & TextLook)
  | { readonly kind: 'break' }
  /** The mark of a footnote: its number in the document, from 1. `isAgain` at all marks but its first. */
  | { readonly kind: 'note'; readonly number: number; readonly isAgain: boolean }
  | PictureRun;

/** A picture in a line. */
export interface PictureRun {
  readonly kind: 'picture';
  /** As it is written in the note. */
  readonly source: string;
  /** What it says in place of itself; may be empty. */
  readonly alt: string;
  /** Percent of the width of the text; absent for its own size. */
  readonly width?: number;
  /** Whether its caption says the same. */
  readonly hasCaption?: true;
}

/** What a paragraph is besides running text. */
export type ParagraphRole =
  'title' | 'subtitle' | 'author' | 'date' | 'abstract' | 'caption' | 'reference';

export type DocumentBlock =
  | {
      readonly kind: 'heading';
      /** 1 to 6. */
      readonly level: number;
      readonly runs: readonly DocumentRun[];
      /** What links within the document name it by; one of a kind. */
      readonly id: string;
    }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly DocumentRun[];
      readonly role?: ParagraphRole;
    }
  | { readonly kind: 'quote'; readonly blocks: readonly DocumentBlock[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; absent where items have none. */
      readonly start?: number;
      readonly items: readonly (readonly DocumentBlock[])[];
    }
  | {
      readonly kind: 'table';
      /** The first row is the head. Every row has as many cells. */
      readonly rows: readonly (readonly (readonly DocumentRun[])[])[];
      readonly aligns: readonly ('left' | 'right' | 'center' | undefined)[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'pageBreak' };

/** A document as it is to be read, whatever the format that it is written in. */
export interface DocumentTree {
  /** Plain text for the properties of a file; empty when nothing says it. */
  readonly title: string;
  readonly authors: readonly string[];
  /** A BCP 47 tag. */
  readonly language: string;
  /** Titles, text, bibliography and annex. */
  readonly blocks: readonly DocumentBlock[];
  /** What the footnotes say, by their numbers less one. */
  readonly notes: readonly (readonly DocumentBlock[])[];
}

/** Something that will be another in the file than in the note, or is missing there. */
export interface ExportProblem {
  readonly kind: ExportProblemKind;
  /** Where it stands in the note; the beginning where it is about the note as a whole. */
  readonly span: Span;
  /** What it is about: a citekey, the path of a picture, a label. */
  readonly subject: string;
}

export type ExportProblemKind =
  | 'unknownCitekey'
  | 'citationStyle'
  | 'missingPicture'
  | 'refusedPicture'
  | 'webPicture'
  | 'pictureFormat'
  | 'wideTable'
  | 'gridTable'
  | 'html'
  | 'rawText'
  | 'codeCell'
  | 'shortcode'
  | 'formula'
  | 'footnoteWithoutText'
  | 'footnoteWithoutMark'
  | 'footnoteInFootnote'
  | 'tooComplex'
  | 'missingReference'
  | 'refusedReference'
  | 'referenceFormat';

/** The plain text of some runs, without footnotes and pictures. */
export function textOfRuns(runs: readonly DocumentRun[]): string {
  return runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : ''))
    .join('');
}

/** What stands in place of a picture that cannot be shown. */
export function wordsForPicture({ alt, source, hasCaption }: PictureRun): string {
  return `[${alt === '' || hasCaption === true ? source.slice(0, 200) : alt}]`;
}
