import * as vscode from 'vscode';
import { combined, type Disposable } from '../../util/dispose';
import { Commands } from '../../host/ids';
import { createCodeAction, setCommand } from '../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../host/surfaces/diagnostics';
import type { OutsideAccess } from './outsideAccess';

/** The code of problems about what lies outside the workspace; the other when that is not trusted. */
const OUTSIDE_CODES = {
  outside: ['outsideImport', 'outside-bibliography', 'outside-glossary'],
  untrusted: ['untrustedImport', 'untrusted-bibliography', 'untrusted-glossary'],
} as const;

/** The command that lists places outside the workspace, and the ways to it from problems. */
export function registerAccess(access: OutsideAccess): Disposable {
  return combined(
    vscode.commands.registerCommand(Commands.manageAccess, () => access.manage()),
    vscode.languages.registerCodeActionsProvider({ pattern: '**' }, new AccessFixes(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

/** Leads from a problem about what lies outside to where it can be allowed. */
class AccessFixes implements vscode.CodeActionProvider {
  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const { l10n } = vscode;
    return [
      ...fix(diagnostics, OUTSIDE_CODES.outside, {
        title: l10n.t('Manage access outside the workspace…'),
        command: Commands.manageAccess,
      }),
      ...fix(diagnostics, OUTSIDE_CODES.untrusted, {
        title: l10n.t('Manage workspace trust…'),
        command: 'workbench.trust.manage',
      }),
    ];
  }
}

function fix(
  diagnostics: readonly vscode.Diagnostic[],
  codes: readonly string[],
  command: vscode.Command,
): readonly vscode.CodeAction[] {
  const meant = diagnostics.filter(
    ({ source, code }) =>
      source === DIAGNOSTIC_SOURCE && typeof code === 'string' && codes.includes(code),
  );
  if (meant.length === 0) {
    return [];
  }
  const action = createCodeAction(command.title, vscode.CodeActionKind.QuickFix);
  setCommand(action, command.command, []);
  action.diagnostics = meant;
  return [action];
}
