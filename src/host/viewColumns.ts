import * as vscode from 'vscode';

/** The group of editors for a page: beside the active one, unless that is empty; else the active one. */
export function columnFor(beside: boolean): vscode.ViewColumn {
  const { tabs } = vscode.window.tabGroups.activeTabGroup;
  return beside && tabs.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** The group of editors that has a file or a notebook open, seen or behind another tab; `undefined` when none has. */
export function columnOfTab(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const address = uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) &&
        input.uri.toString() === address,
    ),
  )?.viewColumn;
}
