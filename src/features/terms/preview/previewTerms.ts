import * as vscode from 'vscode';
import type { MarkedTerms } from '../../../core/preview/markTerms';
import { markedKinds, termsInPreview } from '../../../host/config';
import type { Deps } from '../../../workspace/deps';
import { SCHEME } from '../../../host/ids';
import type { NoteText } from '../../../workspace/notes/noteDocuments';
import { DisposableStore } from '../../../util/dispose';
import { loadPart } from '../../../host/loadPart';
import { onDidChangePreview } from './onDidChangePreview';

/** The terms of the notes that VS Code previews, which are rendered again when those change. */
export class PreviewTerms extends DisposableStore {
  /** Something was rendered that may look different by now. */
  private isRendered = false;

  /** What tells which terms are marked; loaded at the first preview. */
  private part: typeof import('./renderedTerms') | undefined;

  constructor(private readonly deps: Pick<Deps, 'terms' | 'log'>) {
    super();
    this._register(onDidChangePreview(deps, () => this.refresh()));
  }

  /**
   * What to mark in the document that is rendered, at once; `undefined` for nothing, as long as the
   * terms or this part are being loaded, too. A text that is no document belongs to no place in which terms would
   * hold; our own pages have links of their own.
   *
   * @param env what VS Code hands to the renderer; `currentDocument` is the document's address
   */
  termsOf(env: unknown): MarkedTerms | undefined {
    const uri = (env as { readonly currentDocument?: unknown } | undefined)?.currentDocument;
    if (!(uri instanceof vscode.Uri) || uri.scheme === SCHEME || this.isDisposed) {
      return undefined;
    }
    this.isRendered = true;
    const note = noteAt(uri);
    const uses = termsInPreview(note);
    if (uses === 'off') {
      return undefined;
    }
    const terms = this.deps.terms.known(note);
    if (this.part === undefined) {
      this.load();
      return undefined;
    }
    return terms && this.part.renderedTerms(terms, uses, markedKinds(note));
  }

  private load(): void {
    loadPart(this.deps.log, () => import('./renderedTerms')).then(
      (part) => {
        this.part = part;
        this.refresh();
      },
      () => {
        // Logged and told of.
      },
    );
  }

  private refresh(): void {
    if (!this.isRendered) {
      return;
    }
    this.isRendered = false;
    vscode.commands
      .executeCommand('markdown.preview.refresh')
      .then(undefined, (error: unknown) =>
        this.deps.log.error(`The Markdown preview could not be refreshed: ${String(error)}`),
      );
  }
}

/** The document is open while VS Code previews it; otherwise nothing but its place is known. */
function noteAt(uri: vscode.Uri): NoteText {
  const address = uri.toString();
  return (
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === address) ?? {
      uri,
      languageId: 'markdown',
      version: 0,
      getText: () => '',
    }
  );
}
