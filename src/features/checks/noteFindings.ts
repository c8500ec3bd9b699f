import * as vscode from 'vscode';
import type { Finding } from '../../core/checks/finding';
import { checkSettingId, checkSettings } from '../../host/config';
import type { Deps } from '../../workspace/deps';
import { loadPart } from '../../host/loadPart';
import { type Inspection, NoteDiagnostics } from '../../workspace/notes/noteDiagnostics';
import { createDiagnostic } from '../../host/surfaces/diagnostics';
import { spanRange } from '../../host/ranges';
import { findingMessage } from '../../core/checks/findingMessage';

/** Checks the open notes while the checks are on, and shows what they find as diagnostics. */
export class NoteFindings extends NoteDiagnostics<Finding> {
  constructor({ terms, noteLoop, log }: Pick<Deps, 'terms' | 'noteLoop' | 'log'>) {
    super(inspectionWith(terms, log), noteLoop);
    this._register(terms.onDidChange(() => this.refresh()));
  }
}

function inspectionWith(terms: Deps['terms'], log: Deps['log']): Inspection<Finding> {
  return {
    area: 'checks',
    find: async (document) => {
      const settings = checkSettings(document);
      if (settings.rules.size === 0) {
        return [];
      }
      const [{ checkNote }, { noteOf }, known] = await Promise.all([
        loadPart(log, () => import('../../core/checks/checkNote')),
        loadPart(log, () => import('../../workspace/notes/noteOf')),
        terms.inNote(document),
      ]);
      return checkNote(noteOf(document), known, settings);
    },
    diagnosticOf: (document, finding) =>
      createDiagnostic(spanRange(document, finding), findingMessage(finding, vscode.l10n), {
        severity: vscode.DiagnosticSeverity.Information,
        code: finding.rule,
        settingId: checkSettingId(finding.rule),
      }),
  };
}
