import * as vscode from 'vscode';
import { bracketed } from '../../../core/completion/spelledOut';
import { suggestTerms, type Suggestion } from '../../../core/completion/suggestions';
import { isWithinUnclosedMarkup } from '../../../core/completion/typedPhrase';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { NameIndexes } from '../../../core/terms/nameIndex';
import { completesTerms } from '../../../host/config';
import type { Desk } from '../../../workspace/desk';
import { noteOf } from '../../../workspace/notes/noteOf';
import { SlicedWork } from '../../../util/slicedWork';
import type { DeskTerms } from '../../../workspace/terms/deskTerms';
import { termDocumentation } from '../../../workspace/terms/termDocumentation';
import { leastTyped } from './leastTyped';
import { Suggested } from '../../../host/surfaces/documentParts';

const MOST_ITEMS = 100;

/** Lines above the caret's that may hold the beginning of its sentence. */
const LINES_ABOVE = 8;

/** A suggested term, with what its documentation is made of. */
export class TermItem extends Suggested {
  constructor(
    { label, text, filter, detail, isDeprecated, terms }: Suggestion,
    override readonly range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
    rank: number,
  ) {
    super({ label, description: detail }, text, filter);
    this.terms = terms;
    this.sortText = String(rank).padStart(3, '0');
    if (isDeprecated) {
      this.tags = [vscode.CompletionItemTag.Deprecated];
    }
  }

  readonly terms: readonly KnownTerm[];
}

/** What the whole text up to a caret says of its place. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly line: number;
  /** The line up to the caret. */
  readonly before: string;
  readonly isProse: boolean;
  readonly bracketed: ReadonlySet<string>;
}

/** Suggests the names of terms while a note is written. */
export class TermCompletionProvider implements vscode.CompletionItemProvider<TermItem> {
  /** That of the list which is open; nothing but its line changes as long as it is. */
  private place: Place | undefined;
  private readonly work = new SlicedWork();
  private readonly indexes = new NameIndexes((work) => this.work.run(work));

  constructor(
    private readonly terms: Pick<DeskTerms, 'inNote'>,
    private readonly desk: Pick<Desk, 'catalog'>,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<TermItem> | undefined> {
    const line = document.lineAt(position).text;
    const before = line.slice(0, position.character);
    if (!completesTerms(document) || isWithinUnclosedMarkup(before)) {
      return undefined;
    }
    const { version } = document;
    const index = await this.indexes.of(await this.terms.inNote(document));
    if (token.isCancellationRequested || document.version !== version) {
      return undefined;
    }
    const goesOn = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    const known = goesOn && isWithin(this.place, document, position, before);
    const place = known ? this.place : placeAt(document, position, before);
    this.place = place;
    if (place?.isProse !== true) {
      return undefined;
    }
    const start = new vscode.Position(Math.max(0, position.line - LINES_ABOVE), 0);
    const suggestions = suggestTerms(
      index,
      {
        before: document.getText(new vscode.Range(start, position)),
        bracketed: place.bracketed,
        least: leastTyped(document),
      },
      MOST_ITEMS,
    );
    // Incomplete, since the editor would go on with its own rules: it would drop "defence" behind
    // "defens", and would never see those that did not fit in.
    return suggestions.length === 0
      ? undefined
      : new vscode.CompletionList(
          suggestions.map((suggestion, rank) => itemAt(suggestion, position, line, rank)),
          true,
        );
  }

  async resolveCompletionItem(item: TermItem): Promise<TermItem> {
    item.document(termDocumentation(item.terms, await this.desk.catalog()));
    return item;
  }
}

function isWithin(
  place: Place | undefined,
  document: vscode.TextDocument,
  { line }: vscode.Position,
  before: string,
): boolean {
  return place?.document === document && place.line === line && before.startsWith(place.before);
}

/** Of the whole note: whether something is code may depend on its beginning and its end. */
function placeAt(document: vscode.TextDocument, position: vscode.Position, before: string): Place {
  const text = document.getText();
  const caret = document.offsetAt(position);
  // What has been typed counts, if anything: a caret at the end of code that is not closed yet is
  // outside of it.
  const start = /[\p{L}\p{M}\p{N}]$/u.test(before) ? caret - 1 : caret;
  const zones = noteOf(document).zones;
  return {
    document,
    line: position.line,
    before,
    isProse: !zones.touches({ start, end: caret }, ['markup']),
    bracketed: bracketed(text.slice(0, caret)),
  };
}

/** Inserting goes up to the caret, replacing to the end of the word that it stands in. */
function itemAt(
  suggestion: Suggestion,
  position: vscode.Position,
  line: string,
  rank: number,
): TermItem {
  const [rest = ''] = /^[\p{L}\p{M}\p{N}]*/u.exec(line.slice(position.character)) ?? [];
  const start = position.with({ character: suggestion.start });
  const range = {
    inserting: new vscode.Range(start, position),
    replacing: new vscode.Range(start, position.translate(0, rest.length)),
  };
  return new TermItem(suggestion, range, rank);
}
