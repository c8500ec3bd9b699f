import * as vscode from 'vscode';

/**
 * How many characters must have been typed for terms to be suggested. Two where a list may open by
 * itself: nobody wants one at every "a". The editor does not tell such a list from one that was
 * asked for, but it opens none where quick suggestions are off, as they are in Markdown by default.
 *
 * One suffices as well where it opens a list of the document's words at the first letter anyway: as
 * long as that list is open, those who are not in it are not asked again.
 */
export function leastTyped(document: vscode.TextDocument): number {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const opensByItself = isOn(editor.get('quickSuggestions'));
  const offersWords = isOn(editor.get('wordBasedSuggestions'));
  return opensByItself && !offersWords ? 2 : 1;
}

/** Both settings have been a boolean once, and one of them may differ for comments, strings and the rest. */
function isOn(setting: unknown): boolean {
  const value =
    typeof setting === 'object' && setting !== null && 'other' in setting ? setting.other : setting;
  return value !== false && value !== 'off';
}
