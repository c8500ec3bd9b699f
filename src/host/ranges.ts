import * as vscode from 'vscode';
import type { Span } from '../core/model';

/** Offsets as the editor's range. Offsets beyond the text are moved to its end. */
export function spanRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The editor's range as offsets. */
export function rangeSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
