import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { citedTexts } from '../../workspace/bibliographies/citedTexts';
import { insertTexts } from '../../workspace/bibliographies/insertTexts';
import { openNoteForCitation } from '../../workspace/bibliographies/openNote';
import type { Deps } from '../../workspace/deps';
import { showStatusMessage } from '../../host/surfaces/messages';

/**
 * Cites what a command's arguments mean in the note that was written in last. Of a page, what is
 * selected, or else the passage at the caret; where that is in none, only the document can be cited.
 */
export async function citeInLastNote(
  deps: Pick<Deps, 'citing' | 'desk' | 'library' | 'log' | 'targets'>,
  args: readonly unknown[],
  form: CitingForm,
): Promise<void> {
  const texts = (await citedTexts(deps, args)).filter(
    ({ text, isDigest }) => form === 'citation' || text.trim() !== '' || isDigest === true,
  );
  if (texts.length === 0) {
    showStatusMessage(vscode.l10n.t('Select a passage or an entry with a source first.'));
    return;
  }
  const editor = deps.citing.lastNote ?? (await openNoteForCitation());
  if (editor !== undefined) {
    await insertTexts(deps.citing, editor, texts, form);
  }
}
