import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import type { Deps } from '../../workspace/deps';
import { loadPart } from '../../host/loadPart';
import { Commands, SCHEME } from '../../host/ids';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { combined, DisposableStore, type Disposable } from '../../util/dispose';
import { registerCitekeys } from './citekeys/registerCitekeys';
import { CitationDropProvider } from './dropCitation';
import { CitationPasteProvider } from './pasteCitation';

/** Milliseconds after which bibliographies are looked at. */
const LATE_MS = 300;

/** Looks after the entries of bibliographies, from some time after the start on. */
class LateEntries extends DisposableStore {
  constructor(private readonly deps: Deps) {
    super();
    const timer = setTimeout(() => void this.load(), LATE_MS);
    this._register({ dispose: () => clearTimeout(timer) });
  }

  private async load(): Promise<void> {
    try {
      const { registerEntries } = await loadPart(
        this.deps.log,
        () => import('./entries/registerEntries'),
      );
      this._register(registerEntries(this.deps));
    } catch {
      // Logged and told of.
    }
  }
}

/** Citing in notes: by commands, by copying and pasting, and by dragging; citekeys in notes. */
export function registerCiting(deps: Deps): Disposable {
  const on = (command: string, form: CitingForm) =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const { citeInLastNote } = await loadPart(deps.log, () => import('./commands'));
      return citeInLastNote(deps, args, form);
    });
  return combined(
    registerCitekeys(deps),
    new LateEntries(deps),
    vscode.commands.registerCommand(Commands.completeEntry, async (...args: unknown[]) => {
      const { completeEntry } = await loadPart(deps.log, () => import('./entries/completeEntry'));
      return completeEntry(deps, args);
    }),
    on(Commands.insertQuotation, 'quotation'),
    on(Commands.insertBlockQuotation, 'block'),
    on(Commands.insertCitation, 'citation'),
    vscode.languages.registerDocumentPasteEditProvider(
      [...NOTE_SELECTOR, { scheme: SCHEME }],
      new CitationPasteProvider(deps),
      CitationPasteProvider.metadata,
    ),
    vscode.languages.registerDocumentDropEditProvider(
      NOTE_SELECTOR,
      new CitationDropProvider(deps),
      CitationDropProvider.metadata,
    ),
  );
}
