import * as vscode from 'vscode';
import type { ViewId } from '../ids';
import { inertLine, inertLines } from './inertText';

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
  const item = new vscode.TreeItem(inertLine(shown.label), collapsibleState);
  item.id = id;
  item.contextValue = shown.context.join(' ');
  item.accessibilityInformation = { label: inertLine(shown.spoken) };
  if (shown.description !== undefined) {
    item.description = inertLine(shown.description);
  }
  if (shown.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      shown.icon,
      shown.iconColor === undefined ? undefined : new vscode.ThemeColor(shown.iconColor),
    );
  }
  return item;
}

/**
 * Gives an item its tooltip, a paragraph each. A string is shown as plain text;
 * `MarkdownString.appendText` would be as safe, but turns every blank into one that does not break,
 * so that lines end within words.
 */
export function setItemTooltip(item: vscode.TreeItem, paragraphs: readonly string[]): void {
  item.tooltip = inertLines(paragraphs.join('\n\n'));
}

/** A tree in a view of ours. */
export function createTree<T>(
  view: ViewId,
  treeDataProvider: vscode.TreeDataProvider<T>,
  dragAndDropController?: vscode.TreeDragAndDropController<T>,
): vscode.TreeView<T> {
  return vscode.window.createTreeView(view, {
    treeDataProvider,
    ...(dragAndDropController && { dragAndDropController }),
    showCollapseAll: true,
    canSelectMany: true,
  });
}

/** Says something beside the title of a view; nothing when `text` is absent. */
export function describeView(view: vscode.TreeView<unknown>, text: string | undefined): void {
  view.description = inertLine(text ?? '');
}

/** Counts something on the icon of a view; nothing when `badge` is absent. */
export function setBadge(
  view: vscode.TreeView<unknown>,
  badge: vscode.ViewBadge | undefined,
): void {
  view.badge = badge && { value: badge.value, tooltip: inertLines(badge.tooltip) };
}

/** Says something above a tree, for as long as it holds; nothing when `text` is empty. */
export function tellInView(view: vscode.TreeView<unknown>, text: string): void {
  view.message = inertLine(text);
}
