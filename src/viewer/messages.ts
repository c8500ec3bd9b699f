/** What the extension tells the page that shows a PDF. */
export type PdfRequest =
  /** There is a file of so many bytes, which the page reads in pieces; again when it has changed. */
  | { readonly kind: 'open'; readonly length: number; readonly place?: PdfPlace }
  /** What `read` has asked for. */
  | { readonly kind: 'bytes'; readonly begin: number; readonly bytes: Uint8Array }
  | { readonly kind: 'goTo'; readonly place: PdfPlace }
  /** What the library calls the pages, in their order; it knows more than the labels of the file. */
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  /** Whether pages are shown light on dark. */
  | { readonly kind: 'dark'; readonly isDark: boolean }
  | { readonly kind: 'act'; readonly action: PdfAction }
  /** Puts a text on the clipboard. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Asks for what is selected; answered by `selection` with the same number. */
  | { readonly kind: 'select'; readonly question: number }
  /** The file cannot be had; `message` is for people. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** Where to go in a PDF. */
export interface PdfPlace {
  /** Counted from 1. */
  readonly page: number;
  /** A passage to mark, as the library has its words. */
  readonly passage?: string;
}

/** What a command has the page do. */
export type PdfAction =
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'nextPage'
  | 'previousPage'
  | 'goToPage'
  | 'goBack'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitWidth'
  | 'fitPage'
  | 'toggleSidebar';

/** What the page tells the extension. */
export type PdfMessage =
  /** That it listens now. */
  | { readonly kind: 'ready' }
  /** Asks for bytes of the file, `end` not included; answered by `bytes`. */
  | { readonly kind: 'read'; readonly begin: number; readonly end: number }
  | { readonly kind: 'selection'; readonly question: number; readonly selection: PdfSelection }
  /** Whether there is a place to go back to, of a jump. */
  | { readonly kind: 'canGoBack'; readonly canGoBack: boolean }
  | { readonly kind: 'dark'; readonly isDark: boolean }
  /** The key of Copy with Citation. */
  | { readonly kind: 'copyPressed' }
  /** Somebody has chosen a link that leads out. */
  | { readonly kind: 'leave'; readonly url: string };

/** What is selected in a PDF. */
export interface PdfSelection {
  /** In the order of the pages; empty when nothing is selected. */
  readonly parts: readonly PdfSelectedPart[];
  /** The page that is being read, counted from 1, and what is printed on it. */
  readonly page: number;
  readonly label: string;
}

/** The selected text of one page. */
export interface PdfSelectedPart {
  /** Counted from 1. */
  readonly page: number;
  readonly label: string;
  /** As the text layer has it, a line break at the end of each line. */
  readonly text: string;
  /** How much of the page's text stands before it, from 0 to 1. */
  readonly at: number;
}

/** Texts and addresses that the page finds as `data-…` of its `body`. */
export interface PdfSettings {
  /** Folder with the worker, character maps and fonts, with a slash at its end. */
  readonly assets: string;
  readonly encrypted: string;
  readonly damaged: string;
  readonly empty: string;
  /** The page itself cannot work. */
  readonly unusable: string;
  readonly damagedPage: string;
  /** "of {0}", behind a page's number: how many there are. */
  readonly total: string;
  /** "({0} of {1})", behind a printed label: the page's number and how many there are. */
  readonly position: string;
  /** "Page {0}", with the printed label. */
  readonly page: string;
  /** What a link is called that leads to a place in the file. */
  readonly link: string;
  /** "{0} of {1}": which match is shown, and how many there are. */
  readonly matches: string;
  readonly noMatches: string;
  /** The file has no outline. */
  readonly noOutline: string;
  /** "Page {0}: passage marked". */
  readonly marked: string;
  /** "Page {0}: the passage could not be marked". */
  readonly unmarked: string;
}
