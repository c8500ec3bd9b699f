import * as vscode from 'vscode';
import { describeError } from '../../host/fileErrors';
import { explainFileError } from '../../host/fileFaultText';
import { chooseFolder } from '../../host/surfaces/dialogs';
import type { Log } from '../../host/surfaces/log';
import { showError } from '../../host/surfaces/messages';
import { pickItem, showPick } from '../../host/surfaces/quickPicks';
import { FIRST_SAMPLE, SAMPLE_FILES } from './sampleFiles';

/** What the folder of the samples is called in the one that the user chooses. */
const FOLDER_NAME = 'IP4 Desk Samples';

/**
 * Gives the user the sample notes, as she chooses: a copy of all in a folder of hers, which is opened,
 * or the first as an untitled note, which needs no folder, no trust and no disk. Never rejects.
 */
export async function openSampleNotes(extension: vscode.Uri, log: Log): Promise<void> {
  const samples = vscode.Uri.joinPath(extension, 'samples');
  try {
    const way = await askForWay();
    if (way === 'untitled') {
      await openUntitled(samples);
    } else if (way === 'folder') {
      await openInFolder(samples);
    }
  } catch (error) {
    log.error(`The sample notes could not be opened: ${describeError(error)}`);
    const reason = explainFileError(error, 'write', vscode.l10n);
    void showError(vscode.l10n.t('The sample notes could not be opened: {0}', reason));
  }
}

/**
 * Copies the samples into a new folder below `parent`, beside whatever is there.
 *
 * @returns the new folder; rejects when something cannot be written
 */
export async function copySamples(samples: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  const folder = await freeFolder(parent);
  for (const path of SAMPLE_FILES) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(samples, path));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
  }
  return folder;
}

/** Opens the first sample as an untitled note. */
export async function openUntitled(samples: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(samples, FIRST_SAMPLE));
  const note = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: new TextDecoder().decode(bytes),
  });
  await vscode.window.showTextDocument(note, { preview: false });
}

async function askForWay(): Promise<'folder' | 'untitled' | undefined> {
  const { l10n } = vscode;
  const items = [
    pickItem({
      label: l10n.t('Copy to a Folder…'),
      detail: l10n.t(
        'All of them: notes, quotations, a glossary, a bibliography and a source. Opens the copy.',
      ),
      way: 'folder' as const,
    }),
    pickItem({
      label: l10n.t('Open as Untitled Note'),
      detail: l10n.t('The brief alone. Nothing is written to disk.'),
      way: 'untitled' as const,
    }),
  ];
  const chosen = await showPick(items, {
    title: l10n.t('IP4 Desk: Open Sample Notes'),
    placeholder: l10n.t('Choose how to open them'),
  });
  return chosen?.way;
}

async function openInFolder(samples: vscode.Uri): Promise<void> {
  const parent = await chooseFolder({
    title: vscode.l10n.t('Copy Sample Notes'),
    button: vscode.l10n.t('Copy Here'),
  });
  if (parent === undefined) {
    return;
  }
  const folder = await copySamples(samples, parent);
  // A window that has a folder keeps it.
  const hasFolder = (vscode.workspace.workspaceFolders ?? []).length > 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, {
    forceNewWindow: hasFolder,
    filesToOpen: [vscode.Uri.joinPath(folder, FIRST_SAMPLE)],
  });
}

/** A folder below `parent` that is not there yet. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? FOLDER_NAME : `${FOLDER_NAME} ${number}`;
    const folder = vscode.Uri.joinPath(parent, name);
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
