import * as vscode from 'vscode';
import type { CheckRule, Finding } from '../../core/checks/finding';
import { editsOfAll } from '../../core/checks/fixes';
import { silenceHere, silenceNote } from '../../core/checks/silencing';
import type { TextEdit } from '../../core/model';
import { Commands } from '../../host/ids';
import { rangeSpan, spanRange } from '../../host/ranges';
import { fixAllTitle, fixTitle } from '../../core/checks/findingMessage';
import { noteOf } from '../../workspace/notes/noteOf';
import { FIX_ALL } from './fixKinds';
import type { NoteFindings } from './noteFindings';
import { createCodeAction, setCommand } from '../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../host/surfaces/diagnostics';

/** Offers remedies for what the drafting checks have found. Each is one step to undo. */
export class QuickFixProvider implements vscode.CodeActionProvider {
  constructor(private readonly findings: Pick<NoteFindings, 'of' | 'known'>) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const { only, diagnostics } = context;
    const fixesAll = only?.contains(FIX_ALL) ?? false;
    const isQuickFix = only?.contains(vscode.CodeActionKind.QuickFix) ?? true;
    if (!fixesAll && !isQuickFix) {
      return [];
    }
    const { version } = document;
    // At each move of the caret only what has been found: the editor asks again when there is more.
    const isAsked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const all = isAsked ? await this.findings.of(document) : this.findings.known(document);
    if (token.isCancellationRequested || document.version !== version) {
      return [];
    }
    if (!isQuickFix) {
      return fixAllActions(document, all, FIX_ALL);
    }
    const { start, end } = rangeSpan(document, range);
    const here = all.filter((finding) => finding.start <= end && start <= finding.end);
    return here.length === 0
      ? []
      : [
          ...here.flatMap((finding) => fixActions(document, finding, diagnostics)),
          ...rulesOf(here).flatMap((rule) => fixRuleActions(document, all, rule)),
          ...fixAllActions(document, all, vscode.CodeActionKind.QuickFix),
          ...rulesOf(here).flatMap((rule) => silenceActions(document, here, rule)),
        ];
  }
}

function rulesOf(findings: readonly Finding[]): readonly CheckRule[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** What to do about one finding: its remedy, and what else the author can do. */
function fixActions(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { rule, args } = finding;
  const [acronym = ''] = args;
  const actions = [
    ...remedies(document, finding),
    ...(rule === 'acronym-unknown' ? [addAction(acronym)] : []),
    ...(rule === 'acronym-unknown' || rule === 'acronym-before-expansion'
      ? [commonAction(acronym)]
      : []),
  ];
  const range = spanRange(document, finding);
  for (const action of actions) {
    action.diagnostics = diagnostics.filter(
      (diagnostic) => diagnostic.source === DIAGNOSTIC_SOURCE && diagnostic.range.isEqual(range),
    );
    action.isPreferred = action.edit !== undefined;
  }
  return actions;
}

function remedies(document: vscode.TextDocument, finding: Finding): readonly vscode.CodeAction[] {
  const title = fixTitle(finding, vscode.l10n);
  const { fix } = finding;
  const [edit] = fix?.edits ?? [];
  if (title === undefined || fix === undefined || edit === undefined) {
    return [];
  }
  const line = document.positionAt(edit.start).line + 1;
  const isElsewhere = finding.rule === 'acronym-unknown';
  return [
    edited(
      document,
      isElsewhere ? vscode.l10n.t('Write “{0}” at Line {1}', fix.result, line) : title,
      vscode.CodeActionKind.QuickFix,
      fix.edits,
    ),
  ];
}

function addAction(acronym: string): vscode.CodeAction {
  const title = vscode.l10n.t('Add “{0}” to glossary…', acronym);
  const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
  setCommand(action, Commands.addToGlossary, [{ name: acronym }]);
  return action;
}

function commonAction(acronym: string): vscode.CodeAction {
  const title = vscode.l10n.t('Treat “{0}” as Common Acronym', acronym);
  const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
  setCommand(action, Commands.treatAsCommonAcronym, [acronym]);
  return action;
}

function fixRuleActions(
  document: vscode.TextDocument,
  all: readonly Finding[],
  rule: CheckRule,
): vscode.CodeAction[] {
  const ofRule = all.filter((finding) => finding.rule === rule && finding.fix !== undefined);
  const title = fixAllTitle(rule, vscode.l10n);
  return ofRule.length < 2 || title === undefined
    ? []
    : [edited(document, title, vscode.CodeActionKind.QuickFix, editsOfAll(ofRule))];
}

function fixAllActions(
  document: vscode.TextDocument,
  all: readonly Finding[],
  kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
  const fixable = all.filter(({ fix }) => fix !== undefined);
  // Where all are of one rule, its own action says more.
  const isNeeded = kind.value === FIX_ALL.value ? fixable.length > 0 : rulesOf(fixable).length > 1;
  const title = vscode.l10n.t('Fix All Drafting Problems');
  return isNeeded ? [edited(document, title, kind, editsOfAll(fixable))] : [];
}

function silenceActions(
  document: vscode.TextDocument,
  here: readonly Finding[],
  rule: CheckRule,
): vscode.CodeAction[] {
  const finding = here.find((one) => one.rule === rule);
  const note = noteOf(document);
  const kind = vscode.CodeActionKind.QuickFix;
  return finding === undefined
    ? []
    : [
        edited(
          document,
          vscode.l10n.t('Ignore “{0}” on This Line', rule),
          kind,
          silenceHere(note, finding),
        ),
        edited(document, vscode.l10n.t('Ignore “{0}” in This Note', rule), kind, [
          silenceNote(note, rule),
        ]),
      ];
}

function edited(
  document: vscode.TextDocument,
  title: string,
  kind: vscode.CodeActionKind,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const action = createCodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    edits.map((edit) => new vscode.TextEdit(spanRange(document, edit), edit.text)),
  );
  return action;
}
