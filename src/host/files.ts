import * as vscode from 'vscode';
import type { FileStore } from '../core/ports';
import { diskFiles } from './diskFiles';

/** Files below `root` through `workspace.fs`, so that it works on the desktop, remote and on the web. */
export class WorkspaceFileStore implements FileStore {
  private readonly decoder = new TextDecoder();

  constructor(private readonly root: vscode.Uri) {}

  async readText(path: string): Promise<string> {
    return this.decoder.decode(await diskFiles.readFile(vscode.Uri.joinPath(this.root, path)));
  }
}
