import * as vscode from 'vscode';
import { markedKinds, termsInPreview } from '../../../host/config';
import type { Deps } from '../../../workspace/deps';
import { NOTEBOOK_RENDERER } from '../../../host/ids';
import type { CellTerms } from '../../../notebook/messages';
import { DisposableStore } from '../../../util/dispose';
import { explanationOf } from './explanationOf';
import { onDidChangePreview } from './onDidChangePreview';

/** Hands the terms to the renderers of Markdown cells: to each when it is ready, and at each change. */
export class CellTermsSender extends DisposableStore {
  private readonly messaging = vscode.notebooks.createRendererMessaging(NOTEBOOK_RENDERER);
  /** The notebooks whose renderer has asked, with a mark of the answer that is under way or sent. */
  private readonly answers = new Map<vscode.NotebookEditor, symbol>();

  constructor(private readonly deps: Pick<Deps, 'terms' | 'log'>) {
    super();
    // The only message that there is says that a renderer is ready.
    this._register(this.messaging.onDidReceiveMessage(({ editor }) => this.answer(editor)));
    this._register(
      onDidChangePreview(deps, () => [...this.answers.keys()].forEach((one) => this.answer(one))),
    );
    this._register(
      vscode.workspace.onDidCloseNotebookDocument((notebook) => {
        for (const editor of this.answers.keys()) {
          if (editor.notebook === notebook) {
            this.answers.delete(editor);
          }
        }
      }),
    );
  }

  private answer(editor: vscode.NotebookEditor): void {
    const answer = Symbol();
    this.answers.set(editor, answer);
    this.termsIn(editor.notebook)
      .then(async (terms) => {
        if (this.answers.get(editor) !== answer || this.isDisposed) {
          return;
        }
        const isTaken = await this.messaging.postMessage(terms, editor);
        // Nobody shows the notebook any more; whoever does next asks anew.
        if (!isTaken && this.answers.get(editor) === answer) {
          this.answers.delete(editor);
        }
      })
      .catch((error: unknown) =>
        this.deps.log.error(`Terms could not be sent to a notebook: ${String(error)}`),
      );
  }

  /** Notebooks have no front matter that would name glossaries: their place alone counts. */
  private async termsIn({ uri, version }: vscode.NotebookDocument): Promise<CellTerms> {
    const note = { uri, languageId: 'markdown', version, getText: () => '' };
    const uses = termsInPreview(note);
    const terms = uses === 'off' ? [] : (await this.deps.terms.inNote(note)).terms;
    return {
      kind: 'terms',
      uses,
      kinds: markedKinds(note),
      terms: terms.map((term) => {
        const { id, kind, abbreviation, aliases, case: casing, near, not, origin } = term;
        return {
          id,
          kind,
          ...(abbreviation !== undefined && { abbreviation }),
          ...(aliases && { aliases }),
          ...(casing && { case: casing }),
          ...(near && { near }),
          ...(not && { not }),
          ...explanationOf(term),
          isOwn: origin.kind === 'glossary',
        };
      }),
    };
  }
}
