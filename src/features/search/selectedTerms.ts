import type * as vscode from 'vscode';
import { plainProse } from '../../core/note/prose';
import type { KnownTerm } from '../../core/terms/knownTerm';
import { phraseSpan } from '../../core/text/phraseSpan';
import type { DeskTerms } from '../../workspace/terms/deskTerms';
import { termsAt } from '../../workspace/terms/termsAt';

/**
 * The terms whose wording is exactly what is selected, marks around it left out, or else stands
 * at the cursor, nearest first. Empty when it is no term.
 */
export async function selectedTerms(
  { document, selection }: vscode.TextEditor,
  terms: Pick<DeskTerms, 'inNote' | 'scan'>,
): Promise<readonly KnownTerm[]> {
  if (selection.isEmpty) {
    return (await termsAt(terms, document, selection.active))?.terms ?? [];
  }
  const selected = document.getText(selection);
  const { start, end } = phraseSpan(selected);
  const text = selected.slice(start, end);
  const set = await terms.inNote(document);
  const [first] = set.automaton.occurrences(plainProse(text));
  return first?.start === 0 && first.end === text.length ? set.termsAt(first) : [];
}
