import * as vscode from 'vscode';
import { explainFileError } from '../../host/fileFaultText';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import type { LibrarySource, UnreadableFolder } from '../../workspace/library/library';
import { findPassages } from '../../workspace/passages';
import type { Acknowledgements } from './acknowledgements';
import { removeSources } from './removeSources';
import type { SourcesView } from './sourcesView';
import { sourceFilter } from '../../workspace/library/sourceFilter';
import { isSourceNode, isUnreadableNode } from './sourceNodes';
import { problemOf } from './sourceState';
import { TreeNode } from '../../host/tree/treeNode';
import { showError, askInDialog } from '../../host/surfaces/messages';

/** More sources are not read again without a question: it may take minutes. */
const MANY_SOURCES = 20;

/** Starts a search in the one source that `args`, a command's arguments, mean. */
export async function searchInSource(
  { library, targets }: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<void> {
  const target = await targets.source(args);
  const source = target && library.get(target.source);
  if (source !== undefined) {
    await vscode.commands.executeCommand(Commands.search, {
      query: sourceFilter(source, library.sources),
    });
  }
}

/** Reads the sources that `args` mean again. */
export async function reindexSources(
  deps: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<void> {
  const sources = await chosenSources(deps, args);
  deps.library.reindex(sources.map(({ id }) => id));
}

/** Reads the sources that `args` mean once more, and looks again into folders that could not be read. */
export async function retrySources(
  deps: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<void> {
  const items = args[0] === undefined ? [] : await deps.targets.items(args);
  if (items.some((item) => item instanceof TreeNode && isUnreadableNode(item.spec))) {
    await deps.library.rescan();
  }
  await reindexSources(deps, args);
}

/** Reads all sources again; asks before, when they are many. */
export async function reindexAllSources({ library }: Pick<Deps, 'library'>): Promise<void> {
  await library.rescan();
  const ids = library.sources.map(({ id }) => id);
  if (ids.length > MANY_SOURCES) {
    const readAll = vscode.l10n.t('Reindex All');
    const chosen = await askInDialog(
      vscode.l10n.t('Reindex all {0} sources?', ids.length),
      {
        detail: vscode.l10n.t(
          'Changed sources are reindexed automatically. Reindexing all of them may take some minutes; you can go on working and searching.',
        ),
      },
      readAll,
    );
    if (chosen !== readAll) {
      return;
    }
  }
  library.reindex(ids);
}

/** Takes the sources that `args` mean out of the library. */
export async function removeChosenSources(
  deps: Pick<Deps, 'library' | 'targets' | 'log'>,
  args: readonly unknown[],
): Promise<void> {
  try {
    await removeSources(await chosenSources(deps, args), deps.log);
  } catch (error) {
    deps.log.error(`The settings could not be changed: ${String(error)}`);
    void showError(
      vscode.l10n.t(
        'The settings could not be changed: {0}',
        explainFileError(error, 'write', vscode.l10n),
      ),
    );
  }
}

/** Has the user edit what is known of the source that `args` mean. */
export async function editSourceDetails(
  deps: Pick<Deps, 'library' | 'targets' | 'log'>,
  args: readonly unknown[],
): Promise<void> {
  await deps.library.start();
  const [source] = await chosenSources(deps, args);
  if (source !== undefined) {
    const { editDetails } = await loadPart(deps.log, () => import('./editDetails'));
    await editDetails(deps, source);
  }
}

/** Shows in the view what `args` mean: a source, or the passage that is selected in its page. */
export async function revealInSources(
  { library, targets }: Pick<Deps, 'library' | 'targets'>,
  view: SourcesView,
  args: readonly unknown[],
): Promise<void> {
  const target = await targets.source(args);
  if (target !== undefined) {
    await library.start();
    const [passage] = (await findPassages(library, target))?.passages ?? [];
    await view.reveal({ source: target.source, ...(passage && { passage: passage.id }) });
  }
}

/** Shows what is wrong with the source or the folder that `args` mean, with what can be done. */
export async function showProblem(
  deps: Pick<Deps, 'library' | 'targets' | 'log'>,
  acknowledgements: Acknowledgements,
  args: readonly unknown[],
): Promise<void> {
  await deps.library.start();
  const [problem] = await chosenProblems(deps, args);
  if (problem === undefined) {
    // Mended meanwhile.
    await vscode.commands.executeCommand(Commands.openSource, ...args);
    return;
  }
  const { showFolderProblem, showSourceProblem } = await loadPart(
    deps.log,
    () => import('./problemNotice'),
  );
  const actions = {
    isAcknowledged: acknowledgements.has(problem),
    retry: () => retrySources(deps, args),
    acknowledge: () => acknowledgements.add([problem]),
  };
  await ('state' in problem
    ? showSourceProblem(problem, actions, deps.log)
    : showFolderProblem(problem, actions));
}

/** Remembers that the user knows of the problems of what `args` mean. */
export async function acknowledgeProblems(
  deps: Pick<Deps, 'library' | 'targets'>,
  acknowledgements: Acknowledgements,
  args: readonly unknown[],
): Promise<void> {
  await acknowledgements.add(await chosenProblems(deps, args));
}

/** The sources and folders that cannot be searched among those that `args` mean. */
async function chosenProblems(
  deps: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<readonly (LibrarySource | UnreadableFolder)[]> {
  const items = args[0] === undefined ? [] : await deps.targets.items(args);
  const labels = items.flatMap((item) =>
    item instanceof TreeNode && isUnreadableNode(item.spec) ? [item.spec.label] : [],
  );
  const sources = await chosenSources(deps, items.length > 0 ? [items[0], items] : args);
  return [
    ...deps.library.unreadable.filter(({ path }) => labels.includes(path)),
    ...sources.filter(({ state }) => problemOf(state) !== undefined),
  ];
}

/** The sources themselves that `args` mean: a heading or a passage does not stand for its source. */
async function chosenSources(
  { library, targets }: Pick<Deps, 'library' | 'targets'>,
  args: readonly unknown[],
): Promise<readonly LibrarySource[]> {
  const items = args[0] === undefined ? await targets.sources([]) : await targets.items(args);
  const meant = items.filter((item) => !(item instanceof TreeNode) || isSourceNode(item.spec));
  const found = await Promise.all(meant.map((item) => targets.sources([item])));
  return [...new Set(found.flat().map(({ source }) => source))]
    .map((id) => library.get(id))
    .filter((source) => source !== undefined);
}
