import * as vscode from 'vscode';
import { textOf } from '../../core/catalog/catalog';
import { quoteEntry } from '../../core/citation/quote';
import type { Deps } from '../../host/deps';
import { showEntry } from '../../host/showEntry';
import { showStatusMessage } from '../../host/statusMessage';

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
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The library has no entry “{0}”.', `${ref.kind}/${ref.id}`),
    );
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

/**
 * Puts the text of entries on the clipboard, one paragraph each. Some have no source to cite: topics,
 * and terms that are general knowledge.
 */
export async function copyEntries(
  { desk, targets }: Deps,
  args: readonly unknown[],
  options: { readonly citation: boolean },
): Promise<void> {
  const refs = await targets.all(args);
  const catalog = await desk.catalog();
  const copies = refs.flatMap((ref) => {
    const entry = catalog.get(ref.kind, ref.id);
    const text = entry && textOf(entry);
    const copy = options.citation ? quoteEntry(catalog, ref) : text;
    return copy === undefined ? [] : [{ copy, isUncited: options.citation && copy === text }];
  });
  if (copies.length === 0) {
    showStatusMessage(vscode.l10n.t('Nothing to copy: select an entry.'));
    return;
  }
  await vscode.env.clipboard.writeText(copies.map(({ copy }) => copy).join('\n\n'));
  const uncited = copies.filter(({ isUncited }) => isUncited).length;
  if (copies.length === 1) {
    showStatusMessage(
      uncited > 0 ? vscode.l10n.t('Copied; there is no source to cite') : vscode.l10n.t('Copied'),
    );
  } else {
    showStatusMessage(
      uncited > 0
        ? vscode.l10n.t('{0} entries copied, {1} without a source to cite', copies.length, uncited)
        : vscode.l10n.t('{0} entries copied', copies.length),
    );
  }
}
