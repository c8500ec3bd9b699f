import type * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { styleFor } from '../../core/citation/citeInNote';
import { sentencePlace } from '../../core/citation/sentencePlace';
import { readStretch, sentenceAt } from '../../core/note/sentenceAt';
import { citingSettings } from '../../host/config';
import { rangeSpan } from '../../host/ranges';
import { noteOf } from '../../workspace/notes/noteOf';

/** The sentence that evidence is sought for. */
export interface AskedSentence {
  /** As it is read, on one line. */
  readonly text: string;
  /** Where its evidence goes; undefined when the text has changed since. */
  placeFor(form: CitingForm): vscode.Position | undefined;
}

/** What is selected, or else the sentence at the cursor; undefined when there is none. */
export function askedSentence({
  document,
  selection,
}: Pick<vscode.TextEditor, 'document' | 'selection'>): AskedSentence | undefined {
  const note = noteOf(document);
  const found = selection.isEmpty
    ? sentenceAt(note, document.offsetAt(selection.active))
    : readStretch(note, rangeSpan(document, selection));
  const { version } = document;
  return (
    found && {
      text: found.text,
      placeFor: (form) => {
        const style = styleFor(citingSettings(document).style, note);
        const at = sentencePlace(note, found.span, form, style);
        return document.version === version ? document.positionAt(at) : undefined;
      },
    }
  );
}
