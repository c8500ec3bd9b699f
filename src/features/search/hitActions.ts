import * as vscode from 'vscode';
import type { CitedText } from '../../core/citation/citable';
import { citeEntry, quoteEntry, quotePassage } from '../../core/citation/quote';
import type { PassageRef } from '../../core/library/document';
import type { Span } from '../../core/model';
import type { Deps } from '../../workspace/deps';
import { showTerm } from '../../workspace/openGlossaryEntry';
import { showEntry } from '../../host/showEntry';
import { placeOfPassage, showPassage } from '../../workspace/showPassage';
import { entryUri } from '../../host/uris';
import type { EntryRow, PassageRow, TermRow } from './paletteRow';

export type HitRow = EntryRow | PassageRow | TermRow;

/** What can be done with a hit, whichever it is: an entry of a pack, a passage of a document or a term of a glossary. */
export class HitActions {
  constructor(private readonly deps: Pick<Deps, 'desk' | 'library'>) {}

  /** The page that shows a hit; `undefined` when its document is gone. */
  async pageOf(
    row: HitRow,
  ): Promise<{ readonly uri: vscode.Uri; readonly span?: Span | undefined } | undefined> {
    if (row.type === 'entry') {
      return { uri: entryUri(row.ref) };
    }
    if (row.type === 'term') {
      return { uri: vscode.Uri.parse(row.origin.file), span: row.origin.entry.nameSpan };
    }
    const place = await placeOfPassage(this.deps.library, refOf(row));
    return place && { uri: place.page, span: place.passage?.span };
  }

  async open(row: HitRow, options: { readonly beside: boolean }): Promise<void> {
    switch (row.type) {
      case 'entry':
        return showEntry(row.ref, options);
      case 'term':
        return showTerm(row.term, options);
      case 'passage':
        await showPassage(this.deps, refOf(row), options);
    }
  }

  /**
   * What a hit is cited as; `undefined` when it is gone, for what a glossary says, and for entries
   * that no source says.
   */
  async cite(row: HitRow): Promise<CitedText | undefined> {
    const { desk, library } = this.deps;
    if (row.type === 'entry') {
      return citeEntry(await desk.catalog(), row.ref);
    }
    if (row.type === 'term') {
      return undefined;
    }
    const { source, text, locator } = row.hit;
    const citation = library.get(source)?.citation;
    return citation && { text, source: citation, locators: [locator] };
  }

  /** The text of a hit with its citation; `undefined` when it is gone, and for what a glossary says. */
  async quote(row: HitRow): Promise<string | undefined> {
    const { desk, library } = this.deps;
    if (row.type === 'entry') {
      return quoteEntry(await desk.catalog(), row.ref);
    }
    if (row.type === 'term') {
      return undefined;
    }
    const { source, text, locator } = row.hit;
    const citation = library.get(source)?.citation;
    return citation && quotePassage(text, citation, [locator]);
  }
}

export function isHitRow(row: { readonly type: string } | undefined): row is HitRow {
  return row?.type === 'entry' || row?.type === 'passage' || row?.type === 'term';
}

function refOf({ hit }: PassageRow): PassageRef {
  return { source: hit.source, passage: hit.id };
}
