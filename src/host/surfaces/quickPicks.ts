import * as vscode from 'vscode';
import { inertLine, plainLine } from './inertText';

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

declare const inert: unique symbol;

/** An item whose texts have gone through `pickItem`. */
export interface PickItem extends vscode.QuickPickItem {
  /** Known to the compiler alone. */
  readonly [inert]: true;
}

/** An item of one's own beside what the editor shows of it: `Item<{ readonly row: Row }>`. */
export type Item<T> = T & PickItem;

/** What the editor shows of an item: its icon is no part of the label, where "$(name)" is text. */
type ShownItem = Pick<
  vscode.QuickPickItem,
  'label' | 'description' | 'detail' | 'kind' | 'iconPath' | 'alwaysShow' | 'buttons' | 'picked'
>;

/** An item of a quick pick. Label, description and detail, where the editor would draw icons, are plain text. */
export function pickItem<T extends ShownItem>(item: T): Item<T> {
  const { label, description, detail } = item;
  return {
    ...item,
    label: inertLine(label),
    ...(description !== undefined && { description: inertLine(description) }),
    ...(detail !== undefined && { detail: inertLine(detail) }),
  } as Item<T>;
}

/** A button of a quick pick or of one of its items. A screen reader says the tooltip, too. */
export function pickButton(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip: plainLine(tooltip) };
}

/** A quick pick that shows exactly the items it is given, in their order: the caller filters and ranks. */
export function createRankedQuickPick<T extends PickItem>(): vscode.QuickPick<T> {
  const quickPick = vscode.window.createQuickPick<T>();
  quickPick.matchOnDescription = false;
  quickPick.matchOnDetail = false;
  setUndeclaredOption(quickPick, 'sortByLabel', false);
  return quickPick;
}

/** What is said around the items of a quick pick. */
export interface PickTexts {
  readonly title: string;
  readonly placeholder: string;
}

/** Says what a quick pick, or an input box, is about. */
export function setTitle(input: vscode.QuickInput, title: string): void {
  input.title = plainLine(title);
}

/** Says what can be typed. */
export function setPlaceholder(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  placeholder: string | undefined,
): void {
  input.placeholder = placeholder === undefined ? undefined : plainLine(placeholder);
}

/** Asks to choose one of `items`; `undefined` when the user does not. */
export function showPick<T extends PickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  {
    title,
    placeholder,
    ...matching
  }: PickTexts & { readonly matchOnDescription?: boolean; readonly matchOnDetail?: boolean },
): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items, {
    title: plainLine(title),
    placeHolder: plainLine(placeholder),
    ...matching,
  });
}

/** Asks to choose any number of `items`, those that are `picked` first; `undefined` when the user does not. */
export function showPicks<T extends PickItem>(
  items: readonly T[],
  { title, placeholder, ...matching }: PickTexts & { readonly matchOnDescription?: boolean },
): Thenable<readonly T[] | undefined> {
  return vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: plainLine(title),
    placeHolder: plainLine(placeholder),
    ...matching,
  });
}

/** Asks for a folder of the workspace; `undefined` when the user names none. */
export function pickWorkspaceFolder(
  placeholder: string,
  { ignoreFocusOut = false } = {},
): Thenable<vscode.WorkspaceFolder | undefined> {
  return vscode.window.showWorkspaceFolderPick({
    placeHolder: plainLine(placeholder),
    ignoreFocusOut,
  });
}
