import * as vscode from 'vscode';
import type { Span } from '../../core/model';
import { readGlossary } from '../../workspace/glossaries/readGlossary';
import type { Parsing } from '../../workspace/parsing/parsing';
import { spanRange } from '../../host/ranges';

/** Opens a file with the caret at the beginning of a stretch of it. */
export async function showPlace(file: vscode.Uri, { start, end }: Span): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document, {
    selection: spanRange(document, { start, end }),
  });
}

/** Opens a glossary at its last entry of a name, or at its beginning when it has none. */
export async function showEntryNamed(
  parsing: Parsing,
  file: vscode.Uri,
  name: string,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const { contexts } = await readGlossary(parsing, document.getText());
  const entries = contexts.flatMap((context) => context.entries);
  const entry = entries.filter((each) => each.name === name).at(-1);
  await showPlace(file, entry?.nameSpan ?? { start: 0, end: 0 });
}
