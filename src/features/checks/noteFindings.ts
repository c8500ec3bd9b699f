import * as vscode from 'vscode';
import { checkNote } from '../../core/checks/checkNote';
import type { Finding } from '../../core/checks/finding';
import { checkSettingId, checkSettings } from '../../host/config';
import type { Deps } from '../../host/deps';
import { type Inspection, NoteDiagnostics } from '../../host/noteDiagnostics';
import { createDiagnostic } from '../../host/surfaces/diagnostics';
import { spanRange } from '../../host/ranges';
import { findingMessage } from './findingMessage';

/** Checks the open notes while the checks are on, and shows what they find as diagnostics. */
export class NoteFindings extends NoteDiagnostics<Finding> {
  constructor({ terms, log }: Pick<Deps, 'terms' | 'log'>) {
    super(inspectionWith(terms), log);
    this._register(terms.onDidChange(() => this.refresh()));
  }
}

function inspectionWith(terms: Deps['terms']): Inspection<Finding> {
  return {
    area: 'checks',
    find: async (document) => {
      const settings = checkSettings(document);
      return settings.rules.size === 0
        ? []
        : checkNote(
            document.getText(),
            document.languageId,
            await terms.inNote(document),
            settings,
          );
    },
    diagnosticOf: (document, finding) =>
      createDiagnostic(spanRange(document, finding), findingMessage(finding, vscode.l10n), {
        severity: vscode.DiagnosticSeverity.Information,
        code: finding.rule,
        settingId: checkSettingId(finding.rule),
      }),
  };
}
