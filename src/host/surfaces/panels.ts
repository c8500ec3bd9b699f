import * as vscode from 'vscode';
import type { Html } from './html';
import { plainLine } from './inertText';

/** A page beside the notes that runs no scripts and loads nothing. */
export interface PanelOptions {
  readonly viewType: string;
  readonly title: string;
  readonly viewColumn: vscode.ViewColumn;
  /** What its links may run, and nothing else. */
  readonly commands: readonly string[];
}

/** Opens an empty page in an editor's place, in which words can be found. */
export function createPanel({
  viewType,
  title,
  viewColumn,
  commands,
}: PanelOptions): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, plainLine(title), viewColumn, {
    enableScripts: false,
    enableForms: false,
    enableCommandUris: commands,
    enableFindWidget: true,
    localResourceRoots: [],
    // It stays where it was scrolled to while another tab is in front.
    retainContextWhenHidden: true,
  });
}

/** Shows something in such a page in place of what it shows. */
export function showInPanel({ webview }: vscode.WebviewPanel, page: Html): void {
  webview.html = page.toString();
}
