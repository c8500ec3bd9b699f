import * as vscode from 'vscode';
import type { Passage, PassageRef } from '../core/library/document';
import type { Span } from '../core/model';
import type { Deps } from './deps';
import type { Library } from './library/library';
import { spanRange } from '../host/ranges';
import { columnFor } from '../host/viewColumns';
import { sourceProblem } from './library/sourceProblem';
import { showStatusMessage, showWarning } from '../host/surfaces/messages';
import { sourceUri } from '../host/uris';

/** Where a passage is to be seen. */
export interface PassagePlace {
  readonly page: vscode.Uri;
  /** `undefined` when the document does not have the passage any more. */
  readonly passage: Passage | undefined;
}

/** Finds the place of a passage; `undefined` when its document cannot be shown. */
export async function placeOfPassage(
  library: Pick<Library, 'get' | 'document'>,
  ref: PassageRef,
): Promise<PassagePlace | undefined> {
  const document = await library.document(ref.source);
  const source = library.get(ref.source);
  return source && document
    ? { page: sourceUri(source), passage: document.passages.find(({ id }) => id === ref.passage) }
    : undefined;
}

export interface ShowOptions {
  readonly beside?: boolean;
  readonly preserveFocus?: boolean;
  /** Whether in a preview tab, which the next page may replace; `true` when absent. */
  readonly preview?: boolean;
}

/**
 * Opens the page of a passage's document with the caret at the passage and the passage in the
 * middle. Says so when there is no such document, and when it has no such passage any more.
 */
export async function showPassage(
  { library }: Pick<Deps, 'library'>,
  ref: PassageRef,
  { beside = false, preserveFocus = false, preview = true }: ShowOptions = {},
): Promise<void> {
  await library.start();
  const place = await placeOfPassage(library, ref);
  if (place === undefined) {
    warnOfMissingSource(library, ref.source);
    return;
  }
  const editor = await vscode.window.showTextDocument(place.page, {
    viewColumn: columnFor(beside),
    preserveFocus,
    preview,
  });
  if (place.passage === undefined) {
    showStatusMessage(vscode.l10n.t('The source has changed: it does not have this passage.'));
  } else {
    revealSpan(editor, place.passage.span);
  }
}

/** Puts the caret at the beginning of a stretch of text, and the stretch in the middle of the editor. */
export function revealSpan(editor: vscode.TextEditor, span: Span): void {
  const range = spanRange(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}

/** Says why a document of the library cannot be shown. */
export function warnOfMissingSource(library: Pick<Library, 'get'>, id: string): void {
  const source = library.get(id);
  void showWarning(
    source === undefined
      ? vscode.l10n.t('This source is not in the library.')
      : (sourceProblem(source.state, vscode.l10n) ??
          vscode.l10n.t('“{0}” could not be opened.', source.title)),
  );
}
