import type * as vscode from 'vscode';
import type { Html } from './html';

/**
 * Shows a page in a webview that may run scripts and load files from `folder`; its own content
 * security policy has to say which.
 */
export function showPage(webview: vscode.Webview, page: Html, folder: vscode.Uri): void {
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = page.toString();
}
