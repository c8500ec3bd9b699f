import * as vscode from 'vscode';
import { similarCitekeys } from '../../../core/citation/similarCitekeys';
import { rangeSpan, spanRange } from '../../../host/ranges';
import type { UnknownCitekey, UnknownCitekeys } from './unknownCitekeys';
import { createCodeAction } from '../../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../../host/surfaces/diagnostics';

const MOST_PROPOSALS = 3;

/** Proposes the keys that an unknown one may be meant for. */
export class CitekeyFixProvider implements vscode.CodeActionProvider {
  constructor(private readonly unknown: Pick<UnknownCitekeys, 'of'>) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const { version } = document;
    const all = await this.unknown.of(document);
    if (token.isCancellationRequested || document.version !== version) {
      return [];
    }
    const { start, end } = rangeSpan(document, range);
    return all
      .filter((one) => one.start <= end && start <= one.end)
      .flatMap((one) => proposals(document, one, diagnostics));
  }
}

function proposals(
  document: vscode.TextDocument,
  unknown: UnknownCitekey,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const keys = unknown.bibliographies.flatMap(({ entries }) =>
    entries.map(({ citekey }) => citekey),
  );
  const range = spanRange(document, unknown);
  const similar = similarCitekeys(unknown.citekey, keys, MOST_PROPOSALS);
  return similar.map((citekey, index) => {
    const title = vscode.l10n.t('Cite “{0}”', citekey);
    const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, range, citekey);
    action.diagnostics = diagnostics.filter(
      (diagnostic) => diagnostic.source === DIAGNOSTIC_SOURCE && diagnostic.range.isEqual(range),
    );
    action.isPreferred = index === 0;
    return action;
  });
}
