import * as vscode from 'vscode';
import { registerExcerpt } from './features/excerpt/register';
import { registerExplorer } from './features/explorer/register';
import { registerHover } from './features/hover/register';
import { registerSearch } from './features/search/register';
import { Desk } from './host/desk';
import { WorkspaceFileStore } from './host/files';
import { Commands } from './host/ids';
import { createLog } from './host/log';
import { reloadLibrary } from './host/reloadLibrary';
import { CommandTargets } from './host/targets';

/** Constructs, injects and registers; everything else happens on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const desk = new Desk(new WorkspaceFileStore(context.extensionUri), log);
  const deps = { desk, targets: new CommandTargets(), log, state: context.globalState };
  context.subscriptions.push(
    log,
    desk,
    registerExcerpt(deps),
    registerExplorer(deps),
    registerSearch(deps),
    registerHover(deps),
    vscode.commands.registerCommand(Commands.showLog, () => log.show()),
    vscode.commands.registerCommand(Commands.reloadPack, () => reloadLibrary(desk)),
  );
}
