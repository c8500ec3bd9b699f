import type * as vscode from 'vscode';
import { writingAt } from '../../../core/glossary/writingAt';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { termsAt } from '../../../workspace/terms/termsAt';
import { spanRange } from '../../../host/ranges';
import { isGlossaryPath } from '../../../core/paths/place';

/** What a reader asks about at a place in a note or in a glossary. */
export interface TermsAtCursor {
  readonly range: vscode.Range;
  /** Nearest first; one at least. */
  readonly terms: readonly KnownTerm[];
}

/**
 * The terms at a place: those of the wording there in a note, the entry's own where a glossary has
 * its name, abbreviation or one of its aliases. `undefined` elsewhere.
 */
export function termsAtCursor(
  terms: Pick<DeskTerms, 'scan' | 'all'>,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<TermsAtCursor | undefined> {
  return isGlossaryPath(document.uri.path)
    ? termOfEntryAt(terms, document, position, token)
    : termsAt(terms, document, position, token);
}

async function termOfEntryAt(
  terms: Pick<DeskTerms, 'all'>,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<TermsAtCursor | undefined> {
  const all = await terms.all();
  if (token.isCancellationRequested) {
    return undefined;
  }
  const offset = document.offsetAt(position);
  const file = document.uri.toString();
  const text = document.getText();
  for (const term of all) {
    const { origin } = term;
    if (origin.kind === 'glossary' && origin.file === file) {
      const span = writingAt(text, origin.entry, offset);
      if (span) {
        return { range: spanRange(document, span), terms: [term] };
      }
    }
  }
  return undefined;
}
