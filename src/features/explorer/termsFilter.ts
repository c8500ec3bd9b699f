import * as vscode from 'vscode';
import type { KnownTerm } from '../../core/terms/knownTerm';
import { setContextKey } from '../../host/contextKeys';
import type { Glossaries } from '../../workspace/glossaries/glossaries';
import { ContextKeys } from '../../host/ids';
import { DisposableStore } from '../../util/dispose';

/** Stands for the packs; no address of a file. */
export const SHIPPED = 'shipped';

/** Which terms the view of terms shows: all, the shipped ones, or those of one glossary. Remembered over sessions. */
export class TermsFilter extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  /** `SHIPPED` or the address of a glossary; `undefined` for all. */
  private current: string | undefined;

  constructor(
    private readonly glossaries: Pick<Glossaries, 'all'>,
    private readonly state: vscode.Memento,
  ) {
    super();
    const remembered = state.get<unknown>(ContextKeys.termsFiltered);
    this.current = typeof remembered === 'string' ? remembered : undefined;
    this.tellContext();
  }

  /** For people; `undefined` when all are shown. */
  get label(): string | undefined {
    return this.current === SHIPPED ? shippedLabel() : this.glossary?.path;
  }

  /**
   * Those of `terms`, which is every term there is, that are shown. A glossary that is not there, such
   * as one of another workspace, hides nothing.
   */
  apply(terms: readonly KnownTerm[]): readonly KnownTerm[] {
    if (this.current === SHIPPED) {
      return terms.filter(({ origin }) => origin.kind === 'pack');
    }
    if (this.current !== undefined && this.glossary === undefined) {
      this.current = undefined;
      this.tellContext();
    }
    return this.glossary?.contexts.flatMap((context) => context.terms) ?? terms;
  }

  clear(): void {
    this.set(undefined);
  }

  /** @param filter one of the choices */
  set(filter: string | undefined): void {
    if (filter !== this.current) {
      this.current = filter;
      this.tellContext();
      void this.state.update(ContextKeys.termsFiltered, filter);
      this.changed.fire();
    }
  }

  private get glossary() {
    return this.glossaries.all.find(({ uri }) => uri.toString() === this.current);
  }

  private tellContext(): void {
    setContextKey(ContextKeys.termsFiltered, this.current !== undefined);
  }
}

/** What the packs are called here. */
export function shippedLabel(): string {
  return vscode.l10n.t('Built-in library');
}
