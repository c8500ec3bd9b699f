import * as vscode from 'vscode';
import { inertLine, plainLines } from './inertText';

/** Who the editor says a diagnostic is from. */
export const DIAGNOSTIC_SOURCE = 'IP4 Desk';

/** What a diagnostic says beside its message. */
export interface DiagnosticOptions {
  readonly severity: vscode.DiagnosticSeverity;
  readonly code: string;
  /** A setting, as the settings editor knows it, that the code opens; absent for none. */
  readonly settingId?: string;
  /** Places that it refers to, and what stands there. */
  readonly related?: readonly { readonly location: vscode.Location; readonly text: string }[];
}

/** A diagnostic of ours. The editor shows its message as plain text, in hovers and in the Problems view. */
export function createDiagnostic(
  range: vscode.Range,
  message: string,
  { severity, code, settingId, related = [] }: DiagnosticOptions,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, plainLines(message), severity);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code =
    settingId === undefined
      ? code
      : {
          value: code,
          target: vscode.Uri.parse(
            `command:workbench.action.openSettings?${encodeURIComponent(JSON.stringify([settingId]))}`,
          ),
        };
  diagnostic.relatedInformation = related.map(
    ({ location, text }) => new vscode.DiagnosticRelatedInformation(location, inertLine(text)),
  );
  return diagnostic;
}

/** Diagnostics of one kind. */
export function createDiagnostics(name: string): vscode.DiagnosticCollection {
  return vscode.languages.createDiagnosticCollection(name);
}
