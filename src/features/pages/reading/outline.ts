import * as vscode from 'vscode';
import { spanRange } from '../../../host/ranges';
import { type Section, sectionsOf } from './sections';
import type { ShownDocuments } from './shownDocuments';
import { headingSymbol } from '../../../host/surfaces/documentParts';

/** The headings of a source for the outline, the breadcrumbs and sticky scroll, and its sections for folding. */
export class OutlineProvider implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
  constructor(private readonly shown: ShownDocuments) {}

  async provideDocumentSymbols(page: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    return (await this.sections(page)).map((section) => symbol(page, section));
  }

  async provideFoldingRanges(page: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    return (await this.sections(page)).flatMap((section) => foldingRanges(page, section));
  }

  private async sections(page: vscode.TextDocument): Promise<readonly Section[]> {
    const document = await this.shown.of(page);
    return document === undefined ? [] : sectionsOf(document.headings, document.text.length);
  }
}

function symbol(
  page: vscode.TextDocument,
  { heading, span, subsections }: Section,
): vscode.DocumentSymbol {
  const made = headingSymbol(heading.text, spanRange(page, span), spanRange(page, heading.span));
  made.children = subsections.map((section) => symbol(page, section));
  return made;
}

function foldingRanges(
  page: vscode.TextDocument,
  { span, subsections }: Section,
): vscode.FoldingRange[] {
  const first = page.positionAt(span.start).line;
  // Empty lines before the next heading stay in sight.
  let last = page.positionAt(Math.max(span.start, span.end - 1)).line;
  while (last > first && page.lineAt(last).isEmptyOrWhitespace) {
    last -= 1;
  }
  const own = last > first ? [new vscode.FoldingRange(first, last)] : [];
  return [...own, ...subsections.flatMap((section) => foldingRanges(page, section))];
}
