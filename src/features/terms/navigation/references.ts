import * as vscode from 'vscode';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import type { Mentions } from '../../../workspace/terms/mentions';
import { declarationOf } from './definition';
import { termsAtCursor } from './termsAtCursor';

/** Lists where the terms at the cursor are used, in notes and in the user's sources. */
export class TermReferenceProvider implements vscode.ReferenceProvider {
  constructor(
    private readonly terms: Pick<DeskTerms, 'scan' | 'all'>,
    private readonly mentions: Pick<Mentions, 'of'>,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const terms = (await termsAtCursor(this.terms, document, position, token))?.terms ?? [];
    const [declarations, files] = await Promise.all([
      Promise.all(includeDeclaration ? terms.map(declarationOf) : []),
      Promise.all(terms.map(({ id }) => this.mentions.of(id, token))),
    ]);
    const locations = [
      ...declarations.flatMap((link) => (link ? [locationOf(link)] : [])),
      ...files
        .flat()
        .flatMap(({ uri, ranges }) => ranges.map((range) => new vscode.Location(uri, range))),
    ];
    // Terms that share a wording are mentioned in the same places.
    return [...new Map(locations.map((location) => [keyOf(location), location])).values()];
  }
}

function locationOf(link: vscode.LocationLink): vscode.Location {
  return new vscode.Location(link.targetUri, link.targetSelectionRange ?? link.targetRange);
}

function keyOf({ uri, range: { start, end } }: vscode.Location): string {
  return `${uri.toString()} ${start.line} ${start.character} ${end.line} ${end.character}`;
}
