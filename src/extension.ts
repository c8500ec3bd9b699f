import * as vscode from 'vscode';
import { registerChecks } from './features/checks/register';
import { registerCitekeys } from './features/citekeys/register';
import { registerCiting } from './features/citing/register';
import { registerCompletion } from './features/completion/register';
import { registerDecorations } from './features/decorations/register';
import { registerExcerpt } from './features/excerpt/register';
import { registerExchange } from './features/exchange/register';
import { registerExplorer } from './features/explorer/register';
import { registerGlossary } from './features/glossary/register';
import { registerHover } from './features/hover/register';
import { registerLibrary } from './features/library/register';
import { registerNavigation } from './features/navigation/register';
import { registerOriginal } from './features/original/register';
import { registerPreview, type PreviewExtension } from './features/preview/register';
import { registerQuotes } from './features/quotes/register';
import { registerReading } from './features/reading/register';
import { registerSearch } from './features/search/register';
import { OutsideAccess } from './host/access/outsideAccess';
import { WINDOW_QUESTIONS } from './host/access/questions';
import { registerAccess } from './host/access/register';
import { BibliographyFiles } from './host/citing/bibliographyFiles';
import { LastCopy } from './host/citing/lastCopy';
import { NoteCiting } from './host/citing/noteCiting';
import { WorkspaceBibliographies } from './host/citing/workspaceBibliographies';
import type { Deps } from './host/deps';
import { Desk } from './host/desk';
import { WorkspaceFileStore } from './host/files';
import { WorkspaceGlossaries } from './host/glossaries/workspaceGlossaries';
import { Commands } from './host/ids';
import { LastHits } from './host/lastHits';
import { WorkspaceLibrary } from './host/library/workspaceLibrary';
import { loadPart } from './host/loadPart';
import { parserStarter } from './host/parsing/parserThread';
import { PARSER_MEMORY_MB, ThreadedParsing } from './host/parsing/parsing';
import { createLog } from './host/surfaces/log';
import { reloadLibrary } from './host/reloadLibrary';
import { CommandTargets } from './host/targets';
import { LateMentions } from './host/terms/lateMentions';
import { WorkspaceTerms } from './host/terms/workspaceTerms';
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
  const library = new WorkspaceLibrary({
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
