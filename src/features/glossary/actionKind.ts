import * as vscode from 'vscode';

/**
 * A refactoring, so that “Refactor…” offers it, but none that extracts: the note stays as it is.
 * Never a quick fix, since nothing is wrong.
 */
export const KIND = vscode.CodeActionKind.Refactor.append('glossaryTerm');
