import * as vscode from 'vscode';
import { keyLabel } from '../../host/keyLabels';
import { type Item, pickButton, pickItem } from '../../host/surfaces/quickPicks';
import type { PaletteRow } from './paletteRow';

/** A row of the palette as the editor shows it. */
export type PaletteItem = Item<{ readonly label: string; readonly row: PaletteRow }>;

/** Where hits can be put: into a note, which cites them, into another text, or nowhere. */
export type InsertionTarget = 'note' | 'text' | 'nothing';

const QUOTE_KEY = keyLabel('Ctrl', 'Enter');
const WHOLE_KEY = keyLabel('Ctrl+Shift', 'Enter');
const CITE_KEY = keyLabel('Alt', 'Enter');
const BESIDE_KEY = keyLabel('Ctrl+Alt', 'Enter');

/** Makes the items of one palette, with their buttons. */
export class PaletteItems {
  readonly buttons = {
    insert: pickButton('insert', vscode.l10n.t('Insert at Cursor with Citation ({0})', QUOTE_KEY)),
    quote: pickButton('quote', vscode.l10n.t('Insert Quotation ({0})', QUOTE_KEY)),
    whole: pickButton('list-flat', vscode.l10n.t('Insert Whole Passage ({0})', WHOLE_KEY)),
    cite: pickButton('references', vscode.l10n.t('Insert Citation ({0})', CITE_KEY)),
    copy: pickButton('copy', vscode.l10n.t('Copy with Citation')),
    beside: pickButton('split-horizontal', vscode.l10n.t('Open to the Side ({0})', BESIDE_KEY)),
    remove: pickButton('close', vscode.l10n.t('Remove from Recent Searches')),
    save: pickButton('save', vscode.l10n.t('Save Search As… ({0})', keyLabel('Ctrl', 'S'))),
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

  /** What the title of the palette says while a row is at hand: the keys that it answers to. */
  titleFor(title: string, row: PaletteRow | undefined): string {
    const { target } = this;
    if (row?.type !== 'entry' && row?.type !== 'passage') {
      return title;
    }
    switch (target) {
      case 'nothing':
        return vscode.l10n.t('{0} (Enter opens, {1} to the side)', title, BESIDE_KEY);
      case 'text':
        return vscode.l10n.t('{0} ({1} inserts, Enter opens)', title, QUOTE_KEY);
      case 'note':
        return row.type === 'entry'
          ? vscode.l10n.t('{0} ({1} quotes, {2} cites, Enter opens)', title, QUOTE_KEY, CITE_KEY)
          : vscode.l10n.t(
              '{0} ({1} quotes, with Shift all of it, {2} cites, Enter opens)',
              title,
              QUOTE_KEY,
              CITE_KEY,
            );
    }
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
