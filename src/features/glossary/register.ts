import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { KIND } from './actionKind';
import { registerGlossaryDiagnostics } from './diagnostics';
import { OutsideGlossaries } from './outsideGlossaries';
import { registerExchange } from './exchange/registerExchange';

/** Writing glossaries, seeing what is wrong in them, which hold in a note; import and export. */
export function registerGlossary(deps: Deps): Disposable {
  const on = (command: string, run: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(command, run);
  const actions = lazy(async () => {
    const { AddToGlossaryActions } = await loadPart(deps.log, () => import('./codeActions'));
    return new AddToGlossaryActions(deps.terms);
  });
  return combined(
    registerGlossaryDiagnostics(deps),
    new OutsideGlossaries(deps),
    registerExchange(deps),
    on(Commands.addToGlossary, async (argument) => {
      const { addToGlossary } = await loadPart(deps.log, () => import('./addToGlossary'));
      await addToGlossary(deps, argument);
    }),
    on(Commands.createGlossary, async () => {
      const { createGlossary } = await loadPart(deps.log, () => import('./createGlossary'));
      await createGlossary();
    }),
    on(Commands.showActiveGlossaries, async () => {
      const { showActiveGlossaries } = await loadPart(
        deps.log,
        () => import('./showActiveGlossaries'),
      );
      await showActiveGlossaries(deps);
    }),
    vscode.languages.registerCodeActionsProvider(
      NOTE_SELECTOR,
      { provideCodeActions: async (...args) => (await actions()).provideCodeActions(...args) },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}
