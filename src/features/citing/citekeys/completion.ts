import * as vscode from 'vscode';
import { citekeyIndexOf } from '../../../core/citation/citekeyIndex';
import { authorYear } from '../../../core/citation/authorYear';
import {
  citekeyBefore,
  typedCitekey,
  writtenCitekey,
  type TypedCitekey,
} from '../../../core/note/citations/typedCitekey';
import type {
  NoteBibliographies,
  NoteBibliography,
} from '../../../workspace/bibliographies/noteBibliographies';
import { completesCitekeys } from '../../../host/config';
import { isNote } from '../../../workspace/notes/noteDocuments';
import { noteLanguage } from '../../../core/note/languages/registry';
import { noteOf } from '../../../workspace/notes/noteOf';
import { referenceOf } from './hover';
import { entryIn, type PlacedEntry } from './noteCitekeys';
import { Suggested } from '../../../host/surfaces/documentParts';

const MOST_ITEMS = 100;

/** Lines above the caret's that may hold the beginning of its citation. */
const LINES_ABOVE = 3;

/** A suggested key, with what its documentation is made of. */
export class CitekeyItem extends Suggested {
  constructor(
    readonly placed: PlacedEntry,
    insertText: string,
    override readonly range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
    typed: string,
    rank: number,
  ) {
    const { citekey, brief } = placed.entry;
    super(
      { label: citekey, description: authorYear(brief), detail: brief.title },
      insertText,
      // What was typed comes first, so that the editor keeps what was found by it, in our order.
      [typed, citekey, ...brief.authors, brief.year, brief.title].join(' ').trim(),
    );
    this.sortText = String(rank).padStart(3, '0');
  }
}

/** Where a list was opened. While it is open, nothing but its line changes. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly line: number;
  /** The line up to the key. */
  readonly before: string;
  /** How the key is written. */
  readonly written: Pick<TypedCitekey, 'bare'>;
}

/** Suggests the keys of a note's bibliographies where a citation is being typed. */
export class CitekeyCompletionProvider implements vscode.CompletionItemProvider<CitekeyItem> {
  private place: Place | undefined;

  constructor(private readonly bibliographies: Pick<NoteBibliographies, 'of'>) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<CitekeyItem> | undefined> {
    if (!isNote(document) || !completesCitekeys(document)) {
      return undefined;
    }
    const goesOn = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    const key = this.keyAt(document, position, goesOn);
    if (key === undefined) {
      return undefined;
    }
    const start = document.positionAt(key.start);
    const range = {
      inserting: new vscode.Range(start, position),
      replacing: new vscode.Range(start, document.positionAt(key.end)),
    };
    const typed = document.getText(range.inserting);
    const bibliographies = await this.bibliographies.of(document);
    // More may have been typed meanwhile: the editor asks again for that, but only when it gets an
    // answer to this; without one it would close the list.
    if (token.isCancellationRequested) {
      return undefined;
    }
    const items = entriesFor(typed, bibliographies).map(
      (placed, rank) =>
        new CitekeyItem(placed, writtenCitekey(placed.entry.citekey, key), range, typed, rank),
    );
    // Incomplete, since those that did not fit in come with what is typed next.
    return items.length === 0 ? undefined : new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: CitekeyItem): CitekeyItem {
    item.document(referenceOf(item.placed));
    return item;
  }

  /** @param goesOn whether a list is open, so that the note need not be read again */
  private keyAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    goesOn: boolean,
  ): TypedCitekey | undefined {
    const above = new vscode.Position(Math.max(0, position.line - LINES_ABOVE), 0);
    const typed = citekeyBefore(
      document.getText(new vscode.Range(above, position)),
      noteLanguage(document.languageId),
    );
    if (typed === undefined) {
      return undefined;
    }
    const caret = document.offsetAt(position);
    const line = document.lineAt(position).text;
    const before = line.slice(0, position.character - typed.length);
    const { place } = this;
    const isSame =
      place?.document === document && place.line === position.line && place.before === before;
    if (goesOn && isSame) {
      const [rest = ''] = /^[\p{L}\p{M}\p{N}_:.-]*/u.exec(line.slice(position.character)) ?? [];
      return { start: caret - typed.length, end: caret + rest.length, ...place.written };
    }
    const key = typedCitekey(noteOf(document), caret);
    this.place = key && {
      document,
      line: position.line,
      before,
      written: key.bare ? { bare: key.bare } : {},
    };
    return key;
  }
}

/** The entries that answer to what was typed, the best of all bibliographies first. */
function entriesFor(
  typed: string,
  bibliographies: readonly NoteBibliography[],
): readonly PlacedEntry[] {
  return bibliographies
    .flatMap((bibliography) =>
      citekeyIndexOf(bibliography.entries)
        .find(typed, MOST_ITEMS)
        // A key that is there before can never be meant.
        .filter(({ entry }) => entryIn(bibliographies, entry.citekey)?.entry === entry)
        .map(({ entry, rank }) => ({ entry, bibliography, rank })),
    )
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_ITEMS);
}
