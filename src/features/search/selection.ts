import type * as vscode from 'vscode';
import { queryOfSelection } from './queryEdit';

/** A word as prose has it: unlike the editor's own, with hyphens and apostrophes inside. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011'\u2019][\p{L}\p{M}\p{N}]+)*/u;

/** What is selected, or the word at the cursor, as a query; empty when there is neither. */
export function selectionQuery({ document, selection }: vscode.TextEditor): string {
  const range = selection.isEmpty
    ? document.getWordRangeAtPosition(selection.active, WORD)
    : selection;
  return range === undefined ? '' : queryOfSelection(document.getText(range));
}
