import * as vscode from 'vscode';
import { pageOfEntry } from '../../../core/packs/entryPage';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { placeOfGlossaryEntry } from '../../../workspace/openGlossaryEntry';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { entryUri } from '../../../host/uris';
import { termsAtCursor } from './termsAtCursor';

/** Goes from a term in a note to where it is explained: its entry, or a shipped term's page. */
export class TermDefinitionProvider implements vscode.DefinitionProvider {
  constructor(private readonly terms: Pick<DeskTerms, 'scan' | 'all'>) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    const found = await termsAtCursor(this.terms, document, position, token);
    const links = await Promise.all((found?.terms ?? []).map(declarationOf));
    return links
      .filter((link) => link !== undefined)
      .map((link) => ({ ...link, ...(found && { originSelectionRange: found.range }) }));
  }
}

/** Where a term is explained; `undefined` when the file of its entry is gone. */
export async function declarationOf({
  origin,
}: KnownTerm): Promise<vscode.LocationLink | undefined> {
  if (origin.kind === 'pack') {
    const top = new vscode.Range(0, 0, 0, 0);
    return { targetUri: entryUri(pageOfEntry('term', origin.term)), targetRange: top };
  }
  const place = await placeOfGlossaryEntry(origin);
  return (
    place && { targetUri: place.uri, targetRange: place.entry, targetSelectionRange: place.name }
  );
}
