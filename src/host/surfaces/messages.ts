import * as vscode from 'vscode';
import { inertLine, inertLines, plainLines } from './inertText';

/** How long a message stays in the status bar, in milliseconds. */
const MESSAGE_MS = 4000;

/** The button of a message: its text, or an object whose title it is. */
export type MessageButton = string | vscode.MessageItem;

/** The editor's own function, of which there are three. */
type Show = (
  message: string,
  options: vscode.MessageOptions,
  ...items: vscode.MessageItem[]
) => Thenable<vscode.MessageItem | undefined>;

/**
 * Shows a message that asks for something: what only tells what was done, or that nothing was, is for
 * `showStatusMessage`. Texts of all kinds go in plain: what the editor would take for a link, an icon or
 * a mnemonic is shown as it stands.
 *
 * @returns the button that was chosen, as it was given; `undefined` when the message was closed
 */
export function showInformation<T extends MessageButton>(
  text: string,
  ...buttons: readonly [T, ...T[]]
): Promise<T | undefined> {
  return show(vscode.window.showInformationMessage, text, {}, buttons);
}

/** Warns; see `showInformation`. */
export function showWarning<T extends MessageButton>(
  text: string,
  ...buttons: readonly T[]
): Promise<T | undefined> {
  return show(vscode.window.showWarningMessage, text, {}, buttons);
}

/** Tells an error; see `showInformation`. */
export function showError<T extends MessageButton>(
  text: string,
  ...buttons: readonly T[]
): Promise<T | undefined> {
  return show(vscode.window.showErrorMessage, text, {}, buttons);
}

/** What a dialog says below its first line, and how serious it is. */
export interface DialogOptions {
  /** May have several lines. */
  readonly detail?: string;
  readonly severity?: 'warning' | 'error';
}

/**
 * Asks in a dialog that has to be answered before anything else. The editor adds a button to cancel
 * unless one of `buttons` is the close affordance.
 *
 * @returns the button that was chosen, as it was given; `undefined` when the dialog was cancelled
 */
export function askInDialog<T extends MessageButton>(
  text: string,
  { detail, severity = 'warning' }: DialogOptions,
  ...buttons: readonly T[]
): Promise<T | undefined> {
  const { showErrorMessage, showWarningMessage } = vscode.window;
  return show(
    severity === 'error' ? showErrorMessage : showWarningMessage,
    text,
    { modal: true, ...(detail !== undefined && { detail: plainLines(detail) }) },
    buttons,
  );
}

/** Says in the status bar, for a moment, what was done. */
export function showStatusMessage(text: string): void {
  vscode.window.setStatusBarMessage(inertLine(text), MESSAGE_MS);
}

async function show<T extends MessageButton>(
  shown: Show,
  text: string,
  options: vscode.MessageOptions,
  buttons: readonly T[],
): Promise<T | undefined> {
  const items = buttons.map(itemOf);
  const message = options.modal === true ? inertLines(text) : inertLine(text);
  const chosen = await shown(message, options, ...items);
  return chosen && buttons[items.indexOf(chosen)];
}

function itemOf(button: MessageButton): vscode.MessageItem {
  return typeof button === 'string'
    ? { title: inertLine(button) }
    : { ...button, title: inertLine(button.title) };
}
