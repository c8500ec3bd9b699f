import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { Explorer } from './explorer';
import { showMentions } from './showMentions';
import { TreeNode } from '../../host/tree/treeNode';
import type { ViewName } from './views';

/** The sidebar's views and the commands that move in them. */
export function registerExplorer(deps: Deps): Disposable {
  const explorer = new Explorer(deps);
  const on = (command: string, run: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(command, run);
  const revealIn =
    (view?: ViewName) =>
    async (...args: unknown[]) => {
      const ref = await deps.targets.one(args);
      if (ref !== undefined) {
        await explorer.reveal(ref, view);
      }
    };
  return combined(
    explorer,
    on(Commands.revealInSidebar, revealIn()),
    on(Commands.revealInTopics, revealIn('topics')),
    on(Commands.revealInPartners, revealIn('partners')),
    on(Commands.revealInTerms, revealIn('terms')),
    on(Commands.revealInTimeline, revealIn('timeline')),
    on(Commands.groupTermsByLetter, () => explorer.termsGrouping.set('letter')),
    on(Commands.groupTermsByKind, () => explorer.termsGrouping.set('kind')),
    on(Commands.filterTerms, () => explorer.termsFilter.choose()),
    on(Commands.clearTermsFilter, () => explorer.termsFilter.clear()),
    on(Commands.showMentions, (node) => showMentions(deps, node)),
    on(Commands.groupTimelineByYear, () => explorer.timelineGrouping.set('year')),
    on(Commands.groupTimelineByPartner, () => explorer.timelineGrouping.set('partner')),
    on(Commands.ungroupTimeline, () => explorer.timelineGrouping.set('list')),
    on(Commands.sortTimelineOldestFirst, () => explorer.timelineOrder.set('oldestFirst')),
    on(Commands.sortTimelineNewestFirst, () => explorer.timelineOrder.set('newestFirst')),
    on(Commands.searchWithin, async (node) => {
      if (node instanceof TreeNode && node.spec.query !== undefined) {
        await vscode.commands.executeCommand(Commands.search, { query: node.spec.query });
      }
    }),
  );
}
