import * as vscode from 'vscode';
import type { NoteBibliography } from '../../../workspace/bibliographies/noteBibliographies';
import type { Deps } from '../../../workspace/deps';
import { SETTINGS_SECTION } from '../../../host/ids';
import { describeError } from '../../../host/fileErrors';
import { isNote } from '../../../workspace/notes/noteDocuments';
import { DisposableStore } from '../../../util/dispose';
import { createDiagnostic, createDiagnostics } from '../../../host/surfaces/diagnostics';

/** How long all must be quiet before bibliographies are looked at, in milliseconds. */
const QUIET_MS = 300;

/**
 * Says in BibTeX files that are open what cannot be understood of them, as long as they hold for an
 * open note: other files are none of ours. Of JSON the editor says so itself.
 */
export class BibliographyProblems extends DisposableStore {
  private readonly diagnostics = this._register(
    createDiagnostics(`${SETTINGS_SECTION}.bibliographies`),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the looks: what an earlier one finds is out of date. */
  private generation = 0;

  constructor(private readonly deps: Pick<Deps, 'bibliographies' | 'log'>) {
    super();
    const schedule = (): void => this.schedule();
    this._register(vscode.workspace.onDidOpenTextDocument(schedule));
    this._register(vscode.workspace.onDidCloseTextDocument(schedule));
    this._register(deps.bibliographies.onDidChange(schedule));
    this._register({ dispose: () => clearTimeout(this.timer) });
    this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), QUIET_MS);
  }

  private async look(): Promise<void> {
    const generation = ++this.generation;
    try {
      const open = openBibliographies();
      const held = open.length === 0 ? new Map<string, NoteBibliography>() : await this.held();
      if (this.isDisposed || this.generation !== generation) {
        return;
      }
      this.diagnostics.clear();
      for (const document of open.filter(({ isClosed }) => !isClosed)) {
        const problems = held.get(document.uri.toString())?.problems ?? [];
        this.diagnostics.set(
          document.uri,
          problems.map(({ line, message }) => diagnosticAt(document, line, message)),
        );
      }
    } catch (error) {
      this.deps.log.error(`Checking bibliographies: ${describeError(error)}`);
    }
  }

  /** The bibliographies of the open notes, by address. */
  private async held(): Promise<ReadonlyMap<string, NoteBibliography>> {
    const notes = vscode.workspace.textDocuments.filter(isNote);
    const found = await Promise.all(notes.map((note) => this.deps.bibliographies.of(note)));
    return new Map(found.flat().map((one) => [one.uri.toString(), one]));
  }
}

function openBibliographies(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => /\.bib(?:tex)?$/i.test(uri.path));
}

function diagnosticAt(
  document: vscode.TextDocument,
  line: number,
  message: string,
): vscode.Diagnostic {
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(
    Math.min(line, document.lineCount) - 1,
  );
  return createDiagnostic(
    range.with(range.start.with({ character: firstNonWhitespaceCharacterIndex })),
    message,
    { severity: vscode.DiagnosticSeverity.Warning, code: 'bibliography' },
  );
}
