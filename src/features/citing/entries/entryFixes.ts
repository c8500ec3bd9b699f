import * as vscode from 'vscode';
import { Commands } from '../../../host/ids';
import { createCodeAction, setCommand } from '../../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../../host/surfaces/diagnostics';
import type { IncompleteEntries } from './incompleteEntries';

/** Offers to complete the entries that are marked. */
export class EntryFixProvider implements vscode.CodeActionProvider {
  constructor(private readonly incomplete: Pick<IncompleteEntries, 'of'>) {}

  provideCodeActions(
    { uri }: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return this.incomplete
      .of(uri)
      .filter((entry) => entry.range.intersection(range) !== undefined)
      .map((entry) => {
        const title = vscode.l10n.t('Complete Entry…');
        const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
        setCommand(action, Commands.completeEntry, [uri.toString(), entry.citekey]);
        action.diagnostics = diagnostics.filter(
          ({ source, range: marked }) =>
            source === DIAGNOSTIC_SOURCE && marked.isEqual(entry.range),
        );
        action.isPreferred = true;
        return action;
      });
  }
}
