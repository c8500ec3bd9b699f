import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands, SCHEME, Views } from '../../host/ids';
import { type Item, pickItem, showPick } from '../../host/surfaces/quickPicks';
import { activeRows, type ActiveRow } from './activeRows';
import { glossaryChoices } from './glossaryChoices';
import { showPlace } from './showPlace';
import { showStatusMessage } from '../../host/surfaces/messages';

type RowItem = Item<{ readonly label: string; readonly row: ActiveRow }>;

/** Says which glossaries hold in the active note and why, and which do not; leads to the one that is chosen. */
export async function showActiveGlossaries({
  glossaries,
}: Pick<Deps, 'glossaries'>): Promise<void> {
  const note = vscode.window.activeTextEditor?.document;
  if (note === undefined || note.uri.scheme === SCHEME) {
    showStatusMessage(vscode.l10n.t('Open a note to see its active glossaries.'));
    return;
  }
  await glossaries.start();
  const choices = glossaryChoices(glossaries.relationsTo(note), glossaries.all, vscode.l10n);
  const name = vscode.workspace.asRelativePath(note.uri);
  const chosen = await showPick(activeRows(choices, vscode.l10n).map(itemOf), {
    title: vscode.l10n.t('IP4 Desk: Glossaries in {0}', name),
    placeholder: vscode.l10n.t('Choose one to open it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) {
    await open(chosen.row);
  }
}

function itemOf(row: ActiveRow): RowItem {
  if (row.kind === 'heading') {
    return pickItem({ row, label: row.label, kind: vscode.QuickPickItemKind.Separator });
  }
  const { label, description, detail } = row;
  return pickItem({
    row,
    label,
    iconPath: new vscode.ThemeIcon(row.icon),
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
  });
}

async function open(row: ActiveRow): Promise<void> {
  switch (row.kind) {
    case 'heading':
      return;
    case 'glossary':
      await showPlace(row.choice.uri, row.choice.entries[0]?.nameSpan ?? { start: 0, end: 0 });
      return;
    case 'library':
      await vscode.commands.executeCommand(`${Views.terms}.focus`);
      return;
    case 'create':
      await vscode.commands.executeCommand(Commands.createGlossary);
  }
}
