import * as vscode from 'vscode';

/**
 * Sets a setting for the workspace, or no more when the value is `undefined`. What is so already is
 * not written again, which takes the editor a tenth of a second.
 * @param name such as `files.autoSave`
 */
export async function setForWorkspace(name: string, value: unknown): Promise<void> {
  const at = name.lastIndexOf('.');
  const config = vscode.workspace.getConfiguration(name.slice(0, at));
  const key = name.slice(at + 1);
  if (config.inspect(key)?.workspaceValue !== value) {
    await config.update(key, value, vscode.ConfigurationTarget.Workspace);
  }
}
