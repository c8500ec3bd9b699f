import * as vscode from 'vscode';
import type { Citation } from '../../../core/model';
import { hoverSettings } from '../../../host/config';
import type { Desk } from '../../../workspace/desk';
import type { Library } from '../../../workspace/library/library';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { termsAt } from '../../../workspace/terms/termsAt';
import { renderCards } from './renderCards';
import { createTermCards, type OwnPassage } from './termCard';
import { createHover } from '../../../host/surfaces/documentParts';

/** Shows what a term in a note means, where that is from, and what the library says of it. */
export class TermHoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly desk: Pick<Desk, 'evidence'>,
    private readonly terms: Pick<DeskTerms, 'scan'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'copyOf'>,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const settings = hoverSettings(document);
    if (!settings.enabled) {
      return undefined;
    }
    // Made while the glossaries are being looked for, at the first hover.
    const making = this.desk.evidence();
    const found = await termsAt(this.terms, document, position, token);
    if (!found) {
      return undefined;
    }
    const evidence = await making;
    if (token.isCancellationRequested) {
      return undefined;
    }
    // A card shows what is known by now, and waits neither for the library nor for its code.
    setTimeout(() => void this.library.start());
    const cards = createTermCards(
      evidence,
      found.terms,
      settings.evidence,
      (place) => this.copyOf(place),
      vscode.l10n,
    );
    const { line, character } = found.range.end;
    const place = { note: document.uri.toString(), line, character };
    return createHover(renderCards(cards, place), found.range);
  }

  private copyOf(place: Citation): OwnPassage | undefined {
    const ref = this.library.copyOf(place);
    const source = ref && this.library.get(ref.source);
    return ref && source && { ref, title: source.title };
  }
}
