import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';

/**
 * Resolves when the window tells of changes in a folder, which it does some time after it has opened
 * or the folder was made. What is made in a folder before that, it may never see.
 */
export async function windowWatches(folder = workspaceFolder()): Promise<void> {
  const { createFileSystemWatcher, fs } = vscode.workspace;
  const probe = vscode.Uri.joinPath(folder, 'probe.tmp');
  // With "**", or the editor would make a watcher for this alone, which proves nothing.
  const watcher = createFileSystemWatcher(new vscode.RelativePattern(folder, '**/probe.tmp'));
  let isSeen = false;
  watcher.onDidCreate(() => (isSeen = true));
  watcher.onDidChange(() => (isSeen = true));
  let writes = 0;
  await waitFor('the watcher', async () => {
    await fs.writeFile(probe, new TextEncoder().encode(String(writes++)));
    return isSeen;
  });
  watcher.dispose();
  await fs.delete(probe);
}

function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return folder.uri;
}
