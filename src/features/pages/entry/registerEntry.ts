import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands, SCHEME } from '../../../host/ids';
import { loadPart } from '../../../host/loadPart';
import { combined, type Disposable } from '../../../util/dispose';
import type { CopyOptions } from './copy';
import { openAsMarkdown, openEntry, openNeighbour } from './commands';
import { LateEntryReading } from './lateEntryReading';
import { PageFileSystem } from './pageFileSystem';
import { plainText, untrustedMarkdown } from '../../../host/surfaces/markdown';

/** The entries' pages and the commands that open, leaf through and copy them. */
export function registerEntry(deps: Deps): Disposable {
  const on = (command: string, run: (args: readonly unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(command, (...args: unknown[]) => run(args));
  const copying = (options: CopyOptions) => async (args: readonly unknown[]) => {
    const { copy } = await loadPart(deps.log, () => import('./copy'));
    await copy(deps, args, options);
  };
  const pages = new PageFileSystem(deps);
  return combined(
    pages,
    new LateEntryReading(deps, pages),
    vscode.workspace.registerFileSystemProvider(SCHEME, pages, {
      isCaseSensitive: true,
      isReadonly: untrustedMarkdown(plainText(vscode.l10n.t('Library pages are read-only.'))),
    }),
    on(Commands.openEntry, (args) => openEntry(deps, args, { beside: false })),
    on(Commands.openAsMarkdown, (args) => openAsMarkdown(deps, args)),
    on(Commands.openPreviousExcerpt, (args) => openNeighbour(deps, args, 'previous')),
    on(Commands.openNextExcerpt, (args) => openNeighbour(deps, args, 'next')),
    on(Commands.copyText, copying({ citation: false })),
    on(Commands.copyWithCitation, copying({ citation: true })),
  );
}
