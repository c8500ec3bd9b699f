/** What the extension tells the view that shows a PDF. */
export type PdfRequest =
  /** The file, and the page to show; where the reader was last when absent. Pages count from 1. */
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly page?: number }
  | { readonly kind: 'goTo'; readonly page: number }
  /** What the library calls the pages, in their order; it knows more than the labels of the file. */
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  /** The file cannot be had; `message` is for people. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** What the view tells the extension: that it listens now. */
export interface PdfReady {
  readonly kind: 'ready';
}

/** Texts and addresses that the view finds as `data-…` of its `body`. */
export interface PdfSettings {
  /** Folder with the worker, character maps and fonts, with a slash at its end. */
  readonly assets: string;
  readonly encrypted: string;
  readonly damaged: string;
  readonly empty: string;
  /** The view itself cannot work. */
  readonly unusable: string;
  readonly damagedPage: string;
  /** "of {0}", behind a page's number: how many there are. */
  readonly total: string;
  /** "({0} of {1})", behind a printed label: the page's number and how many there are. */
  readonly position: string;
  /** "Page {0}", with the printed label. */
  readonly page: string;
}
