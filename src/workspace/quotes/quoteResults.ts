import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model';
import { Note } from '../../core/note/note';
import { editBetween } from '../../core/quotes/movedChecks';
import type { QuoteCheck } from '../../core/quotes/quoteCheck';
import { checksAfter, claimsOf, NO_CLAIMS, type QuoteClaims } from '../../core/quotes/quoteClaims';
import { setContextKey } from '../../host/contextKeys';
import type { Deps } from '../deps';
import { readFileText } from '../../host/fileText';
import { ContextKeys } from '../../host/ids';
import type { Observed } from '../folderWatcher';
import type { CheckedNote } from './noteQuotes';
import { noteOf } from '../notes/noteOf';
import { areSameEntries } from './citedEntries';
import { outdatedChecks, sourceStates, type SourceStates } from './sourceStates';
import { DisposableStore } from '../../util/dispose';
import { isInOrder } from '../../core/quotes/findings';

/** What has changed since a note was checked; `nothing` while what was found holds. */
export type Staleness = 'nothing' | 'note' | 'sources';

/** What is known of the quotations of one note. Immutable: a change makes another. */
export interface NoteResults {
  readonly checked: CheckedNote;
  /** The note as it is now: offsets are into it. */
  readonly text: string;
  /** Without those of quotations that were edited since. */
  readonly checks: readonly QuoteCheck[];
  /** What the note claims as it is now. */
  readonly claims: QuoteClaims;
  readonly changed: Staleness;
  /** Whether bibliographies say otherwise of what it cites than when it was checked. */
  readonly hasOtherEntries: boolean;
}

/** UTF-16 units. In longer notes "verbatim" is given up at the first edit: they take long to read at each key. */
const LONGEST_FOLLOWED = 200_000;

/**
 * What checks of quotations have found, by note, for as long as nobody clears it. Goes with the
 * words when a note is edited, and tells when it may hold no more.
 */
export class QuoteResults extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Something else is known of that note, or nothing any more. */
  readonly onDidChange = this.changed.event;

  private readonly changedSources = this._register(new vscode.EventEmitter<void>());
  /** Sources have changed, so that fewer quotations may be in order. */
  readonly onDidChangeSources = this.changedSources.event;

  /** Of the library as it is now, once somebody has asked. */
  private states: SourceStates | undefined;
  /** By the address of the note. */
  private readonly results = new Map<string, NoteResults>();

  constructor(private readonly deps: Pick<Deps, 'library' | 'bibliographies' | 'notes'>) {
    super();
    const { workspace } = vscode;
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // The text of a long note is not put together at each key for nothing.
        if (contentChanges.length > 0 && this.of(document.uri) !== undefined) {
          this.follow(document.uri, noteOf(document), contentChanges.map(editOf));
        }
      }),
    );
    this._register(
      workspace.onDidOpenTextDocument((document) => {
        if (this.of(document.uri) !== undefined) {
          this.compare(document.uri, noteOf(document));
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
    this._register(deps.bibliographies.onDidChange(() => this.lookAtBibliographies()));
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
   * @param note as it is now: it may have been edited during the check
   */
  set(checked: CheckedNote, note: Note): void {
    // Those that no editor has open are followed, too.
    this.deps.notes.watch();
    const { text, checks, claims } = checked;
    this.put({ checked, text, checks, claims, changed: 'nothing', hasOtherEntries: false });
    this.compare(checked.uri, note);
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

  /**
   * The quotations of a note that are in order, with their citations: verbatim, with nothing to remark,
   * and the note, the sources and the bibliographies say what they said when this was found.
   */
  inOrder(note: vscode.Uri): readonly QuoteCheck[] {
    const known = this.of(note);
    if (known === undefined) {
      return [];
    }
    const verbatim = known.checks.filter(isInOrder);
    const outdated = new Set(this.outdated(verbatim, known));
    return verbatim.filter(
      (check) => !outdated.has(check) && !(known.hasOtherEntries && check.citation),
    );
  }

  /** A note that was edited where nobody has seen it. */
  private compare(uri: vscode.Uri, note: Note): void {
    const known = this.of(uri);
    if (known !== undefined && known.text !== note.text) {
      this.follow(uri, note, [editBetween(known.text, note.text)]);
    }
  }

  private follow(uri: vscode.Uri, note: Note, edits: readonly TextEdit[]): void {
    const known = this.of(uri);
    if (known === undefined) {
      return;
    }
    const { text } = note;
    const { checked } = known;
    if (text === checked.text) {
      // As when all that was edited is undone.
      const { checks, claims } = checked;
      const isOutdated = known.hasOtherEntries || this.outdated(checks, known).length > 0;
      this.put({ ...known, text, checks, claims, changed: isOutdated ? 'sources' : 'nothing' });
      return;
    }
    const isVerified = known.checks.some(({ verdict }) => verdict === 'verbatim');
    const claims = isVerified && text.length <= LONGEST_FOLLOWED ? claimsOf(note) : NO_CLAIMS;
    const checks = checksAfter(known.checks, edits, known.claims, claims);
    this.put({ ...known, text, checks, claims, changed: 'note' });
  }

  private lookAtSources(): void {
    this.states = undefined;
    for (const known of this.results.values()) {
      if (known.changed === 'nothing' && this.outdated(known.checks, known).length > 0) {
        this.put({ ...known, changed: 'sources' });
      }
    }
    this.changedSources.fire();
  }

  private outdated(checks: readonly QuoteCheck[], { checked }: NoteResults): readonly QuoteCheck[] {
    this.states ??= sourceStates(this.deps.library);
    return outdatedChecks(checks, checked.sources, this.states);
  }

  /** Which sources citations mean is said by bibliographies. */
  private lookAtBibliographies(): void {
    for (const { checked, checks, hasOtherEntries } of this.results.values()) {
      if (!hasOtherEntries && checks.some(({ citation }) => citation)) {
        void this.lookAtEntries(checked);
      }
    }
  }

  private async lookAtEntries(checked: CheckedNote): Promise<void> {
    const { uri, entries } = checked;
    const document = openDocument(uri);
    try {
      const now = document && (await this.deps.bibliographies.of(document));
      if (now !== undefined && areSameEntries(entries, now)) {
        return;
      }
    } catch {
      // Logged and told of. What they say is not known.
    }
    const known = this.of(uri);
    if (known?.checked === checked) {
      const changed = known.changed === 'nothing' ? 'sources' : known.changed;
      this.put({ ...known, changed, hasOtherEntries: true });
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
    try {
      if (openDocument(file)) {
        // It may be open still although its file is gone.
        await vscode.workspace.fs.stat(file);
        return;
      }
      const text = await readFileText(file);
      const known = this.of(file);
      if (known !== undefined && !openDocument(file)) {
        this.compare(file, new Note(text, known.checked.languageId));
      }
    } catch {
      this.delete(file);
    }
  }
}

function openDocument(address: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = address.toString();
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
}

function editOf({
  rangeOffset,
  rangeLength,
  text,
}: vscode.TextDocumentContentChangeEvent): TextEdit {
  return { start: rangeOffset, end: rangeOffset + rangeLength, text };
}
