import * as vscode from 'vscode';
import { inertLine } from './inertText';
import { type Markdown, trustedMarkdown } from './markdown';

/** What an item of the status bar shows. */
export interface StatusText {
  /** A codicon's name, with a modifier such as "~spin". */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: Markdown;
  /** The commands that links of the tooltip may run. */
  readonly commands: readonly string[];
}

/** An item on the left of the status bar that runs `command` at a click. Hidden until it is told what to show. */
export function createStatusItem(id: string, name: string, command: string): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left);
  item.name = inertLine(name);
  item.command = command;
  return item;
}

/** Shows an item of the status bar. */
export function showStatusItem(
  item: vscode.StatusBarItem,
  { icon, text, tooltip, commands }: StatusText,
): void {
  const shown = inertLine(text);
  item.text = `$(${icon}) ${shown}`;
  item.accessibilityInformation = { label: shown, role: 'button' };
  item.tooltip = trustedMarkdown(tooltip, commands);
  item.show();
}

/** What the status of a language says. The editor reads its texts as it reads messages and labels. */
export interface LanguageStatus {
  readonly name: string;
  readonly text: string;
  readonly detail: string;
  readonly isWarning: boolean;
  /** What a screen reader says of it. */
  readonly spoken: string;
  readonly command: { readonly command: string; readonly title: string };
}

/** An item of the status of languages. */
export function createLanguageStatus(
  id: string,
  languages: readonly string[],
): vscode.LanguageStatusItem {
  return vscode.languages.createLanguageStatusItem(
    id,
    languages.map((language) => ({ language })),
  );
}

/** Says something of the active document in the status of its language. */
export function setLanguageStatus(
  item: vscode.LanguageStatusItem,
  { name, text, detail, isWarning, spoken, command }: LanguageStatus,
): void {
  const { Information, Warning } = vscode.LanguageStatusSeverity;
  item.name = inertLine(name);
  item.text = inertLine(text);
  item.detail = inertLine(detail);
  item.accessibilityInformation = { label: inertLine(spoken) };
  item.severity = isWarning ? Warning : Information;
  item.command = { command: command.command, title: inertLine(command.title) };
}
