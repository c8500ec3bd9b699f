import * as vscode from 'vscode';
import { setContextKey } from '../../../host/contextKeys';
import { ContextKeys } from '../../../host/ids';
import { type Item, pickItem, showPicks } from '../../../host/surfaces/quickPicks';
import { DisposableStore } from '../../../util/dispose';
import { isNumber, isObject } from '../../../util/shape';
import type { LibrarySource } from '../../../workspace/library/library';
import {
  ALL_DOCUMENTS,
  documentByline,
  compareNewest,
  isOpen,
  yearOf,
  type DocumentFilter,
} from '../../../workspace/own/ownDocuments';

type FilterItem = Item<{
  readonly label: string;
  readonly filter?: number | string;
}>;

/** Which of the user's documents trees list below topics, partners and searches. Remembered over sessions. */
export class OwnFilter extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private current: DocumentFilter;

  constructor(
    private readonly sources: () => readonly LibrarySource[],
    private readonly state: vscode.Memento,
  ) {
    super();
    this.current = filterOf(state.get(ContextKeys.ownFiltered));
    this.tellContext();
  }

  get value(): DocumentFilter {
    return this.current;
  }

  /** For people; `undefined` when all are listed. */
  get label(): string | undefined {
    const { years, sources } = this.current;
    const parts = [
      years.join(', '),
      sources.length === 0
        ? ''
        : sources.length === 1
          ? vscode.l10n.t('1 source')
          : vscode.l10n.t('{0} sources', sources.length),
    ];
    return parts.filter(Boolean).join(' · ') || undefined;
  }

  /** Lets the user choose years and documents. */
  async choose(): Promise<void> {
    const chosen = await showPicks(this.choices(), {
      title: vscode.l10n.t('Filter “From Your Sources”'),
      placeholder: vscode.l10n.t('Choose the years and sources to list; choose none to list all'),
      matchOnDescription: true,
    });
    if (chosen && !this.isDisposed) {
      const filters = chosen.map(({ filter }) => filter);
      this.set({
        years: filters.filter((filter) => typeof filter === 'number'),
        sources: filters.filter((filter) => typeof filter === 'string'),
      });
    }
  }

  set(filter: DocumentFilter): void {
    this.current = filter;
    this.tellContext();
    void this.state.update(ContextKeys.ownFiltered, isOpen(filter) ? undefined : filter);
    this.changed.fire();
  }

  clear(): void {
    this.set(ALL_DOCUMENTS);
  }

  /** The years from which documents are, the latest first, then the documents. */
  private choices(): readonly FilterItem[] {
    const ready = this.sources().filter(({ state }) => state.kind === 'ready');
    const years = [...new Set(ready.map(yearOf).filter((year) => year !== undefined))];
    const { years: chosenYears, sources: chosenSources } = this.current;
    return [
      separator(vscode.l10n.t('years')),
      ...years
        .sort((a, b) => b - a)
        .map((year) =>
          pickItem({ label: String(year), filter: year, picked: chosenYears.includes(year) }),
        ),
      separator(vscode.l10n.t('sources')),
      ...[...ready].sort(compareNewest).map((source) =>
        pickItem({
          label: source.title,
          description: documentByline(source),
          filter: source.id,
          picked: chosenSources.includes(source.id),
        }),
      ),
    ];
  }

  private tellContext(): void {
    setContextKey(ContextKeys.ownFiltered, !isOpen(this.current));
  }
}

function separator(label: string): FilterItem {
  return pickItem({ label, kind: vscode.QuickPickItemKind.Separator });
}

/** An earlier version or another hand may have stored it. */
function filterOf(value: unknown): DocumentFilter {
  const { years, sources } = isObject(value) ? value : {};
  return {
    years: Array.isArray(years) ? years.filter(isNumber) : [],
    sources: Array.isArray(sources)
      ? sources.filter((source): source is string => typeof source === 'string')
      : [],
  };
}
