import { itemAt } from '../../util/defined';
import * as vscode from 'vscode';
import { withSingleMarks } from '../../core/citation/singleMarks';
import type { Span, TextEdit } from '../../core/model';
import {
  markEditing,
  restoreNegation,
  useSourceWording,
  useSourceWordingInAll,
} from '../../core/quotes/fixes';
import { addLocator, correctLocator } from '../../core/quotes/locatorFix';
import {
  hasRemark,
  negationsOf,
  quotedPlaces,
  type Difference,
  type QuoteCheck,
  type QuotedPlace,
} from '../../core/quotes/quoteCheck';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { rangeSpan, spanRange } from '../../host/ranges';
import { noteOf } from '../../workspace/notes/noteOf';
import { diagnosticCode } from './diagnostics';
import { isInOrder } from '../../core/quotes/findings';
import { clipped, placeText } from '../../core/quotes/messages';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { QuoteResults } from '../../workspace/quotes/quoteResults';
import { createCodeAction } from '../../host/surfaces/codeActions';
import { DIAGNOSTIC_SOURCE } from '../../host/surfaces/diagnostics';

/** A remedy that is worked out when it is chosen: it adds a citation. */
export interface CitingAction extends vscode.CodeAction {
  citing?: { readonly note: vscode.TextDocument; readonly at: number; readonly place: QuotedPlace };
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
    const { note, at, place } = action.citing ?? {};
    if (note === undefined || at === undefined || place === undefined) {
      return action;
    }
    const source = this.deps.library.get(place.source);
    const { version } = note;
    const position = note.positionAt(at);
    const prepared =
      source &&
      (await this.deps.citing.prepare(
        note,
        position,
        {
          text: place.text,
          source: source.citation,
          locators: [place.printed],
        },
        'citation',
      ));
    if (prepared && note.version === version && !token.isCancellationRequested) {
      action.edit = withInsertion(prepared.additional, note, position, prepared.insertion);
    }
    return action;
  }

  private actionsFor(note: vscode.TextDocument, check: QuoteCheck, asked: Span): CitingAction[] {
    switch (check.verdict) {
      case 'altered':
        return [
          ...this.wordingActions(note, check, asked),
          ...this.addedLocatorActions(note, check),
          ...this.placeActions(note, check),
        ];
      case 'wrong place':
        return [...this.locatorActions(note, check), ...this.placeActions(note, check)];
      case 'verbatim':
        return [
          ...negationsOf(check).map((leftOut) =>
            edited(note, vscode.l10n.t('Restore “{0}”', clipped(leftOut.word)), [
              restoreNegation(noteOf(note), leftOut),
            ]),
          ),
          ...(hasRemark(check, 'page of the file') ? this.locatorActions(note, check) : []),
          ...this.addedLocatorActions(note, check),
          ...this.placeActions(note, check),
        ];
      default:
        return this.placeActions(note, check);
    }
  }

  /** The source's words, for the difference at the cursor and for all of the quotation; or owning up to it. */
  private wordingActions(
    note: vscode.TextDocument,
    { differences }: QuoteCheck,
    asked: Span,
  ): CitingAction[] {
    const text = note.getText();
    const touched = differences.filter(
      ({ start, end }) => start <= asked.end && asked.start <= end,
    );
    const one =
      differences.length === 1 ? differences[0] : touched.length === 1 ? touched[0] : undefined;
    const several = differences.length > 1;
    const actions = [
      ...(one
        ? [
            edited(note, sourceTitle(one), useSourceWording(noteOf(note), [one])),
            ...(one.kind === 'reordered'
              ? []
              : [edited(note, editingTitle(one), markEditing(text, [one]))]),
          ]
        : []),
      ...(several
        ? [
            edited(
              note,
              vscode.l10n.t('Use the Source’s Wording in This Quotation'),
              useSourceWording(noteOf(note), differences),
            ),
            edited(
              note,
              vscode.l10n.t('Mark all that was edited in this quotation'),
              markEditing(text, differences),
            ),
          ]
        : []),
    ];
    itemAt(actions, 0).isPreferred = true;
    return actions;
  }

  private locatorActions(note: vscode.TextDocument, check: QuoteCheck): CitingAction[] {
    const edit = correctLocator(noteOf(note), check);
    if (edit === undefined) {
      return [];
    }
    const action = edited(
      note,
      vscode.l10n.t(
        'Correct “{0}” to “{1}”',
        withSingleMarks(check.citation?.locator ?? ''),
        withSingleMarks(edit.text),
      ),
      [edit],
    );
    action.isPreferred = true;
    return [action];
  }

  private addedLocatorActions(note: vscode.TextDocument, check: QuoteCheck): CitingAction[] {
    const edit = addLocator(noteOf(note), check);
    const title = vscode.l10n.t(
      'Add “{0}” to the citation',
      withSingleMarks(check.place?.printed ?? ''),
    );
    return edit === undefined ? [] : [edited(note, title, [edit])];
  }

  /** For each place that the words may be from: the citation, where there is none, and the place itself. */
  private placeActions(note: vscode.TextDocument, check: QuoteCheck): CitingAction[] {
    const names = quoteNames(this.deps.library, note.getText());
    const places = quotedPlaces(check);
    const stands = check.verdict !== 'not found' && check.verdict !== 'cannot check';
    const mayCite = stands && check.citation === undefined;
    return [
      ...(mayCite
        ? places.map((place) =>
            citingAction(note, check, place, placeText(place, names, vscode.l10n)),
          )
        : []),
      ...places.map((place) => openAction(place, placeText(place, names, vscode.l10n))),
    ];
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

function sourceTitle({ kind, quoted, source }: Difference): string {
  switch (kind) {
    case 'changed':
    case 'recased':
      return vscode.l10n.t('Write “{0}” as the source does', clipped(source));
    case 'reordered':
      return vscode.l10n.t('Use the Source’s Order');
    case 'dropped':
      return vscode.l10n.t('Add “{0}” as the source has it', clipped(source));
    case 'added':
      return vscode.l10n.t('Remove “{0}”, which the source does not have', clipped(quoted));
  }
}

function editingTitle({ kind, quoted }: Difference): string {
  return kind === 'dropped'
    ? vscode.l10n.t('Mark the omission with “…”')
    : vscode.l10n.t('Mark “{0}” with brackets', clipped(quoted));
}

function citingAction(
  note: vscode.TextDocument,
  check: QuoteCheck,
  place: QuotedPlace,
  where: string,
): CitingAction {
  const { quotation } = check;
  const action: CitingAction = createCodeAction(
    vscode.l10n.t('Add Citation: {0}', where),
    vscode.CodeActionKind.QuickFix,
  );
  action.citing = { note, at: quotation.outer.end, place };
  // There is no doubt what is to be cited.
  action.isPreferred = hasRemark(check, 'uncited');
  return action;
}

function openAction({ source, passage }: QuotedPlace, where: string): CitingAction {
  const title = vscode.l10n.t('Open {0} beside', where);
  const action = createCodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = {
    command: Commands.openPassage,
    title,
    arguments: [{ source, passage: passage.id }, { beside: true }],
  };
  return action;
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

/** All edits of one, with text put in at a place of a note. */
function withInsertion(
  edit: vscode.WorkspaceEdit,
  note: vscode.TextDocument,
  at: vscode.Position,
  text: string,
): vscode.WorkspaceEdit {
  const others = edit.get(note.uri);
  edit.set(note.uri, [vscode.TextEdit.insert(at, text), ...others]);
  return edit;
}
