import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { isNotePlace, type NotePlace } from '../../host/notePlace';
import { citedTexts } from '../../workspace/bibliographies/citedTexts';
import { insertTexts } from '../../workspace/bibliographies/insertTexts';
import { isNoteEditor } from '../../workspace/bibliographies/lastNote';
import { openNoteForCitation } from '../../workspace/bibliographies/openNote';
import type { Deps } from '../../workspace/deps';
import { tellNothingRead } from '../../workspace/library/tellNothingRead';
import { isFromReader } from '../../workspace/targets';
import { showStatusMessage } from '../../host/surfaces/messages';

/**
 * Cites what a command's arguments mean in the note that was written in last, or at the place in a
 * note that the second argument names, where there is room for one citation. Of a page, what is
 * selected, or else the passage at the caret; where that is in none, only the document can be cited.
 * The reader of a PDF keeps the focus, so that one can read on.
 */
export async function citeInLastNote(
  deps: Pick<Deps, 'citing' | 'desk' | 'library' | 'log' | 'targets'>,
  args: readonly unknown[],
  form: CitingForm,
): Promise<void> {
  const texts = (await citedTexts(deps, args)).filter(
    ({ text, isDigest }) => form === 'citation' || text.trim() !== '' || isDigest === true,
  );
  const keepsFocus = isFromReader(args);
  if (texts.length === 0 && keepsFocus) {
    await tellNothingRead(deps.targets, args);
    return;
  }
  if (texts.length === 0) {
    showStatusMessage(vscode.l10n.t('Select a passage or an entry with a source first.'));
    return;
  }
  const [, place] = args;
  if (isNotePlace(place)) {
    const note = noteAt(place);
    if (note !== undefined) {
      await insertTexts(deps.citing, note, texts.slice(0, 1), form);
    }
    return;
  }
  const editor = deps.citing.lastNote ?? (await openNoteForCitation());
  if (editor !== undefined) {
    await insertTexts(deps.citing, editor, texts, form, { keepsFocus });
  }
}

/** The editor that shows a note, its caret at the place; undefined when no writable one does. */
function noteAt({ note, line, character }: NotePlace): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shows = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.toString() === note && isNoteEditor(editor);
  const editor = shows(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(shows);
  if (editor !== undefined) {
    const caret = editor.document.validatePosition(new vscode.Position(line, character));
    editor.selection = new vscode.Selection(caret, caret);
  }
  return editor;
}
