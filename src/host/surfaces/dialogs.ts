import * as vscode from 'vscode';
import { plainLine } from './inertText';

/** What the dialogs for files say. Where the editor shows them itself, they are quick picks. */
interface DialogTexts {
  readonly title: string;
  /** On the button; the editor's own word when absent. */
  readonly button?: string;
  /** Endings without a dot, by what they are called. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Asks for files to open; `undefined` when the user has thought better of it. */
export function askForFiles({
  title,
  button,
  filters,
  several = false,
}: DialogTexts & { readonly several?: boolean }): Thenable<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: plainLine(title),
    ...(button !== undefined && { openLabel: plainLine(button) }),
    canSelectMany: several,
    filters: mutable(filters),
  });
}

/** Asks for a folder; `undefined` when the user has thought better of it. */
export async function chooseFolder({
  title,
  button,
}: Omit<DialogTexts, 'filters'>): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: plainLine(title),
      ...(button !== undefined && { openLabel: plainLine(button) }),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return folder;
}

/** Asks where to save; `undefined` when the user has thought better of it. */
export function askWhereToSave({
  title,
  button,
  filters,
  proposed,
}: DialogTexts & {
  /** The editor's own choice of a folder when undefined. */
  readonly proposed: vscode.Uri | undefined;
}): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: plainLine(title),
    ...(button !== undefined && { saveLabel: plainLine(button) }),
    ...(proposed && { defaultUri: proposed }),
    filters: mutable(filters),
  });
}

function mutable(filters: DialogTexts['filters']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([name, endings]) => [name, [...endings]]));
}
