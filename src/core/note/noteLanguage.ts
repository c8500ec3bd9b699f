import type { CitationStyle } from './citationStyles';
import type { CitekeyUse } from './citations/citekeyUse';
import type { GapTable } from './gap';
import type { HiddenRanges } from './hiddenRanges';
import type { NoteLanguageId } from './languageIds';
import type { NoteWriting } from './writing';

/** All that is known of one markup language. */
export interface NoteLanguage {
  readonly id: NoteLanguageId;
  /** Adds all that is not prose from an offset on, in order, and tells what is set apart. */
  readonly scan: (text: string, start: number, into: HiddenRanges) => void;
  /** Which punctuation is read through between words. */
  readonly gaps: GapTable;
  /** Whether "a\b" is a path rather than a command. */
  readonly hasBackslashPaths: boolean;
  readonly reading: ReadingSyntax;
  readonly quotations: QuotationSyntax;
  readonly comments: CommentSyntax;
  /** Absent where a language has no footnotes. */
  readonly footnotes?: FootnoteSyntax;
  readonly citekeys: CitekeySyntax;
  /**
   * The bibliographies that commands of the language name, as they are written there; absent where
   * nothing but front matter names any.
   */
  readonly bibliographies?: (text: string) => readonly string[];
  readonly writing: NoteWriting;
  /** The same with quotation marks and blocks of the language itself, where packages set those. */
  readonly writingByHand?: NoteWriting;
  readonly citing: {
    /** How a note cites unless the settings say otherwise. */
    readonly style: CitationStyle;
    /** The same for a note whose front matter names a bibliography; absent where that is no matter. */
    readonly styleWithBibliography?: CitationStyle;
  };
}

/** How stretches of a note are read without their markup. */
export interface ReadingSyntax {
  /** Whether a backslash before punctuation stands for the punctuation. */
  readonly hasEscapes: boolean;
  /** Whether "&amp;" and the like stand for signs. */
  readonly hasEntities: boolean;
  /** Whether "~" is a blank rather than a mark. */
  readonly hasTildeBlanks: boolean;
}

/** How quotations are told that no markup tells of. */
export interface QuotationSyntax {
  /** Whether two backticks open a quotation, and one opens one within. */
  readonly hasBacktickMarks: boolean;
  /** Whose a block is, or where it stands, below its words. */
  readonly attribution: RegExp;
  /** Whose a block is, and where it stands, above its words: the first group; with `g`. Absent where there is no such line. */
  readonly origin?: RegExp;
  /** A citation at the end of a block, with the blanks before it; words in parentheses cite in all. */
  readonly citation: RegExp;
}

/** How comments are written, and what they do to a paragraph. */
export interface CommentSyntax {
  /** What stands before and behind a comment's words. */
  readonly open: string;
  readonly close: string;
  /** Finds the beginning of a comment in what stands before its words. */
  readonly beginning: RegExp;
  /** Whether a comment ends with its line rather than with what closes one of HTML. */
  readonly endsWithLine: boolean;
  /** Whether a comment may stand on a line of its own within a paragraph and leave it one. */
  readonly withinParagraph: boolean;
  /** Whether one may stand behind the words of a line. */
  readonly behindLine: boolean;
  /** Whether one is indented like the text that it is above; in some languages it must not be. */
  readonly indented: boolean;
  /** What parts a comment from the text below it. */
  readonly gap: string;
}

/** How footnotes are written. Groups of expressions are labels, but for `inline`. */
export interface FootnoteSyntax {
  /** A mark in the text. */
  readonly mark?: RegExp;
  /** Whatever has a label that a new footnote must not get, be it in code. */
  readonly label?: RegExp;
  /** What footnotes say, where that stands on lines of its own. */
  readonly definition?: {
    readonly beginning: RegExp;
    /** What no paragraph of a footnote goes on with. */
    readonly next: RegExp;
    /** Columns by which further paragraphs of a footnote are indented at least. */
    readonly indent: number;
  };
  /** A footnote that stands where its mark would; the group is what it says. */
  readonly inline?: RegExp;
}

/** How citekeys are read and written. */
export interface CitekeySyntax {
  /** @param isHidden whether a place in the text is code, a comment or the like */
  readonly read: (text: string, isHidden: (offset: number) => boolean) => readonly CitekeyUse[];
  /** Whether a range that is no prose may hold a citation all the same: as a rule, when it is one. */
  readonly mayCite: (hidden: string, before: string) => boolean;
  /** What stands before a key that is being typed. */
  readonly opening: RegExp;
  /** What closes the citation behind it; empty where nothing need. */
  readonly closing: string;
  /** The keys that need no braces where one is typed behind `@` alone; absent where braces mean nothing. */
  readonly bare?: RegExp;
  /** The keys that commands of a note define; absent where there are no such commands. */
  readonly defined?: (text: string) => readonly string[];
  /**
   * A place as it is added to a citation that names none; absent where there is no form for it.
   * @param at where in the citation the place goes
   */
  readonly addedPlace?: (cited: string, at: number, place: AddedPlace) => string;
}

/** A place in a source that is added to a citation. */
export interface AddedPlace {
  /** With the word for what it counts: "p. 12". */
  readonly words: string;
  /** Of pages the bare numbers. */
  readonly number: string;
}
