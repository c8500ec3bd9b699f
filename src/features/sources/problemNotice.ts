import * as vscode from 'vscode';
import { describeError } from '../../host/fileErrors';
import { Commands } from '../../host/ids';
import { failureReason } from '../../host/failureReason';
import type { Log } from '../../host/surfaces/log';
import { showWarning } from '../../host/surfaces/messages';
import type { LibrarySource, UnreadableFolder } from '../../workspace/library/library';
import { describeState, remedyFor } from './sourceState';

/** What the user can do about a problem. */
export interface ProblemActions {
  /** Whether the user has said that she knows of it. */
  readonly isAcknowledged: boolean;
  readonly retry: () => Promise<void>;
  readonly acknowledge: () => Promise<void>;
}

/**
 * Opens the original of a source that cannot be searched, where the editor shows such files, and says
 * why it cannot, with what can be done. Never rejects.
 */
export async function showSourceProblem(
  source: LibrarySource,
  actions: ProblemActions,
  log: Log,
): Promise<void> {
  const openOriginal = async (): Promise<void> => {
    try {
      await vscode.commands.executeCommand(Commands.openOriginal, source.id);
    } catch (error) {
      // What is said below tells why.
      log.warn(`${source.path} could not be opened: ${describeError(error)}`);
    }
  };
  const isShownHere = source.format !== 'word';
  if (isShownHere) {
    await openOriginal();
  }
  await tell(
    {
      name: source.title,
      reason:
        source.state.kind === 'failed'
          ? failureReason(source.state, vscode.l10n)
          : describeState(source, vscode.l10n),
      // What to do about an unknown failure is to look at the original, which is there now.
      remedy:
        isShownHere && source.state.kind === 'failed' && source.state.cause === undefined
          ? undefined
          : remedyFor(source, vscode.l10n),
    },
    actions,
    isShownHere ? undefined : openOriginal,
  );
}

/** Says why a folder cannot be searched, with what can be done. Never rejects. */
export async function showFolderProblem(
  { path, problem }: UnreadableFolder,
  actions: ProblemActions,
): Promise<void> {
  await tell(
    {
      name: path,
      reason: failureReason(problem, vscode.l10n),
      remedy: remedyFor({ state: problem, format: 'text' }, vscode.l10n),
    },
    actions,
  );
}

async function tell(
  said: { readonly name: string; readonly reason: string; readonly remedy: string | undefined },
  { isAcknowledged, retry, acknowledge }: ProblemActions,
  openOriginal?: () => Promise<void>,
): Promise<void> {
  const { l10n } = vscode;
  const reason = said.reason.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const texts = [l10n.t('“{0}” cannot be searched: {1}.', said.name, reason), said.remedy];
  const buttons = [
    ...(openOriginal ? [{ title: l10n.t('Open Original File'), run: openOriginal }] : []),
    { title: l10n.t('Try Again'), run: retry },
    { title: l10n.t('Show Log'), run: showLog },
    ...(isAcknowledged ? [] : [{ title: l10n.t('Acknowledge'), run: acknowledge }]),
  ];
  const chosen = await showWarning(texts.filter(Boolean).join(' '), ...buttons);
  await chosen?.run();
}

async function showLog(): Promise<void> {
  await vscode.commands.executeCommand(Commands.showLog);
}
