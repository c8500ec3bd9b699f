import * as vscode from 'vscode';
import type { Deps } from '../../host/deps';
import { Commands, NOTE_LANGUAGES } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { AddToGlossaryActions } from './codeActions';
import { registerGlossaryDiagnostics } from './diagnostics';

/** Writing glossaries, seeing what is wrong in them, and which hold in a note. */
export function registerGlossary(deps: Deps): Disposable {
  const on = (command: string, run: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(command, run);
  return combined(
    registerGlossaryDiagnostics(deps),
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
      NOTE_LANGUAGES.map((language) => ({ language })),
      new AddToGlossaryActions(deps.terms),
      { providedCodeActionKinds: AddToGlossaryActions.kinds },
    ),
  );
}
