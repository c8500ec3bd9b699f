import * as vscode from 'vscode';
import type { Span } from '../../core/model';
import type { Deps } from '../../workspace/deps';
import type { OutsideGlossary } from '../../workspace/glossaries/glossaries';
import { loadPart } from '../../host/loadPart';
import { NoteDiagnostics } from '../../workspace/notes/noteDiagnostics';
import { spanRange } from '../../host/ranges';
import { createDiagnostic } from '../../host/surfaces/diagnostics';

/** A glossary that a note's front matter names and that may not be used. The span is the name's. */
interface OutsideName extends OutsideGlossary, Span {
  readonly message: string;
}

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
          const [{ spanOfGlossaryName }, { problemMessage }] = await Promise.all([
            loadPart(log, () => import('../../workspace/glossaries/namedInNote')),
            loadPart(log, () => import('../../core/glossary/problemMessage')),
          ]);
          return outside.map((one) => {
            // What is escaped stands there in another form: the first line says so then.
            const span = spanOfGlossaryName(note, one.name) ?? { start: 0, end: 3 };
            const problem = { kind: one.why, severity: 'warning', span, detail: one.name } as const;
            return { ...one, ...span, message: problemMessage(problem, vscode.l10n) };
          });
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
  { why, message, ...span }: OutsideName,
): vscode.Diagnostic {
  return createDiagnostic(spanRange(note, span), message, {
    severity: vscode.DiagnosticSeverity.Warning,
    code: why === 'untrustedImport' ? 'untrusted-glossary' : 'outside-glossary',
  });
}
