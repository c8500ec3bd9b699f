import * as vscode from 'vscode';

/** The group of editors for a page: beside the active one, unless that is empty; else the active one. */
export function columnFor(beside: boolean): vscode.ViewColumn {
  const { tabs } = vscode.window.tabGroups.activeTabGroup;
  return beside && tabs.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
