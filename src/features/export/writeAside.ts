import * as vscode from 'vscode';

const { fs } = vscode.workspace;

/** Writes a file beside its place and renames it into that: there is never half a file. */
export async function writeAside(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const aside = file.with({ path: `${file.path}.${Date.now().toString(36)}.tmp` });
  try {
    await fs.writeFile(aside, bytes);
    await fs.rename(aside, file, { overwrite: true });
  } catch (error) {
    await fs.delete(aside).then(undefined, () => undefined);
    throw error;
  }
}

/** Whether there is anything at a place. */
export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
