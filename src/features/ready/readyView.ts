import * as vscode from 'vscode';
import { setContextKey } from '../../host/contextKeys';
import { ContextKeys, Views } from '../../host/ids';
import type { Log } from '../../host/surfaces/log';
import { setBadge, tellInView } from '../../host/surfaces/trees';
import { TreeInView } from '../../host/tree/treeInView';
import { DisposableStore } from '../../util/dispose';
import { leftText, ReadyTree } from './readyTree';
import type { ReadyWatch } from './readyWatch';

/** Which notes are looked at: one that somebody has asked about, or all. */
export type Scope = 'note' | 'all';

/** Shows what a watch knows: a list in the panel, its number on the view, and what is still to be known above it. */
export class ReadyView extends DisposableStore {
  readonly tree: TreeInView<ReadyTree>;
  scope: Scope = 'note';

  constructor(
    private readonly watch: ReadyWatch,
    log: Log,
  ) {
    super();
    const provider = new ReadyTree(
      log,
      () => watch.notes,
      () => this.scope === 'all',
    );
    this.tree = this._register(new TreeInView(Views.ready, provider));
    this._register(watch.onDidChange(() => this.update()));
  }

  /** Gives it the focus. */
  async show(): Promise<void> {
    setContextKey(ContextKeys.readyShown, true);
    await vscode.commands.executeCommand(`${Views.ready}.focus`);
  }

  hide(): void {
    this.update();
    setContextKey(ContextKeys.readyShown, false);
  }

  private update(): void {
    const { notes, progress, addresses } = this.watch;
    const count = notes.reduce((sum, { items }) => sum + items.length, 0);
    const isDone = progress === 'whole' && count === 0 && addresses.length > 0;
    const { view, provider } = this.tree;
    provider.refresh();
    provider.flush();
    setContextKey(ContextKeys.readyDone, isDone);
    tellInView(view, isDone || addresses.length === 0 ? '' : this.message(count));
    setBadge(
      view,
      count === 0
        ? undefined
        : { value: count, tooltip: leftText(count, vscode.l10n.t('Ready to Send')) },
    );
  }

  /** "brief.md: 5 left", and what is still to be known. */
  private message(count: number): string {
    const [note] = this.watch.addresses;
    const name = note && vscode.workspace.asRelativePath(note).replace(/^.*[\\/]/, '');
    const isOne = this.scope === 'note' && name !== undefined;
    const left = leftText(count, isOne ? name : vscode.l10n.t('All notes'));
    switch (this.watch.progress) {
      case 'whole':
        return left;
      case 'checking':
        return `${left} · ${vscode.l10n.t('Checking…')}`;
      case 'comparing':
        return `${left} · ${vscode.l10n.t('Comparing quotations…')}`;
      case 'stopped':
        return `${left} · ${vscode.l10n.t('Not all quotations were compared. Check again.')}`;
    }
  }
}
