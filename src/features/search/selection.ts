import { plainProse } from '../../core/note/prose';
import type * as vscode from 'vscode';
import type { KnownTerm } from '../../core/terms/knownTerm';
import type { DeskTerms } from '../../workspace/terms/deskTerms';
import { termsAt } from '../../workspace/terms/termsAt';
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
 * at the cursor, nearest first. Empty when it is no term.
 */
export async function selectedTerms(
  { document, selection }: vscode.TextEditor,
  terms: Pick<DeskTerms, 'inNote' | 'scan'>,
): Promise<readonly KnownTerm[]> {
  if (selection.isEmpty) {
    return (await termsAt(terms, document, selection.active))?.terms ?? [];
  }
  const text = document.getText(selection).trim();
  const set = await terms.inNote(document);
  const [first] = set.automaton.occurrences(plainProse(text));
  return first?.start === 0 && first.end === text.length ? set.termsAt(first) : [];
}
