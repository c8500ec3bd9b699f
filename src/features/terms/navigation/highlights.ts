import * as vscode from 'vscode';
import { spanRange } from '../../../host/ranges';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { termsAt } from '../../../workspace/terms/termsAt';

/**
 * Marks the other uses of the term at the cursor, whatever form it has there. Where no term is, it
 * has no answer, so that the editor marks the same words as everywhere.
 */
export class TermHighlightProvider implements vscode.DocumentHighlightProvider {
  constructor(private readonly terms: Pick<DeskTerms, 'scan'>) {}

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const found = await termsAt(this.terms, document, position, token);
    if (!found) {
      return undefined;
    }
    const ids = new Set<string>(found.terms.map(({ id }) => id));
    return found.scan.occurrences
      .filter(({ terms }) => terms.some((id) => ids.has(id)))
      .map(
        (use) =>
          new vscode.DocumentHighlight(spanRange(document, use), vscode.DocumentHighlightKind.Text),
      );
  }
}
