import type * as vscode from 'vscode';
import { quoteEntry, quotePassage } from '../../core/citation/quote';
import type { PassageRef } from '../../core/library/document';
import type { Span } from '../../core/model';
import type { Deps } from '../../host/deps';
import { showEntry } from '../../host/showEntry';
import { placeOfPassage, showPassage } from '../../host/showPassage';
import { entryUri } from '../../host/uris';
import type { EntryRow, PassageRow } from './paletteRows';

export type HitRow = EntryRow | PassageRow;

/** What can be done with a hit, whichever it is: an entry of a pack or a passage of a document. */
export class HitActions {
  constructor(private readonly deps: Pick<Deps, 'desk' | 'library'>) {}

  /** The page that shows a hit; `undefined` when its document is gone. */
  async pageOf(
    row: HitRow,
  ): Promise<{ readonly uri: vscode.Uri; readonly span?: Span | undefined } | undefined> {
    if (row.type === 'entry') {
      return { uri: entryUri(row.ref) };
    }
    const place = await placeOfPassage(this.deps.library, refOf(row));
    return place && { uri: place.page, span: place.passage?.span };
  }

  async open(row: HitRow, options: { readonly beside: boolean }): Promise<void> {
    await (row.type === 'entry'
      ? showEntry(row.ref, options)
      : showPassage(this.deps, refOf(row), options));
  }

  /** The text of a hit with its citation; `undefined` when it is gone. */
  async quote(row: HitRow): Promise<string | undefined> {
    const { desk, library } = this.deps;
    if (row.type === 'entry') {
      return quoteEntry(await desk.catalog(), row.ref);
    }
    const { source, text, locator } = row.hit;
    const citation = library.get(source)?.citation;
    return citation && quotePassage(text, citation, [locator]);
  }
}

export function isHitRow(row: { readonly type: string } | undefined): row is HitRow {
  return row?.type === 'entry' || row?.type === 'passage';
}

function refOf({ hit }: PassageRow): PassageRef {
  return { source: hit.source, passage: hit.id };
}
