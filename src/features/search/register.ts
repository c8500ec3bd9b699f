import * as vscode from 'vscode';
import { entryTitle } from '../../core/packs/catalog';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { isTermRef } from '../../host/termRef';
import { isEntryRef } from '../../host/uris';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { combined, type Disposable } from '../../util/dispose';
import { EVIDENCE_KIND, EvidenceActions } from './evidenceActions';
import { Palettes } from './palettes';
import { queryOfArgument } from './queryEdit';
import { RecentSearches } from './recentSearches';

/** The search palette and the commands that open it. */
export function registerSearch(deps: Deps): Disposable {
  const recent = new RecentSearches(deps.state);
  const palettes = new Palettes(deps, recent);
  const on = (command: string, run: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(command, run);
  return combined(
    palettes,
    on(Commands.search, async (argument) => palettes.search(await queryOf(argument, deps))),
    on(Commands.searchSelection, (argument) => palettes.searchSelection([argument])),
    on(Commands.defineTerm, async (argument) => palettes.define(await queryOf(argument, deps))),
    on(Commands.defineSelection, () => palettes.defineSelection()),
    vscode.commands.registerCommand(Commands.insertHitQuotation, () =>
      palettes.insertHit('quotation', 'sentences'),
    ),
    vscode.commands.registerCommand(Commands.insertHitPassage, () =>
      palettes.insertHit('quotation', 'passage'),
    ),
    vscode.commands.registerCommand(Commands.insertHitCitation, () =>
      palettes.insertHit('citation', 'sentences'),
    ),
    vscode.commands.registerCommand(Commands.saveOpenSearch, () => palettes.saveSearch()),
    vscode.commands.registerCommand(Commands.openHitToSide, () => palettes.openHitBeside()),
    on(Commands.findEvidence, () => palettes.findEvidence()),
    vscode.languages.registerCodeActionsProvider([...NOTE_SELECTOR], new EvidenceActions(), {
      providedCodeActionKinds: [EVIDENCE_KIND],
    }),
    on(Commands.clearRecentSearches, () => recent.clear()),
  );
}

/** The query that a command's argument means: `{ query }`, or the name of the entry or term that a link refers to. */
async function queryOf(argument: unknown, { desk, terms }: Deps): Promise<string> {
  if (isTermRef(argument)) {
    return (await terms.find(argument.term))?.name ?? '';
  }
  if (!isEntryRef(argument)) {
    return queryOfArgument(argument);
  }
  const entry = (await desk.catalog()).get(argument.kind, argument.id);
  return entry === undefined ? '' : entryTitle(argument.kind, entry);
}
