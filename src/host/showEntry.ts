import * as vscode from 'vscode';
import type { EntryPage } from '../core/packs/entryPage';
import { entryUri } from './uris';
import { columnFor } from './viewColumns';

/** Opens an entry's page in a preview tab, in the active group or in the one beside it. */
export async function showEntry(
  page: EntryPage,
  { beside = false }: { readonly beside?: boolean } = {},
): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', entryUri(page), {
    preview: true,
    viewColumn: columnFor(beside),
  } satisfies vscode.TextDocumentShowOptions);
}
