import * as vscode from 'vscode';
import { escapeIcons } from '../../host/quickPick';
import type { PaletteRow } from './paletteRows';

/** A row of the palette as the editor shows it. */
export interface PaletteItem extends vscode.QuickPickItem {
  readonly row: PaletteRow;
}

/** Where hits can be put: into a note, which cites them, into another text, or nowhere. */
export type InsertionTarget = 'note' | 'text' | 'nothing';

/** Makes the items of one palette, with their buttons. */
export class PaletteItems {
  readonly buttons = {
    insert: button('insert', vscode.l10n.t('Insert at the Cursor with Its Citation')),
    quote: button('quote', vscode.l10n.t('Insert as Quotation into Note')),
    cite: button('references', vscode.l10n.t('Insert Citation into Note')),
    copy: button('copy', vscode.l10n.t('Copy with Citation')),
    beside: button('split-horizontal', vscode.l10n.t('Open to the Side')),
    remove: button('close', vscode.l10n.t('Remove from Recent Searches')),
    forget: button('clear-all', vscode.l10n.t('Clear Recent Searches')),
  };

  /** @param target what a hit could be put into: a note, which cites, another text, or nothing */
  constructor(private readonly target: InsertionTarget) {}

  create(row: PaletteRow): PaletteItem {
    if (row.type === 'heading') {
      return { row, label: row.label, kind: vscode.QuickPickItemKind.Separator };
    }
    const { description, detail } = { description: undefined, detail: undefined, ...row };
    return {
      row,
      label: escapeIcons(row.label),
      iconPath: new vscode.ThemeIcon(row.icon),
      alwaysShow: true,
      buttons: this.buttonsOf(row),
      ...(description !== undefined && { description: escapeIcons(description) }),
      ...(detail !== undefined && { detail: escapeIcons(detail) }),
    };
  }

  private buttonsOf(row: PaletteRow): readonly vscode.QuickInputButton[] {
    const { insert, quote, cite, copy, beside, remove } = this.buttons;
    if (row.type === 'entry' || row.type === 'passage') {
      const inserting = { note: [quote, cite], text: [insert], nothing: [] };
      return [...inserting[this.target], copy, beside];
    }
    if (row.type === 'term') {
      return [beside];
    }
    return row.type === 'query' && row.recent === true ? [remove] : [];
  }
}

/** The tooltip is what a screen reader says, too. */
function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}
