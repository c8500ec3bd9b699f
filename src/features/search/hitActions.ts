import * as vscode from 'vscode';
import type { CitedText } from '../../core/citation/citable';
import { citeEntry } from '../../core/citation/citedEntry';
import { quoteEntry, quotePassage } from '../../core/citation/quote';
import { matchedSentences } from '../../core/search/matchedSentences';
import { type EntryPage, entryPage } from '../../core/packs/entryPage';
import type { PassageRef } from '../../core/library/document';
import type { Span } from '../../core/model';
import type { Deps } from '../../workspace/deps';
import { showTerm } from '../../workspace/openGlossaryEntry';
import { showEntry } from '../../host/showEntry';
import { placeOfPassage, showPassage } from '../../workspace/showPassage';
import { findPassages, printedPlaces } from '../../workspace/passages';
import { entryUri } from '../../host/uris';
import type { EntryRow, PassageRow, TermRow } from './paletteRow';

/** How much of a passage is quoted: the sentences that the query is about, or all of it. */
export type QuotedExtent = 'sentences' | 'passage';

export type HitRow = EntryRow | PassageRow | TermRow;

/** What can be done with a hit, whichever it is: an entry of a pack, a passage of a document or a term of a glossary. */
export class HitActions {
  constructor(private readonly deps: Pick<Deps, 'desk' | 'library' | 'log'>) {}

  /** The page that shows a hit; `undefined` when its entry or document is gone. */
  async pageOf(
    row: HitRow,
  ): Promise<{ readonly uri: vscode.Uri; readonly span?: Span | undefined } | undefined> {
    if (row.type === 'entry') {
      const page = await this.entryPageOf(row);
      return page && { uri: entryUri(page) };
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
        return this.openEntry(row, options);
      case 'term':
        return showTerm(row.term, options);
      case 'passage':
        await showPassage(this.deps, refOf(row), options);
    }
  }

  private async openEntry(row: EntryRow, options: { readonly beside: boolean }): Promise<void> {
    const page = await this.entryPageOf(row);
    if (page !== undefined) {
      await showEntry(page, options);
    }
  }

  private async entryPageOf({ ref }: EntryRow): Promise<EntryPage | undefined> {
    return entryPage(await this.deps.desk.catalog(), ref);
  }

  /**
   * What a hit is cited as, of an entry what each of its sources says; empty when it is gone, for what
   * a glossary says, and for entries that no source says.
   */
  async cite(row: HitRow, extent: QuotedExtent): Promise<readonly CitedText[]> {
    if (row.type === 'entry') {
      return citeEntry(await this.deps.desk.catalog(), row.ref);
    }
    const cited = row.type === 'term' ? undefined : await this.citePassage(row, extent);
    return cited === undefined ? [] : [cited];
  }

  /** The text of a hit with its citation; `undefined` when it is gone, and for what a glossary says. */
  async quote(row: HitRow, extent: QuotedExtent): Promise<string | undefined> {
    if (row.type === 'entry') {
      return quoteEntry(await this.deps.desk.catalog(), row.ref);
    }
    const cited = row.type === 'term' ? undefined : await this.citePassage(row, extent);
    return cited && quotePassage(cited.text, cited.source, cited.locators);
  }

  private async citePassage(row: PassageRow, extent: QuotedExtent): Promise<CitedText | undefined> {
    const found = await findPassages(this.deps.library, refOf(row));
    if (found === undefined || found.passages.length === 0) {
      return undefined;
    }
    const { text, highlights, sentence } = row.hit;
    const { language } = found.document.metadata;
    const { start, end } =
      extent === 'passage'
        ? { start: 0, end: text.length }
        : (sentence ?? matchedSentences(text, highlights.text, language));
    return {
      text: text.slice(start, end),
      source: found.source.citation,
      locators: await printedPlaces(found, this.deps.log),
    };
  }
}

export function isHitRow(row: { readonly type: string } | undefined): row is HitRow {
  return row?.type === 'entry' || row?.type === 'passage' || row?.type === 'term';
}

function refOf({ hit }: PassageRow): PassageRef {
  return { source: hit.source, passage: hit.id };
}
