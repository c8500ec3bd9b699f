import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands, ContextKeys } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { RememberedChoice } from '../../host/rememberedChoice';
import { combined, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { Acknowledgements } from './acknowledgements';
import { SourceDrop } from './dropSources';
import { SOURCE_ORDERS, type SourceOrder } from './sourceOrder';
import { SourcesView } from './sourcesView';

type Part = typeof import('./commands');

/** The view of the user's own sources and the commands that keep them. */
export function registerSources(deps: Deps): Disposable {
  const { library } = deps;
  const adder = lazy(async () => {
    const { SourceAdder } = await loadPart(deps.log, () => import('./addSources'));
    const { DIALOGS } = await loadPart(deps.log, () => import('./addPrompts'));
    return new SourceAdder(deps, DIALOGS, (source) => view.reveal({ source }));
  });
  const drop = new SourceDrop(library, async (dropped, folder) =>
    (await adder()).add(dropped, folder),
  );
  const order = new RememberedChoice(ContextKeys.sourcesOrder, SOURCE_ORDERS, deps.state);
  const acknowledgements = new Acknowledgements(deps.state);
  const view: SourcesView = new SourcesView(deps, order, acknowledgements, drop);
  const on = (command: string, run: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(command, run);
  const onSources = (command: string, run: (part: Part, args: readonly unknown[]) => unknown) =>
    on(command, async (...args) => run(await loadPart(deps.log, () => import('./commands')), args));
  const sortBy = (command: string, chosen: string, by: SourceOrder) => [
    on(command, () => order.set(by)),
    // The one that is chosen already: a menu shows it with a mark.
    on(chosen, () => undefined),
  ];
  return combined(
    view,
    order,
    acknowledgements,
    on(Commands.addSources, async () => (await adder()).ask()),
    onSources(Commands.searchInSource, (part, args) => part.searchInSource(deps, args)),
    onSources(Commands.editSourceDetails, (part, args) => part.editSourceDetails(deps, args)),
    onSources(Commands.reindexSource, (part, args) => part.reindexSources(deps, args)),
    on(Commands.reindexWithEncoding, async (...args) => {
      const { reindexWithEncoding } = await loadPart(deps.log, () => import('./encodings'));
      await reindexWithEncoding(deps, args);
    }),
    onSources(Commands.retrySource, (part, args) => part.retrySources(deps, args)),
    onSources(Commands.showSourceProblem, (part, args) =>
      part.showProblem(deps, acknowledgements, args),
    ),
    onSources(Commands.acknowledgeProblem, (part, args) =>
      part.acknowledgeProblems(deps, acknowledgements, args),
    ),
    ...sortBy(Commands.sortSourcesByTitle, Commands.sourcesSortedByTitle, 'title'),
    ...sortBy(Commands.sortSourcesByAuthor, Commands.sourcesSortedByAuthor, 'author'),
    ...sortBy(Commands.sortSourcesByDate, Commands.sourcesSortedByDate, 'date'),
    ...sortBy(Commands.sortSourcesByAdded, Commands.sourcesSortedByAdded, 'added'),
    onSources(Commands.reindexAllSources, (part) => part.reindexAllSources(deps)),
    on(Commands.addLibraryFolder, async () => {
      const { addLibraryFolder } = await loadPart(deps.log, () => import('./addLibraryFolder'));
      await addLibraryFolder();
    }),
    onSources(Commands.removeSource, (part, args) => part.removeChosenSources(deps, args)),
    on(Commands.stopReading, () => library.pause()),
    on(Commands.resumeReading, () => library.resume()),
    onSources(Commands.revealInSources, (part, args) => part.revealInSources(deps, view, args)),
  );
}
