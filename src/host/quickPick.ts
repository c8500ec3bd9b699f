import * as vscode from 'vscode';

/**
 * Properties that quick picks have had for years without their being declared in the API. Where
 * one is missing the pick still works, less well.
 */
interface UndeclaredQuickPickOptions {
  /** `false` keeps the items in the order in which they were given while the user types. */
  sortByLabel: boolean;
  /** What is selected in the input box: UTF-16 offsets. */
  valueSelection: readonly [number, number];
}

/** Sets an option that the API does not declare, where the editor has it. */
export function setUndeclaredOption<K extends keyof UndeclaredQuickPickOptions>(
  quickPick: vscode.QuickPick<vscode.QuickPickItem>,
  option: K,
  value: UndeclaredQuickPickOptions[K],
): void {
  if (option in quickPick) {
    (quickPick as unknown as UndeclaredQuickPickOptions)[option] = value;
  }
}

/** A quick pick that shows exactly the items it is given, in their order: the caller filters and ranks. */
export function createRankedQuickPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  const quickPick = vscode.window.createQuickPick<T>();
  quickPick.matchOnDescription = false;
  quickPick.matchOnDetail = false;
  setUndeclaredOption(quickPick, 'sortByLabel', false);
  return quickPick;
}

/** Text from outside for a label, description or detail, where the editor would turn `$(name)` into an icon. */
export function escapeIcons(text: string): string {
  return text.replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}
