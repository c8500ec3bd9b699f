import * as vscode from 'vscode';
import { LONGEST_QUERY } from '../../../core/budgets';
import { LONGEST_NAME } from '../../../core/search/savedSearches';
import { Commands } from '../../../host/ids';
import { askChoice, askText, runSteps, type PromptStep } from '../../../host/steps';
import { showError, showInformation, showStatusMessage } from '../../../host/surfaces/messages';
import { pickItem } from '../../../host/surfaces/quickPicks';
import {
  explainRefusedSearches,
  type SavedSearches,
  type SearchList,
} from '../../../workspace/searches/savedSearches';
import type { PlacedSearch } from './searchesTree';

/**
 * Saves a search, after asking for what is not known: the query unless `argument` has it, the folder
 * where there are several, and a name.
 * @param argument `{ query }`, or anything else
 */
export async function saveSearch(searches: SavedSearches, argument: unknown): Promise<void> {
  const given = (argument as { readonly query?: unknown } | null | undefined)?.query;
  const lists = await searches.all();
  let query = typeof given === 'string' ? given.trim().slice(0, LONGEST_QUERY) : '';
  let list = lists[0];
  let name = '';
  const asked: PromptStep[] = [];
  const title = vscode.l10n.t('Save Search');
  const step = () => ({ title, step: asked.length + 1, totalSteps: total });
  const total = Number(query === '') + Number(lists.length > 1) + 1;
  if (query === '') {
    const shown = step();
    asked.push(() =>
      askText({
        ...shown,
        value: query,
        prompt: vscode.l10n.t(
          'What to search for, with filters such as partner:japan or after:2022',
        ),
        onDidChange: (value) => (query = value),
        validate: (value) => Promise.resolve(flawOf(value, LONGEST_QUERY)),
      }),
    );
  }
  if (lists.length > 1) {
    const shown = step();
    asked.push(() =>
      askChoice(
        { ...shown, placeholder: vscode.l10n.t('Select the folder to save the search in') },
        lists.map((one) => pickItem({ label: one.label, list: one })),
        (item) => (list = item.list),
      ),
    );
  }
  const shown = step();
  asked.push(() => {
    name = name === '' ? query.trim().slice(0, LONGEST_NAME) : name;
    return askText({
      ...shown,
      value: name,
      prompt: vscode.l10n.t('Name of the search'),
      onDidChange: (value) => (name = value),
      validate: (value) => Promise.resolve(flawOf(value, LONGEST_NAME)),
    });
  });
  if ((await runSteps(asked)) && list !== undefined) {
    const chosen = list;
    await attempt(chosen, async () => {
      await searches.add(chosen.key, { name: name.trim(), query: query.trim() });
      showStatusMessage(
        chosen.file === undefined
          ? vscode.l10n.t('Saved with the editor, since no folder is open')
          : vscode.l10n.t('Saved in {0}', vscode.workspace.asRelativePath(chosen.file)),
      );
    });
  }
}

/** Opens the search with the first of them. */
async function run(_: SavedSearches, [first]: readonly PlacedSearch[]): Promise<void> {
  if (first !== undefined) {
    await vscode.commands.executeCommand(Commands.search, { query: first.search.query });
  }
}

/** Asks for another name for the first of them. */
async function rename(searches: SavedSearches, [first]: readonly PlacedSearch[]): Promise<void> {
  if (first === undefined) {
    return;
  }
  const { list, search } = first;
  let { name } = search;
  const outcome = await askText({
    title: vscode.l10n.t('Rename Search'),
    value: name,
    prompt: search.query,
    onDidChange: (value) => (name = value),
    validate: (value) => Promise.resolve(flawOf(value, LONGEST_NAME)),
  });
  if (outcome === 'next') {
    await attempt(list, () => searches.rename(list.key, search, name.trim()));
  }
}

/** Removes them, and offers to take it back, which is not waited for. */
async function remove(searches: SavedSearches, placed: readonly PlacedSearch[]): Promise<void> {
  for (const { list, search } of placed) {
    await attempt(list, async () => {
      const removal = await searches.remove(list.key, search);
      const undo = vscode.l10n.t('Undo');
      void showInformation(vscode.l10n.t('“{0}” was removed.', search.name), undo).then((chosen) =>
        chosen === undo ? attempt(list, () => searches.restore(removal)) : undefined,
      );
    });
  }
}

/** Copies their queries, one a line. */
async function copy(_: SavedSearches, placed: readonly PlacedSearch[]): Promise<void> {
  if (placed.length > 0) {
    await vscode.env.clipboard.writeText(placed.map(({ search }) => search.query).join('\n'));
    showStatusMessage(vscode.l10n.t('Copied'));
  }
}

async function attempt({ file }: SearchList, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const open = vscode.l10n.t('Open File');
    const text = explainRefusedSearches(error);
    if ((await (file ? showError(text, open) : showError(text))) === open && file) {
      await vscode.commands.executeCommand('vscode.open', file);
    }
  }
}

function flawOf(value: string, longest: number) {
  const message =
    value.trim() === ''
      ? vscode.l10n.t('Write something.')
      : value.length > longest
        ? vscode.l10n.t('Write {0} characters or fewer.', longest)
        : undefined;
  return message === undefined ? undefined : ({ message, severity: 'error' } as const);
}

/** What can be done with saved searches. */
export const SEARCH_EDITS = { run, rename, remove, copy };
