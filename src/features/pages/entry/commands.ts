import * as vscode from 'vscode';
import { entryPage, pageOfEntry } from '../../../core/packs/entryPage';
import type { Deps } from '../../../workspace/deps';
import { markdownUri } from '../../../host/uris';
import { showEntry } from '../../../host/showEntry';
import { showStatusMessage, showWarning } from '../../../host/surfaces/messages';

/** Opens the page of the first entry that a command's arguments mean. */
export async function openEntry(
  { desk, targets }: Deps,
  args: readonly unknown[],
  options: { readonly beside: boolean },
): Promise<void> {
  const ref = await targets.one(args);
  if (ref === undefined) {
    return;
  }
  const page = entryPage(await desk.catalog(), ref);
  if (page !== undefined) {
    await showEntry(page, options);
  } else {
    void showWarning(vscode.l10n.t('The library has no entry “{0}”.', `${ref.kind}/${ref.id}`));
  }
}

/** Opens the page of the entry that a command's arguments mean as Markdown, which the editor previews. */
export async function openAsMarkdown({ targets }: Deps, args: readonly unknown[]): Promise<void> {
  const ref = await targets.one(args);
  if (ref !== undefined) {
    await vscode.commands.executeCommand('vscode.open', markdownUri(ref), { preview: true });
  }
}

/** Opens the excerpt before or after one in its source. */
export async function openNeighbour(
  { desk, targets }: Deps,
  args: readonly unknown[],
  which: 'previous' | 'next',
): Promise<void> {
  const ref = await targets.one(args);
  if (ref?.kind !== 'excerpt') {
    return;
  }
  const neighbour = (await desk.catalog()).neighbours(ref.id)[which];
  if (neighbour !== undefined) {
    await showEntry(pageOfEntry('excerpt', neighbour));
  } else {
    showStatusMessage(
      which === 'next'
        ? vscode.l10n.t('This is the last excerpt of its source.')
        : vscode.l10n.t('This is the first excerpt of its source.'),
    );
  }
}
