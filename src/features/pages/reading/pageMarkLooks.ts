import * as vscode from 'vscode';
import type { SourceDocument } from '../../../core/library/document';
import { Colors } from '../../../host/ids';
import { pageMarks } from './pageMarks';

const QUIET = { color: new vscode.ThemeColor(Colors.pageQuiet) };

/** The kind of decoration that `pageMarkLooks` is drawn with. */
export function createPageMarks(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    before: { ...QUIET, margin: '0 1em 0 0' },
    after: QUIET,
  });
}

/**
 * The pages of a document, drawn where they begin: on the empty line above, or else before the first
 * word. They are no text, so that nobody finds, selects or copies them.
 */
export function pageMarkLooks(
  page: vscode.TextDocument,
  document: SourceDocument | undefined,
): vscode.DecorationOptions[] {
  return (document ? pageMarks(document) : []).map(({ locator, offset }) => {
    const start = page.positionAt(offset);
    const above = start.line > 0 ? page.lineAt(start.line - 1) : undefined;
    return start.character === 0 && above?.isEmptyOrWhitespace === true
      ? { range: above.range, renderOptions: { after: { contentText: locator } } }
      : {
          range: new vscode.Range(start, start),
          renderOptions: { before: { contentText: locator } },
        };
  });
}
