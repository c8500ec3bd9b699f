import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import { Commands } from '../../host/ids';
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

  protected roots(): Promise<readonly TreeNode[]> {
    return this.current();
  }

  protected override forgetRoots(): void {
    this.current.reset();
  }

  protected override isOpen(node: TreeNode): boolean {
    return this.isRemembered(node);
  }

  protected commandOf({ spec: { opens } }: TreeNode): vscode.Command | undefined {
    return opens && openCommand(opens);
  }
}

function openCommand(opens: Opening): vscode.Command {
  const title = vscode.l10n.t('Open');
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
