import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { EncodingChoices } from '../../src/workspace/library/encodingChoices';
import { memoryState } from '../support/memoryState';
import type { FolderHost } from '../../src/workspace/library/sourceRoots';
import { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { ANYWHERE } from '../support/anywhere';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

/** A library over one folder, apart from the one that the extension has itself. */
export function ownLibrary(
  folder: vscode.Uri,
  storage: vscode.Uri,
  note: (message: string) => void = () => undefined,
): WorkspaceLibrary {
  const folders: FolderHost = {
    workspaceFolders: [{ uri: folder, name: 'own', index: 0 }],
    onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
  };
  const log = { info: note, warn: note, error: note };
  return new WorkspaceLibrary({
    extension: extension().extensionUri,
    storage,
    storageElsewhere: vscode.Uri.joinPath(storage, 'elsewhere'),
    foldersElsewhere: () => [],
    ownFolder: storage,
    folders,
    access: ANYWHERE,
    desk: {
      catalog: () => Promise.resolve(new Catalog([])),
      onDidChange: new vscode.EventEmitter<void>().event,
    },
    encodings: new EncodingChoices(memoryState()),
    bibliographies: new BibliographyFiles(log, ANYWHERE),
    log,
  });
}

/** The paths of the sources in which a word is found. */
export function foundIn(library: WorkspaceLibrary, words: string): readonly string[] {
  const { hits } = createDeskSearcher(new Catalog([]), () => library.contents).search(words);
  const paths = hits.map((hit) => hit.kind === 'passage' && library.get(hit.source)?.path);
  return [...new Set(paths)].map(String).sort();
}

/** Waits until a word is found in these sources and no others. */
export async function untilFound(
  library: WorkspaceLibrary,
  words: string,
  ...paths: readonly string[]
): Promise<void> {
  const isSo = () => JSON.stringify(foundIn(library, words)) === JSON.stringify(paths);
  await waitFor(words, isSo).catch(() => assert.deepEqual(foundIn(library, words), paths));
}
