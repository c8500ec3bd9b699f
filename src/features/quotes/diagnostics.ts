import * as vscode from 'vscode';
import {
  isRecased,
  quotedPlaces,
  type QuoteCheck,
  type QuoteVerdict,
} from '../../core/quotes/quoteCheck';
import { Note } from '../../core/note/note';
import type { Deps } from '../../workspace/deps';
import { SETTINGS_SECTION } from '../../host/ids';
import { TextLines } from '../../host/textLines';
import type { NoteFollower } from '../../workspace/notes/noteLoop';
import { DisposableStore } from '../../util/dispose';
import { markedSpan } from '../../core/quotes/markedSpan';
import { clipped, filePageOf, quoteMessage } from '../../core/quotes/messages';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { NoteResults, QuoteResults, Staleness } from '../../workspace/quotes/quoteResults';
import { createDiagnostic, createDiagnostics } from '../../host/surfaces/diagnostics';

const SEVERITIES: ReadonlyMap<QuoteVerdict, vscode.DiagnosticSeverity> = new Map([
  ['altered', vscode.DiagnosticSeverity.Warning],
  ['wrong place', vscode.DiagnosticSeverity.Warning],
  ['not found', vscode.DiagnosticSeverity.Warning],
  ['ambiguous', vscode.DiagnosticSeverity.Information],
  ['cannot check', vscode.DiagnosticSeverity.Information],
]);

/** What is shown of a check is known by: the verdict, or what is to be said of a verbatim one. */
export function diagnosticCode({ verdict, remarks }: QuoteCheck): string {
  return remarks[0]?.kind ?? verdict;
}

function severityOf(check: QuoteCheck): vscode.DiagnosticSeverity | undefined {
  return check.remarks.length > 0 || isRecased(check)
    ? vscode.DiagnosticSeverity.Information
    : SEVERITIES.get(check.verdict);
}

/** Shows in notes and in the Problems view what checks of quotations have found. */
export class QuoteDiagnostics extends DisposableStore implements NoteFollower {
  private readonly diagnostics = this._register(createDiagnostics(`${SETTINGS_SECTION}.quotes`));

  constructor(
    private readonly results: QuoteResults,
    private readonly library: Deps['library'],
    private readonly loop: Deps['noteLoop'],
  ) {
    super();
    this._register(results.onDidChange((note) => this.changed(note)));
    results.all.forEach(({ checked }) => this.look(checked.uri));
  }

  look(note: vscode.Uri): void {
    if (!this.isDisposed) {
      const known = this.results.of(note);
      this.diagnostics.set(note, known && this.diagnosticsOf(known));
    }
  }

  private changed(note: vscode.Uri): void {
    const known = this.results.of(note);
    if (known === undefined || known.text === known.checked.text) {
      this.look(note);
    } else {
      // The editor moves what it shows by itself while somebody writes.
      this.loop.lookSoon(this, note);
    }
  }

  private diagnosticsOf(known: NoteResults): readonly vscode.Diagnostic[] {
    const { text, checks, checked, changed } = known;
    const lines = new TextLines(text);
    const note = new Note(text, checked.languageId);
    const names = quoteNames(this.library, text);
    return checks.flatMap((check) => {
      const severity = severityOf(check);
      if (severity === undefined) {
        return [];
      }
      // Of an edited note only what still holds is known of verbatim ones.
      const isKept = check.verdict === 'verbatim' && changed === 'note';
      const related = quotedPlaces(check).flatMap((place) => {
        const location = checked.locations.get(place);
        // The editor itself tells the title, since the page is called so.
        const ofFile = filePageOf(place, vscode.l10n);
        const where = ofFile === undefined ? place.locator : `${place.locator} (${ofFile})`;
        const text = `${where} “${clipped(place.text)}”`.trim();
        return location === undefined ? [] : [{ location, text }];
      });
      return [
        createDiagnostic(
          lines.range(markedSpan(note, check)),
          withStaleness(quoteMessage(check, names, vscode.l10n), isKept ? 'nothing' : changed),
          { severity, code: diagnosticCode(check), related },
        ),
      ];
    });
  }
}

/** What was said before something changed says so first: the Problems view cuts long messages. */
function withStaleness(message: string, changed: Staleness): string {
  switch (changed) {
    case 'nothing':
      return message;
    case 'note':
      return vscode.l10n.t('Outdated: {0}', message);
    case 'sources':
      return vscode.l10n.t('Outdated (sources changed): {0}', message);
  }
}
