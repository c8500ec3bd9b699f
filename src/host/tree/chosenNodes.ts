import * as vscode from 'vscode';

/**
 * The nodes that a keybinding of the sidebar is about: the one with the focus, or the whole
 * selection when it is part of one. `undefined` when the focus is in none of `trees`.
 *
 * The editor tells extensions the selection of a tree only, and the arrow keys move the focus
 * alone (`TreeView.activeItem` is still a proposed API). Toggling the selection of the focused
 * item, without opening it, tells which it is; a second toggle puts the selection back.
 */
export async function chosenNodes<T>(
  trees: readonly Pick<vscode.TreeView<T>, 'selection'>[],
): Promise<readonly T[] | undefined> {
  const before = trees.map(({ selection }) => selection);
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = trees.map(({ selection }) => selection);
  await vscode.commands.executeCommand('list.toggleSelection');

  for (const [index, now] of after.entries()) {
    const was = before[index] ?? [];
    const focused = now.filter((node) => !was.includes(node));
    if (focused.length > 0 || now.length < was.length) {
      return focused.length > 0 ? focused : was;
    }
  }
  return undefined;
}
