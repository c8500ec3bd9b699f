import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { isNoteEditor } from '../../workspace/bibliographies/lastNote';
import { insertTexts } from '../../workspace/bibliographies/insertTexts';
import { openNoteForCitation } from '../../workspace/bibliographies/openNote';
import type { Deps } from '../../workspace/deps';
import { canInsertInto, insertAtCursors } from '../../host/insertText';
import { showStatusMessage, showWarning } from '../../host/surfaces/messages';
import type { AskedSentence } from './askedSentence';
import type { HitActions, HitRow, QuotedExtent } from './hitActions';
import { nameOfRow } from './paletteRow';
import type { InsertionTarget } from './paletteItems';

/**
 * Puts hits into what was being written when the palette was opened. A note gets a quotation or a
 * citation as it cites; any other text gets plain text. From where nothing can be written, such as
 * the page of a source, they go into the note that was written in last.
 */
export class HitInsertion {
  readonly target: InsertionTarget;

  /**
   * @param editor the text editor that was active when the palette was opened
   * @param evidenceFor the sentence in it that hits are put behind; they go to the cursor when absent
   */
  constructor(
    private readonly deps: Pick<Deps, 'citing'>,
    private readonly actions: HitActions,
    editor: vscode.TextEditor | undefined,
    private readonly evidenceFor?: AskedSentence,
  ) {
    if (editor !== undefined && canInsertInto(editor)) {
      this.target = isNoteEditor(editor) ? 'note' : 'text';
    } else {
      this.target = deps.citing.lastNote === undefined ? 'nothing' : 'note';
    }
  }

  /** @param editor the one that was active when the palette was opened, as it is shown now */
  async insert(
    row: HitRow,
    form: CitingForm,
    extent: QuotedExtent,
    editor: vscode.TextEditor | undefined,
  ): Promise<void> {
    const place = this.evidenceFor?.placeFor(form);
    if (editor !== undefined && place !== undefined && canInsertInto(editor)) {
      editor.selection = new vscode.Selection(place, place);
    }
    if (this.target === 'text') {
      await this.insertText(row, extent, editor);
      return;
    }
    const cited = await this.actions.cite(row, extent);
    if (cited.length === 0 && (form === 'citation' || row.type === 'term')) {
      showStatusMessage(vscode.l10n.t('“{0}” has no source to cite.', nameOfRow(row)));
      return;
    }
    const note = await this.noteFor(editor);
    if (note === undefined) {
      return;
    }
    if (cited.length === 0) {
      await this.insertText(row, extent, note);
    } else {
      await insertTexts(this.deps.citing, note, cited, form);
    }
  }

  private async noteFor(
    editor: vscode.TextEditor | undefined,
  ): Promise<vscode.TextEditor | undefined> {
    return editor !== undefined && isNoteEditor(editor)
      ? editor
      : (this.deps.citing.lastNote ?? openNoteForCitation());
  }

  private async insertText(
    row: HitRow,
    extent: QuotedExtent,
    editor: vscode.TextEditor | undefined,
  ): Promise<void> {
    const quote = await this.actions.quote(row, extent);
    if (editor === undefined || quote === undefined) {
      return;
    }
    if (!(await insertAtCursors(editor, quote))) {
      void showWarning(
        vscode.l10n.t('“{0}” could not be inserted: the editor is read-only.', nameOfRow(row)),
      );
    } else if (editor.viewColumn !== undefined) {
      await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    }
  }
}
