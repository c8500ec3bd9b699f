import * as vscode from 'vscode';
import { glossaryName } from '../../core/paths/place';
import { writeNewGlossary } from '../../workspace/glossaries/writeGlossary';
import { askForFolder, DEFAULT_NAME, glossaryFileName, nameProblem } from './newGlossary';
import { showPlace } from './showPlace';
import { askText } from '../../host/steps';
import { showError } from '../../host/surfaces/messages';
import { pickWorkspaceFolder } from '../../host/surfaces/quickPicks';

/** Asks for a folder, where there are several, and a name; makes the glossary and opens it. */
export async function createGlossary(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await askForFolder();
    return;
  }
  const folder =
    folders.length === 1
      ? folders[0]
      : await pickWorkspaceFolder(
          vscode.l10n.t('Choose the folder whose notes the glossary is for'),
          { ignoreFocusOut: true },
        );
  if (folder === undefined) {
    return;
  }
  let name = DEFAULT_NAME;
  const outcome = await askText({
    title: vscode.l10n.t('IP4 Desk: Create Glossary'),
    value: name,
    prompt: vscode.l10n.t('File name of the new glossary'),
    onDidChange: (value) => (name = value),
    validate: (value) => nameProblem(folder.uri, value),
  });
  if (outcome === 'next') {
    await create(vscode.Uri.joinPath(folder.uri, glossaryFileName(name)));
  }
}

async function create(file: vscode.Uri): Promise<void> {
  if ((await writeNewGlossary(file, glossaryName(file.path), [])) !== 'written') {
    await showError(
      vscode.l10n.t(
        '{0} could not be made: the folder cannot be written.',
        vscode.workspace.asRelativePath(file),
      ),
    );
    return;
  }
  // Behind the example: a new line there is indented for the first term.
  const text = (await vscode.workspace.openTextDocument(file)).getText();
  const end = text.replace(/\r?\n$/, '').length;
  await showPlace(file, { start: end, end });
}
