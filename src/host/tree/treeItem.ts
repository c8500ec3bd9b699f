import * as vscode from 'vscode';

/** What any tree of the sidebar shows of a node. */
export interface ShownNode {
  readonly label: string;
  readonly description?: string | undefined;
  /** A codicon's name; none for plain groups. */
  readonly icon?: string | undefined;
  /** The id of a theme colour; the theme's own colour for icons when absent. */
  readonly iconColor?: string | undefined;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  /** Words for the manifest's `viewItem` clauses. */
  readonly context: readonly string[];
}

/** @param id unique in its tree and the same in every session */
export function createTreeItem(
  id: string,
  shown: ShownNode,
  collapsibleState: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(shown.label, collapsibleState);
  item.id = id;
  item.contextValue = shown.context.join(' ');
  item.accessibilityInformation = { label: shown.spoken };
  if (shown.description !== undefined) {
    item.description = shown.description;
  }
  if (shown.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      shown.icon,
      shown.iconColor === undefined ? undefined : new vscode.ThemeColor(shown.iconColor),
    );
  }
  return item;
}
