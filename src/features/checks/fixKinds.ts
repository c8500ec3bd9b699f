import * as vscode from 'vscode';

/** Makes the remedies of a whole note, at a command or when it is saved. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('ip4Desk');
