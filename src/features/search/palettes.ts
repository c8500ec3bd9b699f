import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import type { Deps } from '../../workspace/deps';
import { loadPart } from '../../host/loadPart';
import { showStatusMessage } from '../../host/surfaces/messages';
import { showTerm } from '../../workspace/openGlossaryEntry';
import { DisposableStore } from '../../util/dispose';
import type { QuotedExtent } from './hitActions';
import type { RecentSearches } from './recentSearches';
import { showPaletteInput, type PaletteOptions } from './paletteInput';
import type { SearchPalette } from './searchPalette';
import { selectionQuery } from './selection';
import { queryOfSelection } from './queryEdit';

/** Opens palettes, one at a time. */
export class Palettes extends DisposableStore {
  private current: SearchPalette | undefined;
  /** Counts openings, so that of several asked for at once only the last takes place. */
  private turn = 0;

  constructor(
    private readonly deps: Deps,
    private readonly recent: RecentSearches,
  ) {
    super();
    this._register({ dispose: () => this.current?.dispose() });
  }

  search(query: string): Promise<void> {
    return this.open(() => searchOptions(query));
  }

  /** @param args of the command, which may come from the reader of a PDF */
  async searchSelection(args: readonly unknown[]): Promise<void> {
    const read = await this.deps.targets.read(args);
    const query = read ? queryOfSelection(read.text) : activeSelectionQuery();
    await this.open(() => ({ ...searchOptions(query), selectQuery: true }));
  }

  /** Shows what bears on what is selected, or on the sentence at the cursor. */
  findEvidence(): Promise<void> {
    return this.open(async () => {
      const { askedSentence, evidenceOptions } = await loadPart(
        this.deps.log,
        () => import('./askedSentence'),
      );
      const editor = vscode.window.activeTextEditor;
      const sentence = editor && askedSentence(editor);
      if (sentence === undefined) {
        showStatusMessage(
          vscode.l10n.t('There is no sentence at the cursor to find evidence for.'),
        );
      }
      return sentence && evidenceOptions(sentence);
    });
  }

  /** Puts the hit at hand of the palette that is open into the note. */
  insertHit(form: CitingForm, extent: QuotedExtent): void {
    this.current?.insertActive(form, extent);
  }

  /** Saves what the palette that is open searches for. */
  saveSearch(): void {
    this.current?.save();
  }

  /** Opens the hit at hand of the palette that is open beside the active editor. */
  openHitBeside(): void {
    this.current?.openActiveBeside();
  }

  define(query: string): Promise<void> {
    return this.open(() => defineOptions(query));
  }

  /** Shows where the term is explained that is selected or stands at the cursor, or else looks for it. */
  async defineSelection(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const { selectedTerms } = await loadPart(this.deps.log, () => import('./selectedTerms'));
    const terms = editor === undefined ? [] : await selectedTerms(editor, this.deps.terms);
    if (terms.length === 0) {
      await this.open(() => ({ ...defineOptions(activeSelectionQuery()), selectQuery: true }));
      return;
    }
    const { pickTerm } = await loadPart(this.deps.log, () => import('./pickTerm'));
    const term = await pickTerm(terms);
    if (term) {
      await showTerm(term);
    }
  }

  /**
   * @param options asked for once a palette that is open has put the editor back; none opens where
   *   they are undefined
   */
  private async open(
    options: () => PaletteOptions | Promise<PaletteOptions | undefined>,
  ): Promise<void> {
    const turn = ++this.turn;
    const isWanted = (): boolean => turn === this.turn && !this.isDisposed;
    if (this.current !== undefined) {
      await this.current.close();
      if (!isWanted()) {
        return;
      }
    }
    const asked = await options();
    if (asked === undefined || !isWanted()) {
      return;
    }
    const input = showPaletteInput(asked);
    let isHidden = false;
    const hiding = input.onDidHide(() => (isHidden = true));
    let palette: SearchPalette | undefined;
    try {
      const { SearchPalette } = await loadPart(this.deps.log, () => import('./searchPalette'));
      if (isWanted() && !isHidden) {
        palette = new SearchPalette(this.deps, this.recent, asked, input);
      }
    } finally {
      hiding.dispose();
      if (palette === undefined) {
        input.dispose();
      }
    }
    if (palette !== undefined) {
      this.current = palette;
      palette.show();
    }
  }
}

function activeSelectionQuery(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : selectionQuery(editor);
}

function searchOptions(query: string): PaletteOptions {
  return {
    query,
    title: vscode.l10n.t('IP4 Desk: Search'),
    placeholder: vscode.l10n.t(
      'Search (topic: partner: source: kind: before: after: "exact phrase" -word)',
    ),
  };
}

function defineOptions(query: string): PaletteOptions {
  return {
    query,
    termsOnly: true,
    title: vscode.l10n.t('IP4 Desk: Look Up Term'),
    placeholder: vscode.l10n.t('Type a term or acronym'),
  };
}
