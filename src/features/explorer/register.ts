import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { Explorer } from './explorer';
import type { OwnViews } from './own/ownViews';
import { TreeNode } from '../../host/tree/treeNode';
import type { ViewName } from './views';

/** What can be done with saved searches. */
const EDITS = ['run', 'rename', 'remove', 'copy'] as const;

/** The sidebar's views and the commands that move in them. */
export function registerExplorer(deps: Deps): Disposable {
  const explorer = new Explorer(deps);
  const on = (command: string, run: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(command, run);
  const onOwn = (command: string, run: (own: OwnViews, args: readonly unknown[]) => unknown) =>
    on(command, async (...args) => run(await explorer.own.get(), args));
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
    on(Commands.filterTerms, async () => {
      const { chooseTerms } = await loadPart(deps.log, () => import('./chooseTerms'));
      await chooseTerms(explorer.termsFilter, deps.glossaries);
    }),
    on(Commands.clearTermsFilter, () => explorer.termsFilter.clear()),
    on(Commands.showMentions, async (node) => {
      const { showMentions } = await loadPart(deps.log, () => import('./showMentions'));
      await showMentions(deps, node);
    }),
    on(Commands.showMore, (node) => explorer.showMore(node)),
    onOwn(Commands.filterOwnPassages, (own) => own.filter.choose()),
    onOwn(Commands.clearOwnFilter, (own) => own.filter.clear()),
    onOwn(Commands.markAsRead, (own, args) => own.markAsRead(args)),
    onOwn(Commands.markAllAsRead, (own) => own.markAllAsRead()),
    onOwn(Commands.saveSearch, (own, [argument]) => own.saveSearch(argument)),
    ...EDITS.map((what) =>
      onOwn(Commands[`${what}SavedSearch`], (own, args) => own.editSearches(args, what)),
    ),
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
