import * as vscode from 'vscode';
import type { Citation } from '../../core/model';
import { occurrenceAt, type Occurrence } from '../../core/terms/occurrence';
import type { TermAutomaton } from '../../core/terms/automaton';
import { hoverSettings } from '../../host/config';
import type { Desk } from '../../host/desk';
import { SCHEME } from '../../host/ids';
import type { Library } from '../../host/library/library';
import { renderCards } from './renderCards';
import { createTermCards, type OwnCopy } from './termCard';

/** The terms in one version of a document, as one state of the library knows them. */
interface Scan {
  readonly version: number;
  readonly language: string;
  readonly automaton: TermAutomaton;
  readonly occurrences: readonly Occurrence[];
}

/** Shows what a term in a note means, where that is from, and what the library says of it. */
export class TermHoverProvider implements vscode.HoverProvider {
  /** Documents are forgotten with the editor's own objects for them, which end when they are closed. */
  private readonly scans = new WeakMap<vscode.TextDocument, Scan>();

  constructor(
    private readonly desk: Pick<Desk, 'catalog' | 'terms'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'copyOf'>,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const settings = hoverSettings(document);
    if (document.uri.scheme === SCHEME || !settings.enabled) {
      return undefined;
    }
    const [catalog, automaton] = await Promise.all([this.desk.catalog(), this.desk.terms()]);
    if (token.isCancellationRequested) {
      return undefined;
    }
    const offset = document.offsetAt(position);
    const occurrence = occurrenceAt(this.occurrencesIn(document, automaton), offset);
    if (occurrence === undefined) {
      return undefined;
    }
    // A card shows what is known by now, and does not wait for the library.
    void this.library.start();
    const cards = createTermCards(
      catalog,
      automaton,
      occurrence.terms,
      settings.evidence,
      (place) => this.copyOf(place),
    );
    const range = new vscode.Range(
      document.positionAt(occurrence.start),
      document.positionAt(occurrence.end),
    );
    return cards.length === 0 ? undefined : new vscode.Hover(renderCards(cards), range);
  }

  private copyOf(place: Citation): OwnCopy | undefined {
    const ref = this.library.copyOf(place);
    const source = ref && this.library.get(ref.source);
    return ref && source && { ref, title: source.title };
  }

  /** Scans a document once a version: the pointer crosses many words between two edits. */
  private occurrencesIn(
    document: vscode.TextDocument,
    automaton: TermAutomaton,
  ): readonly Occurrence[] {
    const { version, languageId: language } = document;
    const known = this.scans.get(document);
    if (
      known?.version === version &&
      known.language === language &&
      known.automaton === automaton
    ) {
      return known.occurrences;
    }
    const occurrences = automaton.occurrences(document.getText(), language);
    this.scans.set(document, { version, language, automaton, occurrences });
    return occurrences;
  }
}
