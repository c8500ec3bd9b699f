import type * as vscode from 'vscode';
import type { TermId } from '../../core/model';
import type { TermAutomaton } from '../../core/terms/automaton';
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

/**
 * The terms whose wording is exactly what is selected, blanks around it left out, or else stands
 * at the cursor. Empty when it is no term.
 */
export function selectedTerms(
  { document, selection }: vscode.TextEditor,
  automaton: TermAutomaton,
): readonly TermId[] {
  if (selection.isEmpty) {
    const offset = document.offsetAt(selection.active);
    return automaton.occurrenceAt(document.getText(), document.languageId, offset)?.terms ?? [];
  }
  const text = document.getText(selection).trim();
  const [first] = automaton.occurrences(text, 'plaintext');
  return first?.start === 0 && first.end === text.length ? first.terms : [];
}
