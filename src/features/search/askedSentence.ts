import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { styleFor } from '../../core/citation/citeInNote';
import { sentencePlace } from '../../core/citation/sentencePlace';
import { readStretch, sentenceAt } from '../../core/note/sentenceAt';
import { citingSettings } from '../../host/config';
import { rangeSpan } from '../../host/ranges';
import { noteOf } from '../../workspace/notes/noteOf';
import type { PaletteOptions } from './paletteInput';
import { cutEnd } from './lines';

/** UTF-16 units of a sentence that the input has room for. */
const SENTENCE_WIDTH = 60;

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

/** What the palette says while it shows evidence. */
export function evidenceOptions(evidenceFor: AskedSentence): PaletteOptions {
  return {
    query: '',
    evidenceFor,
    title: vscode.l10n.t('IP4 Desk: Evidence'),
    placeholder: vscode.l10n.t(
      'Narrow the evidence for “{0}”',
      cutEnd(evidenceFor.text, SENTENCE_WIDTH),
    ),
  };
}
