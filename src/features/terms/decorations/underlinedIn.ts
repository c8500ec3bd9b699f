import type * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import {
  type MarkableKind,
  markableTerm,
  markedOccurrences,
} from '../../../core/terms/markedKinds';
import type { TermUses } from '../../../core/terms/termUses';
import { noteOf } from '../../../workspace/notes/noteOf';
import type { TermScan } from '../../../workspace/terms/deskTerms';
import { underlinedSpans } from './underlinedSpans';

/** The stretches that are underlined in an open note, by the terms that were found in this version of it. */
export function underlinedIn(
  document: vscode.TextDocument,
  { terms, occurrences }: TermScan,
  uses: TermUses,
  kinds: readonly MarkableKind[],
): readonly Span[] {
  const note = noteOf(document);
  const marked = markedOccurrences(
    note.text,
    occurrences,
    (occurrence) => terms.termsAt(occurrence).map(markableTerm),
    kinds,
  );
  return underlinedSpans(note, marked, uses);
}
