import type * as vscode from 'vscode';

/** One kind of pages of our scheme. */
export interface PageSource {
  /**
   * The content of a page.
   *
   * @throws {vscode.FileSystemError} `Unavailable` with the reason when there is no such page. For a
   * file that is not found the editor would offer to create it.
   */
  read(uri: vscode.Uri): Promise<string>;
  /** What has become of a page since it was read as `text`; `undefined` when nothing has. */
  changeOf(uri: vscode.Uri, text: string): Promise<vscode.FileChangeType | undefined>;
  /** The names and types in a folder; `undefined` when it is none of this kind. */
  list(path: readonly string[]): Promise<readonly [string, vscode.FileType][] | undefined>;
}
