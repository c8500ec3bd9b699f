import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Colors } from '../../../host/ids';
import { combined, type Disposable } from '../../../util/dispose';
import { TermUnderlines } from './termUnderlines';

/** Quiet lines under the terms in notes. */
export function registerDecorations(deps: Deps): Disposable {
  const underline = vscode.window.createTextEditorDecorationType({
    // A border, since a text decoration has no colour that a theme could give it.
    borderColor: new vscode.ThemeColor(Colors.termUnderline),
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return combined(
    underline,
    new TermUnderlines(deps, (editor, ranges) => editor.setDecorations(underline, ranges)),
  );
}
