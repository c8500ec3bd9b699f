import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model';
import type { ReadyRemedy } from '../../core/ready/readyRemedies';
import { Commands } from '../../host/ids';
import { spanRange } from '../../host/ranges';
import { showStatusMessage } from '../../host/surfaces/messages';
import { columnOfTab } from '../../host/viewColumns';
import type { Deps } from '../../workspace/deps';
import { citationEdit } from '../../workspace/quotes/citeQuotation';
import type { ReadyPlace } from './readyTree';

/** Makes remedies. Each is one step to undo. */
export class ReadyFixes {
  constructor(private readonly deps: Pick<Deps, 'library' | 'citing'>) {}

  /**
   * @param document the note of the place, as it was when it was looked at
   * @returns whether somebody is to go on writing in the note
   */
  async make(
    document: vscode.TextDocument,
    { item }: ReadyPlace,
    { does }: ReadyRemedy,
  ): Promise<'done' | 'writing'> {
    if ('edits' in does) {
      await makeEdits(document, does.edits);
      if ('caret' in does) {
        await showAt(document, { start: does.caret, end: does.caret });
        return 'writing';
      }
    } else if ('cites' in does) {
      const edit =
        item.about === 'quotation'
          ? await citationEdit(this.deps, document, item.check, does.cites)
          : undefined;
      await apply(edit);
    } else {
      if ('evidenceAt' in does) {
        // The sentence at the caret is the one that evidence is sought for.
        await showAt(document, { start: does.evidenceAt, end: does.evidenceAt });
      }
      await runDeed(does);
    }
    return 'done';
  }
}

/** Makes edits of a note, which need not be seen. */
export async function makeEdits(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((one) => new vscode.TextEdit(spanRange(document, one), one.text)),
  );
  await apply(edit);
}

/** Shows a place of a note where the note is open, or else in the active group. */
export async function showAt(
  document: vscode.TextDocument,
  span: { readonly start: number; readonly end: number },
): Promise<void> {
  const selection = spanRange(document, span);
  const cell = vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find(({ document: one }) => one.uri.toString() === document.uri.toString());
  if (cell !== undefined) {
    await vscode.window.showNotebookDocument(cell.notebook, {
      selections: [new vscode.NotebookRange(cell.index, cell.index + 1)],
    });
    return;
  }
  await vscode.window.showTextDocument(document, {
    viewColumn: columnOfTab(document.uri) ?? vscode.ViewColumn.Active,
    selection,
  });
}

async function apply(edit: vscode.WorkspaceEdit | undefined): Promise<void> {
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
    showStatusMessage(vscode.l10n.t('This could not be changed.'));
  }
}

type Deed = Exclude<ReadyRemedy['does'], { readonly edits: unknown } | { readonly cites: unknown }>;

async function runDeed(does: Deed): Promise<void> {
  const run = (command: string, ...args: readonly unknown[]) =>
    vscode.commands.executeCommand(command, ...args);
  if ('opens' in does) {
    const { source, passage } = does.opens;
    await run(Commands.openPassage, { source, passage: passage.id }, { beside: true });
  } else if ('completes' in does) {
    await run(Commands.completeEntry, does.completes.file, does.completes.citekey);
  } else if ('defines' in does) {
    await run(Commands.addToGlossary, { name: does.defines });
  } else if ('knows' in does) {
    await run(Commands.treatAsCommonAcronym, does.knows);
  } else if ('evidenceAt' in does) {
    await run(Commands.findEvidence);
  } else {
    await run(Commands.addSources);
  }
}
