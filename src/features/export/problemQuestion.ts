import * as vscode from 'vscode';
import type { ExportProblem } from '../../core/export/documentTree';
import { exportProblemMessage } from '../../core/export/problemMessage';
import { spanRange } from '../../host/ranges';
import { askInDialog } from '../../host/surfaces/messages';
import { pickItem, showPick } from '../../host/surfaces/quickPicks';

/** More lines than these make a dialog that does not fit the window. */
const MOST_LINES = 12;

/**
 * Tells what will be another in the file than in the note, in one list, and asks whether that may be.
 * Whoever wants to see the problems gets them to choose from, and nothing is exported.
 */
export async function acceptsProblems(
  note: vscode.TextDocument,
  problems: readonly ExportProblem[],
): Promise<boolean> {
  if (problems.length === 0) {
    return true;
  }
  const { l10n } = vscode;
  const lines = problems.map((problem) => {
    const { line } = note.positionAt(problem.span.start);
    return l10n.t('Line {0}: {1}', line + 1, exportProblemMessage(problem, l10n));
  });
  const more = lines.length - MOST_LINES;
  const detail = [
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [l10n.t('And {0} more.', more)] : []),
  ].join('\n');
  const [anyway, show] = [l10n.t('Export Anyway'), l10n.t('Show Problems')];
  const chosen = await askInDialog(
    l10n.t('Not all of this note will be in the file as it is written.'),
    { detail },
    anyway,
    show,
  );
  if (chosen === show) {
    await showProblems(note, problems);
  }
  return chosen === anyway;
}

async function showProblems(
  note: vscode.TextDocument,
  problems: readonly ExportProblem[],
): Promise<void> {
  const { l10n } = vscode;
  const items = problems.map(({ span, ...problem }) => {
    const range = spanRange(note, span);
    return pickItem({
      label: exportProblemMessage({ span, ...problem }, l10n),
      description: l10n.t('Line {0}', range.start.line + 1),
      detail: note.lineAt(range.start.line).text.trim().slice(0, 200),
      range,
    });
  });
  const chosen = await showPick(items, {
    title: l10n.t('Before the Export'),
    placeholder: l10n.t('Choose a problem to go to its line'),
    matchOnDetail: true,
  });
  if (chosen !== undefined) {
    await vscode.window.showTextDocument(note, { selection: chosen.range });
  }
}
