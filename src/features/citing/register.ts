import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import type { Deps } from '../../workspace/deps';
import { Commands, NOTE_LANGUAGES, SCHEME } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { registerCitekeys } from './citekeys/registerCitekeys';
import { citeInLastNote } from './commands';
import { CitationDropProvider } from './dropCitation';
import { CitationPasteProvider } from './pasteCitation';

/** Citing in notes: by commands, by copying and pasting, and by dragging; citekeys in notes. */
export function registerCiting(deps: Deps): Disposable {
  const on = (command: string, form: CitingForm) =>
    vscode.commands.registerCommand(command, (...args: unknown[]) =>
      citeInLastNote(deps, args, form),
    );
  const notes = NOTE_LANGUAGES.map((language) => ({ language }));
  return combined(
    registerCitekeys(deps),
    on(Commands.insertQuotation, 'quotation'),
    on(Commands.insertBlockQuotation, 'block'),
    on(Commands.insertCitation, 'citation'),
    vscode.languages.registerDocumentPasteEditProvider(
      [...notes, { scheme: SCHEME }],
      new CitationPasteProvider(deps),
      CitationPasteProvider.metadata,
    ),
    vscode.languages.registerDocumentDropEditProvider(
      notes,
      new CitationDropProvider(deps),
      CitationDropProvider.metadata,
    ),
  );
}
