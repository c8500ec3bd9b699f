import type * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';
import type { Citing, InsertOptions } from './citing';

/** Puts texts into a note one behind the other, each with its citation, until one cannot be. */
export async function insertTexts(
  citing: Pick<Citing, 'insert'>,
  editor: vscode.TextEditor,
  texts: readonly CitedText[],
  form: CitingForm,
  options?: InsertOptions,
): Promise<void> {
  for (const text of texts) {
    // A further source of words that stand there already has none of its own.
    const isMarkAlone = text.isDigest === true && text.text === '';
    if (!(await citing.insert(editor, text, isMarkAlone ? 'citation' : form, options))) {
      return;
    }
  }
}
