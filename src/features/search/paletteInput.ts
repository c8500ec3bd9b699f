import type * as vscode from 'vscode';
import {
  createRankedQuickPick,
  setPlaceholder,
  setTitle,
  setUndeclaredOption,
} from '../../host/surfaces/quickPicks';
import type { AskedSentence } from './askedSentence';
import type { PaletteItem } from './paletteItems';

export interface PaletteOptions {
  readonly title: string;
  readonly placeholder: string;
  /** What the input box holds at first. */
  readonly query: string;
  /** Selects `query`, so that typing replaces it; else the caret stands behind it. */
  readonly selectQuery?: boolean;
  /** Shows what bears on this sentence; the query narrows it. */
  readonly evidenceFor?: AskedSentence;
  /** Finds terms only, and lists all of them before anything is typed. */
  readonly termsOnly?: boolean;
}

/** Shows the input of a palette, before what fills it has been loaded: it takes the keys that are typed meanwhile. */
export function showPaletteInput({
  title,
  placeholder,
  query,
  selectQuery = false,
}: PaletteOptions): vscode.QuickPick<PaletteItem> {
  const input = createRankedQuickPick<PaletteItem>();
  setTitle(input, title);
  setPlaceholder(input, placeholder);
  input.value = query;
  if (!selectQuery) {
    setUndeclaredOption(input, 'valueSelection', [query.length, query.length]);
  }
  input.busy = true;
  input.show();
  return input;
}
