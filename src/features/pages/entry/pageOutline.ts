import type * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import { spanRange } from '../../../host/ranges';
import { headingSymbol } from '../../../host/surfaces/documentParts';
import type { ShownPages } from './shownPages';
import type { PageHeading } from './page/textPage';

/** The title and the heads of an open page of an entry, for the outline, the breadcrumbs and sticky scroll. */
export async function documentSymbols(
  shown: ShownPages,
  document: vscode.TextDocument,
): Promise<vscode.DocumentSymbol[]> {
  const page = await shown.of(document);
  const roots: vscode.DocumentSymbol[] = [];
  const above: { readonly level: number; readonly symbol: vscode.DocumentSymbol }[] = [];
  for (const [at, heading] of (page?.headings ?? []).entries()) {
    const end = endOfSection(page?.headings ?? [], at, page?.text.length ?? 0);
    const symbol = symbolOf(document, heading, end);
    while ((above.at(-1)?.level ?? 0) >= heading.level) {
      above.pop();
    }
    (above.at(-1)?.symbol.children ?? roots).push(symbol);
    above.push({ level: heading.level, symbol });
  }
  return roots;
}

function symbolOf(
  document: vscode.TextDocument,
  { text, span }: PageHeading,
  end: number,
): vscode.DocumentSymbol {
  const whole: Span = { start: span.start, end };
  return headingSymbol(text, spanRange(document, whole), spanRange(document, span));
}

/** Before the blank line above the next head that is not within the one at `index`. */
function endOfSection(headings: readonly PageHeading[], index: number, textEnd: number): number {
  const level = headings[index]?.level ?? 0;
  const next = headings.slice(index + 1).find((one) => one.level <= level);
  return (next?.span.start ?? textEnd) - 1;
}
