import type * as vscode from 'vscode';
import type { Citation } from '../../../core/model';
import { hoverSettings } from '../../../host/config';
import type { Desk } from '../../../workspace/desk';
import type { Library } from '../../../workspace/library/library';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { termsAt } from '../../../workspace/terms/termsAt';
import { loadPart } from '../../../host/loadPart';
import type { Log } from '../../../host/surfaces/log';
import { lazy } from '../../../util/lazy';
import type { OwnPassage } from './termCard';
import { createHover } from '../../../host/surfaces/documentParts';

/** Shows what a term in a note means, where that is from, and what the library says of it. */
export class TermHoverProvider implements vscode.HoverProvider {
  private readonly loading = lazy(() => loadPart(this.log, () => import('./renderCards')));

  constructor(
    private readonly desk: Pick<Desk, 'evidence'>,
    private readonly terms: Pick<DeskTerms, 'scan'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'copyOf'>,
    private readonly log: Log,
  ) {}

  /** Makes what all cards need before anybody points at a term. */
  async prepare(): Promise<void> {
    await Promise.all([this.desk.evidence(), this.loading()]);
  }

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
    const [found, evidence, { renderTermCards }] = await Promise.all([
      termsAt(this.terms, document, position, token),
      this.desk.evidence(),
      this.loading(),
    ]);
    if (!found || token.isCancellationRequested) {
      return undefined;
    }
    // A card shows what is known by now, and waits neither for the library nor for its code.
    setTimeout(() => void this.library.start());
    const { line, character } = found.range.end;
    const place = { note: document.uri.toString(), line, character };
    const cards = renderTermCards(evidence, found.terms, settings.evidence, place, (citation) =>
      this.copyOf(citation),
    );
    return createHover(cards, found.range);
  }

  private copyOf(place: Citation): OwnPassage | undefined {
    const ref = this.library.copyOf(place);
    const source = ref && this.library.get(ref.source);
    return ref && source && { ref, title: source.title };
  }
}
