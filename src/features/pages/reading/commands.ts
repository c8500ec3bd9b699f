import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { openEntry } from '../entry/commands';
import { showPassage, warnOfMissingSource } from '../../../workspace/showPassage';
import { sourceUri } from '../../../host/uris';
import { columnFor } from '../../../host/viewColumns';

/**
 * Opens the passage that a command's arguments mean; nothing when they mean none. Links and quick
 * fixes may ask for it beside: `{ beside: true }` as the second argument.
 */
export async function openPassage(deps: Deps, args: readonly unknown[]): Promise<void> {
  const target = await deps.targets.source(args);
  if (target?.passage !== undefined) {
    const { beside } = (args[1] ?? {}) as { readonly beside?: unknown };
    await showPassage(
      deps,
      { source: target.source, passage: target.passage },
      { beside: beside === true },
    );
  }
}

/** Opens the page of the document that a command's arguments mean, at the passage when they mean one. */
export async function openSource(
  deps: Deps,
  args: readonly unknown[],
  { beside = false }: { readonly beside?: boolean } = {},
): Promise<void> {
  const target = await deps.targets.source(args);
  if (target?.passage !== undefined) {
    await showPassage(deps, { source: target.source, passage: target.passage }, { beside });
    return;
  }
  if (target === undefined) {
    return;
  }
  await deps.library.start();
  const source = deps.library.get(target.source);
  if (source?.state.kind === 'ready') {
    // Where it is open already, the reader finds it where she left it.
    await vscode.commands.executeCommand('vscode.open', sourceUri(source), {
      preview: true,
      viewColumn: columnFor(beside),
    } satisfies vscode.TextDocumentShowOptions);
  } else {
    warnOfMissingSource(deps.library, target.source);
  }
}

/** Opens the page of what a command's arguments mean, an entry or a place in a document, beside the active editor. */
export async function openBeside(deps: Deps, args: readonly unknown[]): Promise<void> {
  const meant = await deps.targets.resolve(args);
  const isEntry = (await deps.targets.one(meant)) !== undefined;
  await (isEntry ? openEntry : openSource)(deps, meant, { beside: true });
}
