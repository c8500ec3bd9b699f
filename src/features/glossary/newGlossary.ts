import * as vscode from 'vscode';
import { GLOSSARY_ENDINGS, isGlossaryPath } from '../../core/paths/place';
import { showInformation } from '../../host/surfaces/messages';
import type { Validation } from '../../host/surfaces/inputBoxes';

/** What a new file is called unless the user has a better name. */
export const DEFAULT_NAME = `team${GLOSSARY_ENDINGS[0]}`;

/** What a user typed as the name of a file, with the ending that makes it a glossary. */
export function glossaryFileName(typed: string): string {
  const name = typed.trim();
  return isGlossaryPath(name) || name === ''
    ? name
    : `${name.replace(/\.ya?ml$/i, '')}${GLOSSARY_ENDINGS[0]}`;
}

/** What is wrong with the name of a new glossary in a folder; `undefined` when nothing is. */
export async function nameProblem(
  folder: vscode.Uri,
  typed: string,
): Promise<Validation | undefined> {
  const message = await nameMessage(folder, typed);
  return message === undefined ? undefined : { message, severity: 'error' };
}

async function nameMessage(folder: vscode.Uri, typed: string): Promise<string | undefined> {
  const name = glossaryFileName(typed);
  if (name === '' || /[\\/:*?"<>|#%\p{Cc}]/u.test(name) || name.startsWith('.')) {
    return vscode.l10n.t('The name of a file, such as {0}', DEFAULT_NAME);
  }
  if (/\.json$/i.test(name)) {
    return vscode.l10n.t(
      'New glossaries are YAML files: end the name with {0}',
      GLOSSARY_ENDINGS[0],
    );
  }
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
  } catch {
    return undefined;
  }
  return vscode.l10n.t('There is a file “{0}” already.', name);
}

/** Says that a glossary needs a folder to lie in, and offers to open one. */
export async function askForFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const chosen = await showInformation(
    vscode.l10n.t(
      'A glossary is a file beside your notes: open the folder that they are in first.',
    ),
    open,
  );
  if (chosen === open) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}

/** Why a file cannot be written, in words; `undefined` when it can, as far as can be told. */
export async function readOnlyProblem(file: vscode.Uri): Promise<string | undefined> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) {
    return vscode.l10n.t(
      '“{0}” cannot be changed: its folder is open for reading only. Choose another glossary.',
      name,
    );
  }
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(file);
    return (permissions & vscode.FilePermission.Readonly) === 0
      ? undefined
      : vscode.l10n.t('“{0}” is read-only. Allow writing to it, or choose another glossary.', name);
  } catch {
    return vscode.l10n.t('“{0}” is not there any more. Choose another glossary.', name);
  }
}
