import * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import { SETTINGS_SECTION } from '../../host/ids';
import { describeError } from '../../host/fileErrors';
import { createDiagnostics } from '../../host/surfaces/diagnostics';
import { isNote } from './noteDocuments';
import type { NoteFollower, NoteLoop } from './noteLoop';

/** What is looked for in notes. */
export interface Inspection<Finding> {
  /** The area of the settings that decide what is found: `checks`. A change there begins anew. */
  readonly area: string;
  /** What there is in a note now; nothing while its settings say so. */
  find(document: vscode.TextDocument): Promise<readonly Finding[]>;
  diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic;
}

interface Found<Finding> {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** A look at one version of a note, under way or done. */
interface Look<Finding> {
  readonly version: number;
  readonly generation: number;
  readonly findings: Promise<readonly Finding[]>;
}

/** Looks at the open notes as they change, and shows what is found as diagnostics. */
export class NoteDiagnostics<Finding> extends DisposableStore implements NoteFollower {
  private readonly diagnostics: vscode.DiagnosticCollection;
  private readonly found = new Map<vscode.TextDocument, Found<Finding>>();
  private readonly looks = new Map<vscode.TextDocument, Look<Finding>>();
  /** Counts the changes of settings and the like: what was found before one is out of date. */
  private generation = 0;

  constructor(
    private readonly inspection: Inspection<Finding>,
    private readonly loop: NoteLoop,
  ) {
    super();
    const section = `${SETTINGS_SECTION}.${inspection.area}`;
    this.diagnostics = this._register(createDiagnostics(section));
    this._register(loop.follow(this));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) {
          this.refresh();
        }
      }),
    );
  }

  /** What there is in a note as it is now. */
  of(document: vscode.TextDocument): Promise<readonly Finding[]> {
    return this.find(document);
  }

  /** What has been found in a note as it is now; nothing while it has not been looked at. */
  known(document: vscode.TextDocument): readonly Finding[] {
    const found = this.found.get(document);
    return found?.version === document.version ? found.findings : [];
  }

  /** Looks at all notes again: something has changed that findings depend on. */
  refresh(): void {
    this.generation++;
    this.found.clear();
    this.loop.refresh(this);
  }

  look(note: vscode.Uri): void {
    const address = note.toString();
    const { textDocuments } = vscode.workspace;
    const document = textDocuments.find(({ uri }) => uri.toString() === address);
    if (document !== undefined && !this.isDisposed) {
      void this.inspect(document);
    }
  }

  forget(document: vscode.TextDocument): void {
    this.found.delete(document);
    this.looks.delete(document);
    this.diagnostics.delete(document.uri);
  }

  /** Looked for once a version: fixes ask before the note has rested, and both get the same answer. */
  private find(document: vscode.TextDocument): Promise<readonly Finding[]> {
    if (!isNote(document)) {
      return Promise.resolve([]);
    }
    const { version } = document;
    const { generation } = this;
    const known = this.looks.get(document);
    if (known?.version === version && known.generation === generation) {
      return known.findings;
    }
    const findings = this.inspection.find(document);
    this.looks.set(document, { version, generation, findings });
    findings.catch(() => this.looks.delete(document));
    return findings;
  }

  private async inspect(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { generation } = this;
    try {
      const findings = await this.find(document);
      // Closed, or changed again: another look is on its way.
      const isCurrent = document.version === version && this.generation === generation;
      if (this.isDisposed || document.isClosed || !isCurrent) {
        return;
      }
      this.found.set(document, { version, findings });
      this.diagnostics.set(
        document.uri,
        findings.map((finding) => this.inspection.diagnosticOf(document, finding)),
      );
    } catch (error) {
      this.loop.log.error(`Checking a note: ${describeError(error)}`);
    }
  }
}
