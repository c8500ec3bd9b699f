import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor';

/** Resolves when the window tells of changes on the disk, which it does some time after it has opened. */
export async function windowWatches(): Promise<void> {
  const { createFileSystemWatcher, fs, workspaceFolders } = vscode.workspace;
  const [folder] = workspaceFolders ?? [];
  assert.ok(folder);
  const probe = vscode.Uri.joinPath(folder.uri, 'probe.tmp');
  const watcher = createFileSystemWatcher('**/probe.tmp');
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
