import * as vscode from 'vscode';
import { registerChecks } from './features/checks/register';
import { registerCiting } from './features/citing/register';
import { registerExport } from './features/export/register';
import { registerExplorer } from './features/explorer/register';
import { registerGlossary } from './features/glossary/register';
import { registerPages } from './features/pages/register';
import { registerQuotes } from './features/quotes/register';
import { registerReady } from './features/ready/register';
import { registerSamples } from './features/samples/register';
import { registerSearch } from './features/search/register';
import { registerSources } from './features/sources/register';
import type { PreviewExtension } from './features/terms/preview/registerPreview';
import { registerTerms } from './features/terms/register';
import { Commands } from './host/ids';
import { createLog } from './host/surfaces/log';
import { createDeps } from './workspace/createDeps';
import { reloadPacks } from './workspace/reloadPacks';

/** Constructs, injects and registers; everything else happens on first use. */
export function activate(context: vscode.ExtensionContext): PreviewExtension {
  const log = createLog();
  const deps = createDeps(context, log);
  const terms = registerTerms(deps);
  context.subscriptions.push(
    log,
    deps,
    registerPages(deps),
    registerSources(deps),
    registerSamples(deps),
    registerExplorer(deps),
    registerSearch(deps),
    terms,
    registerGlossary(deps),
    registerChecks(deps),
    registerQuotes(deps),
    registerReady(deps),
    registerCiting(deps),
    registerExport(deps),
    vscode.commands.registerCommand(Commands.showLog, () => log.show()),
    vscode.commands.registerCommand(Commands.reloadPack, () => reloadPacks(deps.desk)),
  );
  return terms;
}
