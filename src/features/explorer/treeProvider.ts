import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import { Commands } from '../../host/ids';
import { describeError } from '../../host/fileErrors';
import { loadPart } from '../../host/loadPart';
import type { Log } from '../../host/surfaces/log';
import { type NodeSpec, type Opening, TreeNode } from '../../host/tree/treeNode';
import { TreeProvider } from '../../host/tree/treeProvider';
import { entryUri } from '../../host/uris';
import { lazy } from '../../util/lazy';
import { findEntry } from './findEntry';

/** Fills a view of entries. */
export class EntryTreeProvider extends TreeProvider {
  private readonly current = lazy(async () =>
    (await this.makeRoots()).map((spec) => new TreeNode(spec)),
  );

  /**
   * @param makeRoots the model as it is now; asked at first use and after each refresh.
   * @param isRemembered whether the user left a node open.
   */
  constructor(
    private readonly makeRoots: () => Promise<readonly NodeSpec[]>,
    private readonly isRemembered: (node: TreeNode) => boolean,
    log: Log,
  ) {
    super(log);
  }

  /** The node that shows an entry; `undefined` when none does. Looks at the model as it is now. */
  async find(ref: EntryRef): Promise<TreeNode | undefined> {
    this.flush();
    return findEntry(await this.roots(), ref);
  }

  /** Shows what is another in the model by now, and no more: while all is shown anew, keys are lost. Never rejects. */
  async update(): Promise<void> {
    const { shownAnew } = this;
    try {
      const [{ changedNodes }, nodes, specs] = await Promise.all([
        loadPart(this.log, () => import('../../host/tree/changedNodes')),
        this.roots(),
        this.makeRoots(),
      ]);
      if (shownAnew === this.shownAnew && !this.isDisposed) {
        const change = changedNodes(nodes, specs);
        if (change === 'everything') {
          this.refresh();
        } else {
          this.tell(change);
        }
      }
    } catch (error) {
      this.log.error(describeError(error));
    }
  }

  /** The node of an id; `undefined` when there is none any more. Finds what is above it. */
  async nodeOf(id: string): Promise<TreeNode | undefined> {
    let level = await this.roots();
    for (;;) {
      const node = level.find((one) => id === one.id || id.startsWith(`${one.id}/`));
      if (node === undefined || node.id === id) {
        return node;
      }
      level = await node.load();
    }
  }

  protected roots(): Promise<readonly TreeNode[]> {
    return this.current();
  }

  protected override forgetRoots(): void {
    this.current.reset();
  }

  protected override isOpen(node: TreeNode): boolean {
    return this.isRemembered(node);
  }

  protected commandOf(node: TreeNode): vscode.Command | undefined {
    const { opens, more, source, passage } = node.spec;
    const title = vscode.l10n.t('Open');
    if (more !== undefined) {
      return { command: Commands.showMore, title: vscode.l10n.t('Show More'), arguments: [node] };
    }
    if (source !== undefined) {
      return { command: Commands.openSource, title, arguments: [{ source, passage }] };
    }
    return opens && openCommand(opens);
  }
}

function openCommand(opens: Opening): vscode.Command {
  const title = vscode.l10n.t('Open');
  if ('command' in opens) {
    return { title, command: opens.command, arguments: [...opens.arguments] };
  }
  if ('term' in opens) {
    return { command: Commands.openGlossaryEntry, title, arguments: [opens] };
  }
  // The editor's own command: a click keeps the focus in the tree and previews, a double click
  // pins, Enter moves the focus, Alt opens to the side, as everywhere else.
  const command = 'vscode.open';
  return 'uri' in opens
    ? { command, title, arguments: [opens.uri, { selection: opens.range }] }
    : { command, title, arguments: [entryUri(opens)] };
}
