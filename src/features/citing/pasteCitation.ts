import * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';
import {
  CITABLE_TYPE,
  offerCitable,
  offeredCitable,
} from '../../workspace/bibliographies/citableRef';
import type { Deps } from '../../workspace/deps';
import { loadPart } from '../../host/loadPart';
import { isNote } from '../../workspace/notes/noteDocuments';
import { rangeSpan } from '../../host/ranges';
import { sourceOfUri } from '../../host/uris';
import { CITATION_KINDS, citingForms, PLAIN_TEXT_KIND, citationTitle } from './citationEdits';

/** What the editor hands back when the edit is chosen. */
class CitationPasteEdit extends vscode.DocumentPasteEdit {
  constructor(
    text: string,
    readonly note: vscode.TextDocument,
    readonly at: vscode.Position,
    readonly cited: CitedText,
    readonly form: CitingForm,
  ) {
    super(text, citationTitle(form, cited), CITATION_KINDS[form]);
    this.yieldTo = [PLAIN_TEXT_KIND];
  }
}

/**
 * Words that are copied in the page of a source, or by our commands, can be pasted into a note as a
 * quotation or with nothing but their citation. What is pasted without further ado is the words.
 */
export class CitationPasteProvider implements vscode.DocumentPasteEditProvider<CitationPasteEdit> {
  static readonly metadata: vscode.DocumentPasteProviderMetadata = {
    providedPasteEditKinds: Object.values(CITATION_KINDS),
    copyMimeTypes: [CITABLE_TYPE],
    pasteMimeTypes: [CITABLE_TYPE, 'text/plain'],
  };

  constructor(
    private readonly deps: Pick<Deps, 'citing' | 'desk' | 'lastCopy' | 'library' | 'log'>,
  ) {}

  prepareDocumentPaste(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
  ): void {
    const source = sourceOfUri(document.uri);
    const [range, ...others] = ranges;
    if (source !== undefined && range !== undefined && others.length === 0) {
      offerCitable(dataTransfer, [{ source, selection: rangeSpan(document, range) }]);
    }
  }

  async provideDocumentPasteEdits(
    note: vscode.TextDocument,
    [range, ...others]: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<CitationPasteEdit[] | undefined> {
    // With several cursors, each would get the same mark of the same footnote.
    if (range === undefined || others.length > 0 || !isNote(note)) {
      return undefined;
    }
    const text = (await dataTransfer.get('text/plain')?.asString()) ?? '';
    const cited = await this.citedText(text, dataTransfer);
    if (cited === undefined || token.isCancellationRequested) {
      return undefined;
    }
    return citingForms(cited).map(
      (form) => new CitationPasteEdit(text, note, range.start, cited, form),
    );
  }

  async resolveDocumentPasteEdit(
    edit: CitationPasteEdit,
    token: vscode.CancellationToken,
  ): Promise<CitationPasteEdit> {
    const { note, at, cited, form } = edit;
    const prepared = await this.deps.citing.prepare(note, at, cited, form);
    if (prepared !== undefined && !token.isCancellationRequested) {
      edit.insertText = prepared.insertion;
      edit.additionalEdit = prepared.additional;
    }
    return edit;
  }

  /** The one thing that was copied; `undefined` when it is several, or says something else by now. */
  private async citedText(
    text: string,
    dataTransfer: vscode.DataTransfer,
  ): Promise<CitedText | undefined> {
    const copied = await offeredCitable(dataTransfer);
    const [ref, ...others] = copied.length > 0 ? copied : this.deps.lastCopy.refsOf(text);
    if (ref === undefined || others.length > 0) {
      return undefined;
    }
    const { citedText } = await loadPart(
      this.deps.log,
      () => import('../../workspace/bibliographies/citedTexts'),
    );
    const cited = await citedText(this.deps, ref);
    const isSame = copied.length === 0 || sameWords(cited?.text ?? '', text);
    return isSame ? cited : undefined;
  }
}

function sameWords(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
