import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model';
import { editBetween, moveChecks } from '../../core/quotes/movedChecks';
import type { QuoteCheck } from '../../core/quotes/quoteCheck';
import { setContextKey } from '../../host/contextKeys';
import type { Deps } from '../../workspace/deps';
import { readFileText } from '../../host/fileText';
import { ContextKeys } from '../../host/ids';
import type { Observed } from '../../workspace/folderWatcher';
import type { CheckedNote } from '../../workspace/quotes/noteQuotes';
import { areOutdated, sourceStates } from '../../workspace/quotes/sourceStates';
import { DisposableStore } from '../../util/dispose';

/** What has changed since a note was checked; `nothing` while what was found holds. */
export type Staleness = 'nothing' | 'note' | 'sources';

/** What is known of the quotations of one note. Immutable: a change makes another. */
export interface NoteResults {
  readonly checked: CheckedNote;
  /** The note as it is now: offsets are into it. */
  readonly text: string;
  /** Without those of quotations that were edited since. */
  readonly checks: readonly QuoteCheck[];
  readonly changed: Staleness;
}

/**
 * What checks of quotations have found, by note, for as long as nobody clears it. Goes with the
 * words when a note is edited, and tells when it may hold no more.
 */
export class QuoteResults extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Something else is known of that note, or nothing any more. */
  readonly onDidChange = this.changed.event;

  /** By the address of the note. */
  private readonly results = new Map<string, NoteResults>();

  constructor(private readonly deps: Pick<Deps, 'library' | 'bibliographies' | 'notes'>) {
    super();
    const { workspace } = vscode;
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // The text of a long note is not put together at each key for nothing.
        if (contentChanges.length > 0 && this.of(document.uri) !== undefined) {
          this.follow(document.uri, document.getText(), contentChanges.map(editOf));
        }
      }),
    );
    this._register(
      workspace.onDidOpenTextDocument((document) => {
        if (this.of(document.uri) !== undefined) {
          this.compare(document.uri, document.getText());
        }
      }),
    );
    this._register(
      workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        // A file can be looked at again, and what was found in it is still to be seen in Problems.
        if (isUntitled) {
          this.delete(uri);
        }
      }),
    );
    this._register(deps.library.onDidChangeContents(() => this.lookAtSources()));
    this._register(deps.library.onDidChange(() => this.lookAtSources()));
    this._register(deps.bibliographies.onDidChange(() => this.outdateAll()));
    this._register(deps.notes.onDidChange((observed) => this.lookAtFiles(observed)));
  }

  /** In the order of their addresses. */
  get all(): readonly NoteResults[] {
    return [...this.results]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, each]) => each);
  }

  of(note: vscode.Uri): NoteResults | undefined {
    return this.results.get(note.toString());
  }

  /**
   * Keeps what a check has found in place of what was known before.
   * @param text the note as it is now, which may have been edited during the check
   */
  set(checked: CheckedNote, text = checked.text): void {
    // Those that no editor has open are followed, too.
    this.deps.notes.watch();
    this.put({ checked, text: checked.text, checks: checked.checks, changed: 'nothing' });
    this.compare(checked.uri, text);
    this.lookAtSources();
  }

  delete(note: vscode.Uri): void {
    if (this.results.delete(note.toString())) {
      this.announce(note);
    }
  }

  clear(): void {
    this.all.forEach(({ checked }) => this.delete(checked.uri));
  }

  /** A note that was edited where nobody has seen it. */
  private compare(note: vscode.Uri, text: string): void {
    const known = this.of(note);
    if (known !== undefined && known.text !== text) {
      this.follow(note, text, [editBetween(known.text, text)]);
    }
  }

  private follow(note: vscode.Uri, text: string, edits: readonly TextEdit[]): void {
    const known = this.of(note);
    if (known === undefined) {
      return;
    }
    const { checked } = known;
    // As when all that was edited is undone.
    const isSame = text === checked.text;
    const changed = isSame ? (this.sourcesChanged(known) ? 'sources' : 'nothing') : 'note';
    this.put({
      checked,
      text,
      checks: isSame ? checked.checks : edits.reduce(moveChecks, known.checks),
      changed,
    });
  }

  private lookAtSources(): void {
    for (const known of this.results.values()) {
      if (known.changed === 'nothing' && this.sourcesChanged(known)) {
        this.put({ ...known, changed: 'sources' });
      }
    }
  }

  private sourcesChanged({ checked, checks }: NoteResults): boolean {
    return areOutdated(checks, checked.sources, sourceStates(this.deps.library));
  }

  /** Which sources citations mean is said by bibliographies. */
  private outdateAll(): void {
    for (const known of this.results.values()) {
      if (known.changed === 'nothing' && known.checks.some(({ citation }) => citation)) {
        this.put({ ...known, changed: 'sources' });
      }
    }
  }

  private put(results: NoteResults): void {
    const { uri } = results.checked;
    this.results.set(uri.toString(), results);
    this.announce(uri);
  }

  private announce(note: vscode.Uri): void {
    setContextKey(ContextKeys.hasQuotationResults, this.results.size > 0);
    this.changed.fire(note);
  }

  private lookAtFiles(observed: Observed): void {
    for (const [address, { checked }] of this.results) {
      const hasFile = checked.uri.scheme !== 'untitled';
      if (hasFile && (observed === 'everything' || observed.has(address))) {
        void this.look(checked.uri);
      }
    }
  }

  private async look(file: vscode.Uri): Promise<void> {
    const isOpen = () =>
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
    try {
      if (isOpen()) {
        // It may be open still although its file is gone.
        await vscode.workspace.fs.stat(file);
        return;
      }
      const text = await readFileText(file);
      if (!isOpen()) {
        this.compare(file, text);
      }
    } catch {
      this.delete(file);
    }
  }
}

function editOf({
  rangeOffset,
  rangeLength,
  text,
}: vscode.TextDocumentContentChangeEvent): TextEdit {
  return { start: rangeOffset, end: rangeOffset + rangeLength, text };
}
