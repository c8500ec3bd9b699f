import * as vscode from 'vscode';
import { describeError } from '../../../host/fileErrors';
import { SETTINGS_SECTION } from '../../../host/ids';
import { createDiagnostic, createDiagnostics } from '../../../host/surfaces/diagnostics';
import { DisposableStore } from '../../../util/dispose';
import { entryGapsIn, type MarkedEntry } from '../../../workspace/bibliographies/entryGaps';
import type { NoteBibliography } from '../../../workspace/bibliographies/noteBibliographies';
import type { Deps } from '../../../workspace/deps';
import { isNote } from '../../../workspace/notes/noteDocuments';
import { noteOf } from '../../../workspace/notes/noteOf';
import { nameOfEntry, type EntryMemory } from './entryMemory';
import { missingText } from '../../../core/citation/missingText';

/** How long all must be quiet before bibliographies are looked at, in milliseconds. */
const QUIET_MS = 300;
/** A longer bibliography is a collection of years, whose gaps are its keeper's. */
const MOST_ENTRIES = 200;
/** A bibliography of open notes, and the keys by which they cite it. */
interface CitedBibliography {
  readonly bibliography: NoteBibliography;
  readonly cited: Set<string>;
}

/**
 * Marks the entries that lack author, title or date: those that we have written into the
 * bibliographies of open notes, and those that the notes cite, unless the bibliography is long or
 * comes from a reference manager.
 */
export class IncompleteEntries extends DisposableStore {
  private readonly diagnostics = this._register(createDiagnostics(`${SETTINGS_SECTION}.entries`));
  /** By the addresses of their files. */
  private marked: ReadonlyMap<string, readonly MarkedEntry[]> = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the looks: what an earlier one finds is out of date. */
  private generation = 0;

  constructor(
    private readonly deps: Pick<Deps, 'bibliographies' | 'log' | 'noteLoop'>,
    private readonly memory: Pick<EntryMemory, 'added' | 'onDidChange'>,
  ) {
    super();
    const schedule = (): void => this.schedule();
    this._register(deps.noteLoop.follow({ look: schedule, forget: schedule }));
    this._register(deps.bibliographies.onDidChange(schedule));
    this._register(memory.onDidChange(schedule));
    this._register({ dispose: () => clearTimeout(this.timer) });
  }

  /** Those of a file, as they were marked last. */
  of(file: vscode.Uri): readonly MarkedEntry[] {
    return this.marked.get(file.toString()) ?? [];
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), QUIET_MS);
  }

  private async look(): Promise<void> {
    const generation = ++this.generation;
    try {
      const all = await this.citedBibliographies();
      const marked = await Promise.all(
        all.map(async (one) => [one, await this.markedIn(one)] as const),
      );
      if (this.isDisposed || this.generation !== generation) {
        return;
      }
      this.marked = new Map(
        marked.map(([{ bibliography }, entries]) => [bibliography.uri.toString(), entries]),
      );
      this.diagnostics.clear();
      for (const [{ bibliography }, entries] of marked) {
        this.diagnostics.set(bibliography.uri, entries.map(diagnosticOf));
      }
    } catch (error) {
      this.deps.log.error(`Looking for incomplete entries: ${describeError(error)}`);
    }
  }

  /** Of notes that cite by key, or of all where we have written entries. */
  private async citedBibliographies(): Promise<readonly CitedBibliography[]> {
    const found = new Map<string, CitedBibliography>();
    const hasAdded = this.memory.added.size > 0;
    const notes = vscode.workspace.textDocuments
      .filter(isNote)
      .map((note) => ({ note, cited: noteOf(note).citekeyUses.map(({ citekey }) => citekey) }))
      .filter(({ cited }) => hasAdded || cited.length > 0);
    await Promise.all(
      notes.map(async ({ note, cited }) => {
        for (const bibliography of await this.deps.bibliographies.of(note)) {
          const key = bibliography.uri.toString();
          const known = found.get(key) ?? { bibliography, cited: new Set() };
          cited.forEach((citekey) => known.cited.add(citekey));
          found.set(key, known);
        }
      }),
    );
    return [...found.values()];
  }

  private async markedIn({
    bibliography,
    cited,
  }: CitedBibliography): Promise<readonly MarkedEntry[]> {
    const { uri, entries } = bibliography;
    const { added } = this.memory;
    const isOurs = (citekey: string): boolean => added.has(nameOfEntry(uri, citekey));
    const mayBeOthers = entries.length <= MOST_ENTRIES && cited.size > 0;
    if (!mayBeOthers && (added.size === 0 || !entries.some(({ citekey }) => isOurs(citekey)))) {
      return [];
    }
    const { all, isExported } = await entryGapsIn(bibliography);
    return all.filter(
      ({ citekey }) => isOurs(citekey) || (mayBeOthers && !isExported && cited.has(citekey)),
    );
  }
}

function diagnosticOf({ citekey, missing, range }: MarkedEntry): vscode.Diagnostic {
  return createDiagnostic(range, missingText(citekey, missing, vscode.l10n), {
    severity: vscode.DiagnosticSeverity.Information,
    code: 'incomplete-entry',
  });
}
