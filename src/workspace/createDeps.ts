import * as vscode from 'vscode';
import { libraryFolders } from '../host/config';
import { loadPart } from '../host/loadPart';
import { WorkspaceFileStore } from '../host/files';
import type { Log } from '../host/surfaces/log';
import { combined, type Disposable } from '../util/dispose';
import { Late } from '../util/late';
import { lazy } from '../util/lazy';
import { OutsideAccess } from './access/outsideAccess';
import { WINDOW_QUESTIONS } from './access/questions';
import { registerAccess } from './access/registerAccess';
import { BibliographyFiles } from './bibliographies/bibliographyFiles';
import { LastCopy } from './bibliographies/lastCopy';
import { LateCiting } from './bibliographies/lateCiting';
import { WorkspaceBibliographies } from './bibliographies/workspaceBibliographies';
import type { Deps } from './deps';
import { Desk } from './desk';
import { WorkspaceGlossaries } from './glossaries/workspaceGlossaries';
import { LastHits } from './lastHits';
import { EncodingChoices } from './library/encodingChoices';
import { LateLibrary } from './library/lateLibrary';
import { PageLinks } from './pages/pageLinks';
import { parserStarter } from './parsing/parserThread';
import { PARSER_MEMORY_MB, ThreadedParsing } from './parsing/parsing';
import { NoteFiles } from './notes/noteFiles';
import { NoteLoop } from './notes/noteLoop';
import { LateQuotes } from './quotes/lateQuotes';
import { CommandTargets } from './targets';
import { LateMentions } from './terms/lateMentions';
import { WorkspaceTerms } from './terms/workspaceTerms';

/** Makes what every feature is given. Reads nothing. */
export function createDeps(context: vscode.ExtensionContext, log: Log): Deps & Disposable {
  const { extensionUri: extension, globalStorageUri, storageUri } = context;
  const desk = new Desk(new WorkspaceFileStore(extension), log);
  const startParser = parserStarter(extension, PARSER_MEMORY_MB);
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
    extension,
    storage: vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'library'),
    ownFolder,
    storageElsewhere: vscode.Uri.joinPath(globalStorageUri, 'library-elsewhere'),
    folders: vscode.workspace,
    foldersElsewhere: libraryFolders,
    access,
    encodings: new EncodingChoices(context.globalState),
    bibliographies: bibliographyFiles,
    desk,
    log,
  });
  const searcher = lazy(async () => {
    const [{ createDeskSearcher }, { tagsForSearch }, catalog, known] = await Promise.all([
      loadPart(log, () => import('../core/search/deskSearcher')),
      loadPart(log, () => import('../core/tags/libraryTags')),
      desk.catalog(),
      tags.get(),
    ]);
    void known.start();
    return createDeskSearcher(catalog, () => library.contents, tagsForSearch(known.index));
  });
  const glossaries = new WorkspaceGlossaries(log, access, vscode.workspace, parsing);
  const pageLinks = new PageLinks();
  const terms = new WorkspaceTerms(desk, glossaries, log, pageLinks);
  const notes = new NoteFiles(access, log);
  const noteLoop = new NoteLoop(log);
  const mentions = new LateMentions(terms, library, notes, log);
  const tags = new Late(async () => {
    const { WorkspaceTags } = await loadPart(log, () => import('./tags/workspaceTags'));
    const storage = vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'library', 'tags');
    return new WorkspaceTags({ library, desk, terms, storage, log });
  });
  const own = new Late(async () => {
    const { OwnPassages } = await loadPart(log, () => import('./own/ownPassages'));
    return new OwnPassages({
      library,
      tags: await tags.get(),
      state: context.workspaceState,
      log,
    });
  });
  const searches = new Late(async () => {
    const { SavedSearches } = await loadPart(log, () => import('./searches/savedSearches'));
    return new SavedSearches(access, context.globalState, log);
  });
  const lastHits = new LastHits();
  const citing = new LateCiting(bibliographies, library, log);
  const quotes = new LateQuotes({ library, bibliographies, notes, log });
  return {
    ...combined(
      parsing,
      access,
      registerAccess(access),
      desk,
      desk.onDidChange(() => searcher.reset()),
      library,
      glossaries,
      bibliographies,
      terms,
      notes,
      noteLoop,
      mentions,
      tags,
      own,
      searches,
      lastHits,
      citing,
      quotes,
    ),
    extension,
    desk,
    library,
    access,
    glossaries,
    bibliographies,
    terms,
    mentions,
    tags: tags.get,
    own: own.get,
    searches: searches.get,
    notes,
    noteLoop,
    searcher,
    lastHits,
    citing,
    quotes,
    lastCopy: new LastCopy(),
    targets: new CommandTargets(),
    pageLinks,
    parsing,
    log,
    state: context.globalState,
    workspaceState: context.workspaceState,
  };
}
