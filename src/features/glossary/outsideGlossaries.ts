import * as vscode from 'vscode';
import type { Span } from '../../core/model';
import type { Deps } from '../../workspace/deps';
import type { OutsideGlossary } from '../../workspace/glossaries/glossaries';
import { loadPart } from '../../host/loadPart';
import { NoteDiagnostics } from '../../workspace/notes/noteDiagnostics';
import { spanRange } from '../../host/ranges';
import { createDiagnostic } from '../../host/surfaces/diagnostics';
import { problemMessage } from '../../core/glossary/problemMessage';

/** A glossary that a note's front matter names and that may not be used. The span is the name's. */
interface OutsideName extends OutsideGlossary, Span {}

/** Says of the glossaries that a note names which of them are left out, since they lie outside the workspace. */
export class OutsideGlossaries extends NoteDiagnostics<OutsideName> {
  constructor({ glossaries, log, noteLoop }: Pick<Deps, 'glossaries' | 'log' | 'noteLoop'>) {
    super(
      {
        area: 'glossaries.named',
        find: async (note) => {
          const outside = await glossaries.outside(note);
          if (outside.length === 0) {
            return [];
          }
          const { spanOfGlossaryName } = await loadPart(
            log,
            () => import('../../workspace/glossaries/namedInNote'),
          );
          return outside.map((one) => ({
            ...one,
            // What is escaped stands there in another form: the first line says so then.
            ...(spanOfGlossaryName(note, one.name) ?? { start: 0, end: 3 }),
          }));
        },
        diagnosticOf,
      },
      noteLoop,
    );
    this._register(glossaries.onDidChange(() => this.refresh()));
  }
}

function diagnosticOf(
  note: vscode.TextDocument,
  { name, why, start, end }: OutsideName,
): vscode.Diagnostic {
  const span = { start, end };
  const problem = { kind: why, severity: 'warning', span, detail: name } as const;
  return createDiagnostic(spanRange(note, span), problemMessage(problem, vscode.l10n), {
    severity: vscode.DiagnosticSeverity.Warning,
    code: why === 'untrustedImport' ? 'untrusted-glossary' : 'outside-glossary',
  });
}
