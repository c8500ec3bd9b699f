import * as vscode from 'vscode';
import type { SourceId, Span } from '../../core/model';
import type { QuotedPlace } from '../../core/quotes/quoteCheck';
import type { QuoteLibrary } from '../../core/quotes/quoteLibrary';
import type { Library } from '../library/library';
import { TextLines } from '../../host/textLines';
import { sourceUri } from '../../host/uris';

/** Finds where places in sources are on the pages that show these, which need not be open. */
export class PlaceFinder {
  private readonly lines = new Map<SourceId, TextLines>();

  constructor(
    private readonly library: Pick<Library, 'get'>,
    private readonly documents: Pick<QuoteLibrary, 'document'>,
  ) {}

  /** `undefined` when the source is not to be had any more. */
  find(place: QuotedPlace): vscode.Location | undefined {
    const source = this.library.get(place.source);
    const text = this.documents.document(place.source)?.text;
    if (source === undefined || text === undefined) {
      return undefined;
    }
    const lines = this.lines.get(place.source) ?? new TextLines(text);
    this.lines.set(place.source, lines);
    return new vscode.Location(sourceUri(source), lines.range(spanIn(text, place)));
  }
}

/** Where exactly the words stand; the passages that have them where that cannot be told. */
function spanIn(text: string, { passage, lastPassage, text: words }: QuotedPlace): Span {
  const within = text.slice(passage.span.start, lastPassage.span.end);
  const at = words === '' ? -1 : within.indexOf(words);
  const start = passage.span.start + Math.max(0, at);
  return { start, end: at < 0 ? lastPassage.span.end : start + words.length };
}
