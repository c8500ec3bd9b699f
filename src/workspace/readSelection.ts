import type * as vscode from 'vscode';
import type { Locator, Span } from '../core/model';

/** What is selected in the reader of a PDF. */
export interface ReadSelection {
  readonly uri: vscode.Uri;
  /** The id of the source that the file is; absent when it is none. */
  readonly source?: string;
  /** The words as the passage has them, or else as the page has them; empty when nothing is selected. */
  readonly text: string;
  /** The pages that it stands on, as they are printed; the page that is read when nothing is selected. */
  readonly places: readonly Locator[];
  /** Where it stands in the text of the document; absent when it is in no passage. */
  readonly selection?: Span;
  /** Has the reader put a text on the clipboard: a browser takes it only from the page that has the focus. */
  readonly copy: (text: string) => Promise<void>;
}
