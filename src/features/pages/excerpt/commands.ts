import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
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
  if ((await desk.catalog()).has(ref)) {
    await showEntry(ref, options);
  } else {
    void showWarning(vscode.l10n.t('The library has no entry “{0}”.', `${ref.kind}/${ref.id}`));
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
    await showEntry({ kind: 'excerpt', id: neighbour.id });
  } else {
    showStatusMessage(
      which === 'next'
        ? vscode.l10n.t('This is the last excerpt of its source.')
        : vscode.l10n.t('This is the first excerpt of its source.'),
    );
  }
}
