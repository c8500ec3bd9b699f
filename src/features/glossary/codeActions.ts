import * as vscode from 'vscode';
import type { CheckRule } from '../../core/checks/finding';
import { phraseSpan } from '../../core/text/phraseSpan';
import { occurrenceAt } from '../../core/terms/occurrence';
import type { Deps } from '../../workspace/deps';
import { Commands, SCHEME } from '../../host/ids';
import { rangeSpan } from '../../host/ranges';
import type { TermScan } from '../../workspace/terms/deskTerms';
import { noteOf } from '../../workspace/notes/noteOf';
import { KIND } from './actionKind';
import { acronymAt, draftOfAcronym, phraseOf, splitAbbreviation, type TermDraft } from './phrase';
import { createCodeAction, setCommand } from '../../host/surfaces/codeActions';

/**
 * Offers to add what is selected, or the acronym at the caret, to a glossary, unless it is a known
 * term. Asked at each move of the caret: looks at the line first, and at the terms of the note, which
 * are kept, only where that may be a name.
 */
export class AddToGlossaryActions implements vscode.CodeActionProvider {
  constructor(private readonly terms: Deps['terms']) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const isWanted = context.only?.contains(KIND) ?? true;
    if (!isWanted || document.uri.scheme === SCHEME) {
      return [];
    }
    const place = range.isEmpty ? acronymRange(document, range.start) : range;
    const phrase = place && phraseOf(document.getText(place));
    if (place === undefined || phrase === undefined || isOfferedAsFix(context, place)) {
      return [];
    }
    const scan = await this.terms.scan(document);
    if (token.isCancellationRequested || isKnown(document, place, scan)) {
      return [];
    }
    const text = document.getText();
    if (noteOf(document).zones.touches(rangeSpan(document, place), ['markup'])) {
      return [];
    }
    return [
      action(range.isEmpty ? draftOfAcronym(text, phrase) : splitAbbreviation(phrase), phrase),
    ];
  }
}

function action(draft: TermDraft, phrase: string): vscode.CodeAction {
  const title = vscode.l10n.t('Add “{0}” to glossary…', phrase);
  const made = createCodeAction(title, KIND);
  setCommand(made, Commands.addToGlossary, [draft]);
  return made;
}

/** Whether the same menu has it already, as the quick fix of a drafting check. */
function isOfferedAsFix(
  { only, diagnostics }: vscode.CodeActionContext,
  place: vscode.Range,
): boolean {
  const rule: CheckRule = 'acronym-unknown';
  return (
    only === undefined &&
    diagnostics.some(
      ({ code, range }) => typeof code === 'object' && code.value === rule && range.contains(place),
    )
  );
}

/** The acronym at a caret, without the s of its plural. */
function acronymRange(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): vscode.Range | undefined {
  const found = acronymAt(document.lineAt(line).text, character);
  return found && new vscode.Range(line, found.start, line, found.start + found.acronym.length);
}

/** Whether a range is the wording of a term, or lies within one. */
function isKnown(
  document: vscode.TextDocument,
  range: vscode.Range,
  { occurrences }: TermScan,
): boolean {
  const text = document.getText(range);
  const { start } = rangeSpan(document, range);
  const phrase = phraseSpan(text);
  const found = occurrenceAt(occurrences, start + phrase.start);
  return (
    found !== undefined && found.start <= start + phrase.start && start + phrase.end <= found.end
  );
}
