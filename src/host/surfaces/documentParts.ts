import * as vscode from 'vscode';
import { inertLine, inertTooltip } from './inertText';
import { type Markdown, untrustedMarkdown } from './markdown';

/** The texts of a suggestion. */
interface SuggestionTexts {
  readonly label: string;
  readonly description: string;
  readonly detail?: string | undefined;
}

/**
 * A suggestion while something is typed. The editor draws icons in its label; it would insert the
 * label as well, and find the suggestion by it, so that both are said apart.
 */
export class Suggested extends vscode.CompletionItem {
  constructor(
    { label, description, detail }: SuggestionTexts,
    override insertText: string,
    override filterText: string,
  ) {
    super(
      { label: inertLine(label), description: inertLine(description) },
      vscode.CompletionItemKind.Reference,
    );
    if (detail !== undefined) {
      this.detail = inertLine(detail);
    }
  }

  /** Says more of the suggestion once it is looked at. */
  document(documentation: Markdown): void {
    this.documentation = untrustedMarkdown(documentation);
  }
}

/** A link on words of a document; where it leads is found out when it is followed. */
export class InertLink extends vscode.DocumentLink {
  constructor(range: vscode.Range, tooltip: string) {
    super(range);
    this.tooltip = inertTooltip(tooltip);
  }
}

/** A heading for the outline, the breadcrumbs and "Go to Symbol", which draws icons. */
export function headingSymbol(
  text: string,
  range: vscode.Range,
  selectionRange: vscode.Range,
): vscode.DocumentSymbol {
  return new vscode.DocumentSymbol(
    // The editor refuses a symbol without a name.
    inertLine(text).trim() || '…',
    '',
    vscode.SymbolKind.String,
    range,
    selectionRange,
  );
}

/** A card on words of a document, of one part or of several. */
export function createHover(
  parts: readonly vscode.MarkdownString[],
  range: vscode.Range | undefined,
): vscode.Hover {
  return new vscode.Hover([...parts], range);
}
