import * as vscode from 'vscode';
import type { Span, TextEdit } from '../../core/model';
import { isInOrder } from '../../core/quotes/findings';
import { useSourceWordingInAll } from '../../core/quotes/fixes';
import type { QuoteCheck, QuotedPlace } from '../../core/quotes/quoteCheck';
import { quoteRemedies } from '../../core/quotes/quoteRemedies';
import { Commands } from '../../host/ids';
import { rangeSpan, spanRange } from '../../host/ranges';
import { createCodeAction, setCommand } from '../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../host/surfaces/diagnostics';
import type { Deps } from '../../workspace/deps';
import { noteOf } from '../../workspace/notes/noteOf';
import { citationEdit } from '../../workspace/quotes/citeQuotation';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { QuoteResults } from '../../workspace/quotes/quoteResults';
import { diagnosticCode } from './diagnostics';

/** A remedy that is worked out when it is chosen: it adds a citation. */
export interface CitingAction extends vscode.CodeAction {
  citing?: {
    readonly note: vscode.TextDocument;
    readonly check: QuoteCheck;
    readonly place: QuotedPlace;
  };
}

/** Offers remedies for what checks of quotations have found. Each is one step to undo. */
export class QuoteFixProvider implements vscode.CodeActionProvider<CitingAction> {
  constructor(
    private readonly results: Pick<QuoteResults, 'of'>,
    private readonly deps: Pick<Deps, 'citing' | 'library'>,
  ) {}

  provideCodeActions(
    note: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics, triggerKind }: vscode.CodeActionContext,
  ): CitingAction[] {
    const known = this.results.of(note.uri);
    const isWanted = only?.contains(vscode.CodeActionKind.QuickFix) ?? true;
    if (known === undefined || !isWanted || known.text !== note.getText()) {
      return [];
    }
    const asked = rangeSpan(note, range);
    // No lamp beside what is as it should be, and still something to be had when it is asked for.
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const here = known.checks.filter(
      (check) => isAt(check, asked) && (isAsked || !isInOrder(check)),
    );
    const ours = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
    const actions = here.flatMap((check) => {
      const found = this.actionsFor(note, check, asked);
      const own = ours.filter(({ code }) => code === diagnosticCode(check));
      found.forEach((action) => (action.diagnostics = own));
      return found;
    });
    return [...actions, ...this.fixAll(note, here, known.checks)];
  }

  async resolveCodeAction(
    action: CitingAction,
    token: vscode.CancellationToken,
  ): Promise<CitingAction> {
    const { note, check, place } = action.citing ?? {};
    if (note === undefined || check === undefined || place === undefined) {
      return action;
    }
    const edit = await citationEdit(this.deps, note, check, place);
    if (edit !== undefined && !token.isCancellationRequested) {
      action.edit = edit;
    }
    return action;
  }

  private actionsFor(note: vscode.TextDocument, check: QuoteCheck, asked: Span): CitingAction[] {
    const names = quoteNames(this.deps.library, note.getText());
    return quoteRemedies(noteOf(note), check, names, vscode.l10n, asked).map(
      ({ title, isPreferred, does }) => {
        if ('edits' in does) {
          const action = edited(note, title, does.edits);
          action.isPreferred = isPreferred;
          return action;
        }
        const action: CitingAction = createCodeAction(title, vscode.CodeActionKind.QuickFix);
        if ('cites' in does) {
          action.citing = { note, check, place: does.cites };
          action.isPreferred = isPreferred;
        } else {
          const { source, passage } = does.opens;
          setCommand(action, Commands.openPassage, [
            { source, passage: passage.id },
            { beside: true },
          ]);
        }
        return action;
      },
    );
  }

  private fixAll(
    note: vscode.TextDocument,
    here: readonly QuoteCheck[],
    all: readonly QuoteCheck[],
  ): CitingAction[] {
    const altered = all.filter(({ differences }) => differences.length > 0);
    return altered.length < 2 || !here.some(({ verdict }) => verdict === 'altered')
      ? []
      : [
          edited(
            note,
            vscode.l10n.t('Use the Sources’ Wording in All Quotations of This Note'),
            useSourceWordingInAll(noteOf(note), altered),
          ),
        ];
  }
}

/** Whether a place in the note is one of the quotation or of its citation. */
function isAt({ quotation, citation }: QuoteCheck, asked: Span): boolean {
  return [quotation.outer, ...(citation ? [citation.span] : [])].some(
    ({ start, end }) => start <= asked.end && asked.start <= end,
  );
}

function edited(
  note: vscode.TextDocument,
  title: string,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    note.uri,
    edits.map((edit) => new vscode.TextEdit(spanRange(note, edit), edit.text)),
  );
  return action;
}
