import * as vscode from 'vscode';
import { CITABLE_TYPE, offeredCitable } from '../../workspace/bibliographies/citableRef';
import type { Deps } from '../../workspace/deps';
import { loadPart } from '../../host/loadPart';
import { isNote } from '../../workspace/notes/noteDocuments';
import { showStatusMessage } from '../../host/surfaces/messages';
import { CITATION_KINDS, citingForms, citationTitle } from './citationEdits';

/** Passages and excerpts that are dragged from the sidebar onto a note are quoted where they are dropped. */
export class CitationDropProvider implements vscode.DocumentDropEditProvider {
  static readonly metadata: vscode.DocumentDropEditProviderMetadata = {
    providedDropEditKinds: Object.values(CITATION_KINDS),
    dropMimeTypes: [CITABLE_TYPE],
  };

  constructor(private readonly deps: Pick<Deps, 'citing' | 'desk' | 'library' | 'log'>) {}

  async provideDocumentDropEdits(
    note: vscode.TextDocument,
    at: vscode.Position,
    dataTransfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit[] | undefined> {
    const [ref, ...others] = await offeredCitable(dataTransfer);
    if (ref === undefined || !isNote(note)) {
      return undefined;
    }
    if (others.length > 0) {
      showStatusMessage(vscode.l10n.t('Drag one passage at a time.'));
      return undefined;
    }
    const { citedText } = await loadPart(
      this.deps.log,
      () => import('../../workspace/bibliographies/citedTexts'),
    );
    const cited = await citedText(this.deps, ref);
    if (cited === undefined) {
      return undefined;
    }
    const edits: vscode.DocumentDropEdit[] = [];
    for (const form of citingForms(cited)) {
      // At once, and not when one is chosen: then the editor takes no other text any more.
      const prepared = await this.deps.citing.prepare(note, at, cited, form);
      if (token.isCancellationRequested) {
        return undefined;
      }
      if (prepared !== undefined) {
        const { insertion, additional } = prepared;
        const title = citationTitle(form, cited);
        const edit = new vscode.DocumentDropEdit(insertion, title, CITATION_KINDS[form]);
        edit.additionalEdit = additional;
        edits.push(edit);
      }
    }
    return edits;
  }
}
