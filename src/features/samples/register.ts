import * as vscode from 'vscode';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import type { Disposable } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';

/** The command that gives a newcomer notes to try everything on. */
export function registerSamples({ extension, log }: Pick<Deps, 'extension' | 'log'>): Disposable {
  return vscode.commands.registerCommand(Commands.openSampleNotes, async () => {
    const { openSampleNotes } = await loadPart(log, () => import('./openSampleNotes'));
    await openSampleNotes(extension, log);
  });
}
