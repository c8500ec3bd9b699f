import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import {
  editSourceDetails,
  reindexAllSources,
  reindexSources,
  removeChosenSources,
  retrySources,
  revealInSources,
  searchInSource,
} from './commands';
import { SourceDrop } from './dropSources';
import { SourcesView } from './sourcesView';

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
  const view: SourcesView = new SourcesView(deps, drop);
  const on = (command: string, run: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(command, run);
  return combined(
    view,
    on(Commands.addSources, async () => (await adder()).ask()),
    on(Commands.searchInSource, (...args) => searchInSource(deps, args)),
    on(Commands.editSourceDetails, (...args) => editSourceDetails(deps, args)),
    on(Commands.reindexSource, (...args) => reindexSources(deps, args)),
    on(Commands.reindexWithEncoding, async (...args) => {
      const { reindexWithEncoding } = await loadPart(deps.log, () => import('./encodings'));
      await reindexWithEncoding(deps, args);
    }),
    on(Commands.retrySource, (...args) => retrySources(deps, args)),
    on(Commands.reindexAllSources, () => reindexAllSources(deps)),
    on(Commands.removeSource, (...args) => removeChosenSources(deps, args)),
    on(Commands.stopReading, () => library.pause()),
    on(Commands.resumeReading, () => library.resume()),
    on(Commands.revealInSources, (...args) => revealInSources(deps, view, args)),
  );
}
