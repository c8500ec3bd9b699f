import * as vscode from 'vscode';
import { registerChecks } from './features/checks/register';
import { registerCitekeys } from './features/citing/citekeys/register';
import { registerCiting } from './features/citing/register';
import { registerCompletion } from './features/terms/completion/register';
import { registerDecorations } from './features/terms/decorations/register';
import { registerExcerpt } from './features/pages/excerpt/register';
import { registerExchange } from './features/glossary/exchange/register';
import { registerExplorer } from './features/explorer/register';
import { registerGlossary } from './features/glossary/register';
import { registerHover } from './features/terms/hover/register';
import { registerLibrary } from './features/sources/register';
import { registerNavigation } from './features/terms/navigation/register';
import { registerOriginal } from './features/pages/original/register';
import { registerPreview, type PreviewExtension } from './features/terms/preview/register';
import { registerQuotes } from './features/quotes/register';
import { registerReading } from './features/pages/reading/register';
import { registerSearch } from './features/search/register';
import { OutsideAccess } from './workspace/access/outsideAccess';
import { WINDOW_QUESTIONS } from './workspace/access/questions';
import { registerAccess } from './workspace/access/register';
import { BibliographyFiles } from './workspace/bibliographies/bibliographyFiles';
import { LastCopy } from './workspace/bibliographies/lastCopy';
import { NoteCiting } from './workspace/bibliographies/noteCiting';
import { WorkspaceBibliographies } from './workspace/bibliographies/workspaceBibliographies';
import type { Deps } from './workspace/deps';
import { Desk } from './workspace/desk';
import { WorkspaceFileStore } from './host/files';
import { WorkspaceGlossaries } from './workspace/glossaries/workspaceGlossaries';
import { Commands } from './host/ids';
import { LastHits } from './workspace/lastHits';
import { LateLibrary } from './workspace/library/lateLibrary';
import { loadPart } from './host/loadPart';
import { parserStarter } from './workspace/parsing/parserThread';
import { PARSER_MEMORY_MB, ThreadedParsing } from './workspace/parsing/parsing';
import { createLog } from './host/surfaces/log';
import { reloadLibrary } from './workspace/reloadLibrary';
import { CommandTargets } from './workspace/targets';
import { LateMentions } from './workspace/terms/lateMentions';
import { WorkspaceTerms } from './workspace/terms/workspaceTerms';
import { lazy } from './util/lazy';

/** Constructs, injects and registers; everything else happens on first use. */
export function activate(context: vscode.ExtensionContext): PreviewExtension {
  const { extensionUri, globalStorageUri, storageUri, subscriptions } = context;
  const log = createLog();
  const desk = new Desk(new WorkspaceFileStore(extensionUri), log);
  const startParser = parserStarter(extensionUri, PARSER_MEMORY_MB);
  const parsing = new ThreadedParsing(startParser, log, {}, (load) => loadPart(log, load));
  const ownFolder = vscode.Uri.joinPath(globalStorageUri, 'sources');
  const access = new OutsideAccess({
    state: context.workspaceState,
    questions: WINDOW_QUESTIONS,
    own: [ownFolder],
  });
  const bibliographyFiles = new BibliographyFiles(log, access, parsing);
  const bibliographies = new WorkspaceBibliographies(bibliographyFiles, access);
  const library = new LateLibrary({
    extension: extensionUri,
    storage: vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'library'),
    ownFolder,
    folders: vscode.workspace,
    access,
    bibliographies: bibliographyFiles,
    desk,
    log,
  });
  const searcher = lazy(async () => {
    const [{ createDeskSearcher }, catalog] = await Promise.all([
      loadPart(log, () => import('./core/search/deskSearcher')),
      desk.catalog(),
    ]);
    return createDeskSearcher(catalog, () => library.contents);
  });
  const glossaries = new WorkspaceGlossaries(log, access, vscode.workspace, parsing);
  const terms = new WorkspaceTerms(desk, glossaries, log);
  const mentions = new LateMentions(terms, library, access, log);
  const lastHits = new LastHits();
  const targets = new CommandTargets();
  const citing = new NoteCiting(bibliographies, library, log);
  const deps: Deps = {
    desk,
    library,
    access,
    glossaries,
    bibliographies,
    terms,
    mentions,
    searcher,
    lastHits,
    citing,
    lastCopy: new LastCopy(),
    targets,
    parsing,
    log,
    state: context.globalState,
  };
  const preview = registerPreview(deps);
  subscriptions.push(
    log,
    parsing,
    access,
    registerAccess(access),
    desk,
    desk.onDidChange(() => searcher.reset()),
    library,
    glossaries,
    bibliographies,
    terms,
    mentions,
    lastHits,
    citing,
    registerExcerpt(deps),
    registerReading(deps),
    registerLibrary(deps),
    registerOriginal(deps, extensionUri),
    registerExplorer(deps),
    registerSearch(deps),
    registerHover(deps),
    registerGlossary(deps),
    registerExchange(deps),
    registerCiting(deps),
    registerCompletion(deps),
    registerNavigation(deps),
    registerDecorations(deps),
    registerChecks(deps),
    registerQuotes(deps),
    registerCitekeys(deps),
    preview,
    vscode.commands.registerCommand(Commands.showLog, () => log.show()),
    vscode.commands.registerCommand(Commands.reloadPack, () => reloadLibrary(desk)),
  );
  return preview;
}
