import * as vscode from 'vscode';
import type { EntryRef } from '../core/model';
import { entryUri } from './uris';
import { columnFor } from './viewColumns';

/**
 * Opens an entry's page in a preview tab, in the active group or in the one beside it. Goes through
 * `vscode.open`, so that a user who associates our pages with the Markdown preview gets the preview.
 */
export async function showEntry(
  ref: EntryRef,
  { beside = false }: { readonly beside?: boolean } = {},
): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', entryUri(ref), {
    preview: true,
    viewColumn: columnFor(beside),
  } satisfies vscode.TextDocumentShowOptions);
}
