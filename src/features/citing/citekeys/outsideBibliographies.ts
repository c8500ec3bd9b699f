import * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import type { OutsideBibliography } from '../../../workspace/bibliographies/noteBibliographies';
import type { Deps } from '../../../workspace/deps';
import { Settings, SETTINGS_SECTION } from '../../../host/ids';
import { NoteDiagnostics } from '../../../workspace/notes/noteDiagnostics';
import { spanRange } from '../../../host/ranges';
import { createDiagnostic } from '../../../host/surfaces/diagnostics';

/** A bibliography that a note names and that may not be used. The span is the name's. */
interface OutsideName extends Span {
  readonly name: string;
  readonly why: OutsideBibliography['why'];
}

/** Says of the bibliographies that a note names which of them are left out, since they lie outside the workspace. */
export class OutsideBibliographies extends NoteDiagnostics<OutsideName> {
  constructor({ bibliographies, noteLoop }: Pick<Deps, 'bibliographies' | 'noteLoop'>) {
    super(
      {
        area: Settings.citingBibliography,
        find: async (note) => namesIn(note.getText(), await bibliographies.outside(note)),
        diagnosticOf,
      },
      noteLoop,
    );
    this._register(bibliographies.onDidChange(() => this.refresh()));
  }
}

function namesIn(text: string, outside: readonly OutsideBibliography[]): readonly OutsideName[] {
  return outside.flatMap(({ name, why }) => {
    const start = name === undefined ? -1 : text.indexOf(name);
    return name === undefined || start < 0 ? [] : [{ name, why, start, end: start + name.length }];
  });
}

function diagnosticOf(
  note: vscode.TextDocument,
  { name, why, ...span }: OutsideName,
): vscode.Diagnostic {
  const isUntrusted = why === 'untrusted';
  return createDiagnostic(
    spanRange(note, span),
    isUntrusted
      ? vscode.l10n.t(
          '“{0}” lies outside the folders of this workspace. It is left out as long as you do not trust the workspace.',
          name,
        )
      : vscode.l10n.t(
          '“{0}” lies outside the folders of this workspace and is left out until you allow it, or name it in your own settings ({1}).',
          name,
          `${SETTINGS_SECTION}.${Settings.citingBibliography}`,
        ),
    {
      severity: vscode.DiagnosticSeverity.Warning,
      code: isUntrusted ? 'untrusted-bibliography' : 'outside-bibliography',
    },
  );
}
