import * as vscode from 'vscode';
import { createDeskSearcher } from './core/search/deskSearcher';
import { registerExcerpt } from './features/excerpt/register';
import { registerExplorer } from './features/explorer/register';
import { registerHover } from './features/hover/register';
import { registerLibrary } from './features/library/register';
import { registerOriginal } from './features/original/register';
import { registerReading } from './features/reading/register';
import { registerSearch } from './features/search/register';
import type { Deps } from './host/deps';
import { Desk } from './host/desk';
import { WorkspaceFileStore } from './host/files';
import { Commands } from './host/ids';
import { LastHits } from './host/lastHits';
import { WorkspaceLibrary } from './host/library/workspaceLibrary';
import { createLog } from './host/log';
import { reloadLibrary } from './host/reloadLibrary';
import { CommandTargets } from './host/targets';
import { lazy } from './util/lazy';

/** Constructs, injects and registers; everything else happens on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, globalStorageUri, storageUri, subscriptions } = context;
  const log = createLog();
  const desk = new Desk(new WorkspaceFileStore(extensionUri), log);
  const library = new WorkspaceLibrary({
    extension: extensionUri,
    storage: vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'library'),
    ownFolder: vscode.Uri.joinPath(globalStorageUri, 'sources'),
    folders: vscode.workspace,
    desk,
    log,
  });
  const searcher = lazy(async () =>
    createDeskSearcher(await desk.catalog(), () => library.contents),
  );
  const lastHits = new LastHits();
  const targets = new CommandTargets();
  const deps: Deps = {
    desk,
    library,
    searcher,
    lastHits,
    targets,
    log,
    state: context.globalState,
  };
  subscriptions.push(
    log,
    desk,
    desk.onDidChange(() => searcher.reset()),
    library,
    lastHits,
    registerExcerpt(deps),
    registerReading(deps),
    registerLibrary(deps),
    registerOriginal(deps, extensionUri),
    registerExplorer(deps),
    registerSearch(deps),
    registerHover(deps),
    vscode.commands.registerCommand(Commands.showLog, () => log.show()),
    vscode.commands.registerCommand(Commands.reloadPack, () => reloadLibrary(desk)),
  );
}
