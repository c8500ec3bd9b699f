import * as vscode from 'vscode';
import { pageOfEntry } from '../core/packs/entryPage';
import type { KnownTerm, TermOrigin } from '../core/terms/knownTerm';
import { spanRange } from '../host/ranges';
import { showEntry } from '../host/showEntry';
import { columnFor } from '../host/viewColumns';
import type { DeskTerms } from './terms/deskTerms';
import { isTermRef } from '../host/termRef';
import { showStatusMessage } from '../host/surfaces/messages';

export type GlossaryOrigin = Extract<TermOrigin, { readonly kind: 'glossary' }>;

/** An entry in its glossary file, as the editor has the file now. */
export interface EntryPlace {
  readonly uri: vscode.Uri;
  readonly entry: vscode.Range;
  readonly name: vscode.Range;
}

/** Where a term's entry stands; `undefined` when its file cannot be opened. */
export async function placeOfGlossaryEntry({
  file,
  entry,
}: GlossaryOrigin): Promise<EntryPlace | undefined> {
  const uri = vscode.Uri.parse(file);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return {
      uri,
      entry: spanRange(document, entry.span),
      name: spanRange(document, entry.nameSpan),
    };
  } catch {
    return undefined;
  }
}

/** The command: goes to the entry of the term that a link or a tree's node names. */
export async function openGlossaryEntry(
  terms: Pick<DeskTerms, 'find'>,
  argument: unknown,
): Promise<void> {
  if (isTermRef(argument)) {
    const term = await terms.find(argument.term);
    if (term === undefined) {
      sayThatItIsGone();
    } else {
      await showTerm(term);
    }
  }
}

/** Shows where a term is explained: its entry, the name selected, or the page of a shipped one. */
export async function showTerm(
  { origin }: KnownTerm,
  { beside = false }: { readonly beside?: boolean } = {},
): Promise<void> {
  if (origin.kind === 'pack') {
    await showEntry(pageOfEntry('term', origin.term), { beside });
    return;
  }
  const place = await placeOfGlossaryEntry(origin);
  if (!place) {
    sayThatItIsGone();
    return;
  }
  const editor = await vscode.window.showTextDocument(place.uri, {
    selection: place.name,
    viewColumn: columnFor(beside),
  });
  editor.revealRange(place.name, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function sayThatItIsGone(): void {
  showStatusMessage(vscode.l10n.t('The entry is not in its glossary any more.'));
}
