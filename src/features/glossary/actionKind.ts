import * as vscode from 'vscode';

/** Among the refactorings, since it takes text out of the note; never a quick fix, since nothing is wrong. */
export const KIND = vscode.CodeActionKind.RefactorExtract.append('glossaryTerm');
