import * as vscode from 'vscode';
import { checkNote } from '../../core/checks/checkNote';
import type { Finding } from '../../core/checks/finding';
import { checkSettingId, checkSettings } from '../../host/config';
import type { Deps } from '../../host/deps';
import { SETTINGS_SECTION } from '../../host/ids';
import { isNote } from '../../host/isNote';
import { spanRange } from '../../host/ranges';
import { DisposableStore } from '../../util/dispose';
import { findingMessage } from './findingMessage';

/** How long a note must rest before it is checked, in milliseconds. */
const QUIET_TIME = 300;

/** Who the editor says a finding is from. */
export const DIAGNOSTIC_SOURCE = 'IP4 Desk';

interface Checked {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** Checks the open notes while the checks are on, and shows what they find as diagnostics. */
export class NoteFindings extends DisposableStore {
  private readonly diagnostics = this._register(
    vscode.languages.createDiagnosticCollection(`${SETTINGS_SECTION}.checks`),
  );
  private readonly timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly checked = new Map<vscode.TextDocument, Checked>();
  /** Counts the changes of settings and terms: what was found before one is out of date. */
  private generation = 0;

  constructor(private readonly deps: Pick<Deps, 'terms' | 'log'>) {
    super();
    const { workspace } = vscode;
    this._register(workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)));
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.schedule(document, QUIET_TIME);
        }
      }),
    );
    this._register(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this._register(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.checks`)) {
          this.scheduleAll();
        }
      }),
    );
    this._register(deps.terms.onDidChange(() => this.scheduleAll()));
    this._register({ dispose: () => this.timers.forEach((timer) => clearTimeout(timer)) });
    this.scheduleAll();
  }

  /** What the checks say of a note as it is now; nothing while they are off. */
  async of(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const known = this.checked.get(document);
    return known?.version === document.version ? known.findings : this.find(document);
  }

  private async find(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const settings = checkSettings(document);
    if (settings.rules.size === 0 || !isNote(document)) {
      return [];
    }
    const terms = await this.deps.terms.inNote(document);
    return checkNote(document.getText(), document.languageId, terms, settings);
  }

  private scheduleAll(): void {
    this.generation++;
    this.checked.clear();
    for (const document of vscode.workspace.textDocuments) {
      this.schedule(document, 0);
    }
  }

  private schedule(document: vscode.TextDocument, milliseconds: number): void {
    if (!isNote(document)) {
      return;
    }
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => {
        this.timers.delete(document);
        void this.check(document);
      }, milliseconds),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { generation } = this;
    try {
      const findings = await this.find(document);
      // Closed, or changed again: another check is on its way.
      const isCurrent = document.version === version && this.generation === generation;
      if (this.isDisposed || document.isClosed || !isCurrent) {
        return;
      }
      this.checked.set(document, { version, findings });
      this.diagnostics.set(
        document.uri,
        findings.map((finding) => diagnosticOf(document, finding)),
      );
    } catch (error) {
      this.deps.log.error('Checking a note', error instanceof Error ? error : String(error));
    }
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.checked.delete(document);
    this.diagnostics.delete(document.uri);
  }
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    spanRange(document, finding),
    findingMessage(finding, vscode.l10n),
    vscode.DiagnosticSeverity.Information,
  );
  const query = encodeURIComponent(JSON.stringify([checkSettingId(finding.rule)]));
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = {
    value: finding.rule,
    target: vscode.Uri.parse(`command:workbench.action.openSettings?${query}`),
  };
  return diagnostic;
}
