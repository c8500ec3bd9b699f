import * as vscode from 'vscode';
import type { SourceId, Span } from '../../core/model';
import type { QuotedPlace } from '../../core/quotes/quoteCheck';
import type { QuoteLibrary } from '../../core/quotes/quoteLibrary';
import type { Library } from '../library/library';
import { sourceUri } from '../uris';

/** Finds where places in sources are on the pages that show these, which need not be open. */
export class PlaceFinder {
  /** Where the lines of each document begin. */
  private readonly lineStarts = new Map<SourceId, readonly number[]>();

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
    const { start, end } = spanIn(text, place);
    const lines = this.linesOf(place.source, text);
    return new vscode.Location(
      sourceUri(source),
      new vscode.Range(positionAt(lines, start), positionAt(lines, end)),
    );
  }

  private linesOf(source: SourceId, text: string): readonly number[] {
    const known = this.lineStarts.get(source);
    const lines = known ?? [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    this.lineStarts.set(source, lines);
    return lines;
  }
}

/** Where exactly the words stand; the passages that have them where that cannot be told. */
function spanIn(text: string, { passage, lastPassage, text: words }: QuotedPlace): Span {
  const within = text.slice(passage.span.start, lastPassage.span.end);
  const at = words === '' ? -1 : within.indexOf(words);
  const start = passage.span.start + Math.max(0, at);
  return { start, end: at < 0 ? lastPassage.span.end : start + words.length };
}

/** @param lines where they begin, ascending, from 0 on */
function positionAt(lines: readonly number[], offset: number): vscode.Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (lines[middle]! <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return new vscode.Position(low, offset - lines[low]!);
}
