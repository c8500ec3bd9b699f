import * as vscode from 'vscode';
import { type Item, pickButton, pickItem } from '../../host/surfaces/quickPicks';
import type { PaletteRow } from './paletteRows';

/** A row of the palette as the editor shows it. */
export type PaletteItem = Item<{ readonly label: string; readonly row: PaletteRow }>;

/** Where hits can be put: into a note, which cites them, into another text, or nowhere. */
export type InsertionTarget = 'note' | 'text' | 'nothing';

/** Makes the items of one palette, with their buttons. */
export class PaletteItems {
  readonly buttons = {
    insert: pickButton('insert', vscode.l10n.t('Insert at Cursor with Citation')),
    quote: pickButton('quote', vscode.l10n.t('Insert Quotation')),
    whole: pickButton('list-flat', vscode.l10n.t('Insert Whole Passage')),
    cite: pickButton('references', vscode.l10n.t('Insert Citation')),
    copy: pickButton('copy', vscode.l10n.t('Copy with Citation')),
    beside: pickButton('split-horizontal', vscode.l10n.t('Open to the Side')),
    remove: pickButton('close', vscode.l10n.t('Remove from Recent Searches')),
    forget: pickButton('clear-all', vscode.l10n.t('Clear Recent Searches')),
  };

  /** @param target what a hit could be put into: a note, which cites, another text, or nothing */
  constructor(private readonly target: InsertionTarget) {}

  create(row: PaletteRow): PaletteItem {
    if (row.type === 'heading') {
      return pickItem({ row, label: row.label, kind: vscode.QuickPickItemKind.Separator });
    }
    const { description, detail } = { description: undefined, detail: undefined, ...row };
    return pickItem({
      row,
      label: row.label,
      iconPath: new vscode.ThemeIcon(row.icon),
      alwaysShow: true,
      buttons: this.buttonsOf(row),
      ...(description !== undefined && { description }),
      ...(detail !== undefined && { detail }),
    });
  }

  private buttonsOf(row: PaletteRow): readonly vscode.QuickInputButton[] {
    const { insert, quote, whole, cite, copy, beside, remove } = this.buttons;
    if (row.type === 'entry' || row.type === 'passage') {
      const more = row.type === 'passage' ? [whole] : [];
      const inserting = { note: [quote, ...more, cite], text: [insert, ...more], nothing: [] };
      return [...inserting[this.target], copy, beside];
    }
    if (row.type === 'term') {
      return [beside];
    }
    return row.type === 'query' && row.recent === true ? [remove] : [];
  }
}
