import * as vscode from 'vscode';
import type { Deps } from '../../host/deps';
import { Commands, NOTE_LANGUAGES } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { addToGlossary } from './addToGlossary';
import { AddToGlossaryActions } from './codeActions';
import { createGlossary } from './createGlossary';
import { registerGlossaryDiagnostics } from './diagnostics';
import { showActiveGlossaries } from './showActiveGlossaries';

/** Writing glossaries, seeing what is wrong in them, and which hold in a note. */
export function registerGlossary(deps: Deps): Disposable {
  const on = (command: string, run: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(command, run);
  return combined(
    registerGlossaryDiagnostics(deps),
    on(Commands.addToGlossary, (argument) => addToGlossary(deps, argument)),
    on(Commands.createGlossary, () => createGlossary()),
    on(Commands.showActiveGlossaries, () => showActiveGlossaries(deps)),
    vscode.languages.registerCodeActionsProvider(
      NOTE_LANGUAGES.map((language) => ({ language })),
      new AddToGlossaryActions(deps.terms),
      { providedCodeActionKinds: AddToGlossaryActions.kinds },
    ),
  );
}
