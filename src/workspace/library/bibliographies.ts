import * as vscode from 'vscode';
import type { DocumentMetadata } from '../../core/library/document';
import { selfAndAbove } from '../../core/paths/pathRules';
import type { Logger } from '../../core/ports';
import type { BibliographyFiles } from '../bibliographies/bibliographyFiles';
import type { NoteBibliography } from '../bibliographies/noteBibliographies';
import { isPartFailure, loadPart } from '../../host/loadPart';
import type { FoundSource } from './sourceFinder';
import type { SourceRoot } from './sourceRoots';
import { diskFiles } from '../../host/diskFiles';

/** Files that may be bibliographies. What people say of sources is none. */
const BIBLIOGRAPHY = /(?<!\.ip4desk)\.(?:bib|json)$/i;

/** A file that may have entries. */
interface Loaded {
  readonly folder: vscode.Uri;
  readonly read: NoteBibliography;
  /** What it says about the file at a path near it. */
  readonly find: (path: string) => DocumentMetadata | undefined;
  /** What it says about a file elsewhere that it names by its path. */
  readonly findElsewhere: (path: string) => DocumentMetadata | undefined;
}

/**
 * What bibliographies say about sources: BibTeX and CSL-JSON files in the folder of a source or in
 * one above it, as reference managers export them.
 */
export class Bibliographies {
  private loaded: ReadonlyMap<string, Loaded> = new Map();
  private folders: ReadonlySet<string> = new Set();

  constructor(
    private readonly files: Pick<BibliographyFiles, 'readSaved'>,
    private readonly log: Logger,
  ) {}

  /** Whether a file may be a bibliography of one of the sources that were found last. */
  concerns(file: vscode.Uri): boolean {
    return BIBLIOGRAPHY.test(file.path) && this.folders.has(folderOf(file).toString());
  }

  /** Reads what has changed. Never rejects: what cannot be read says nothing. */
  async load(sources: readonly FoundSource[], roots: readonly SourceRoot[]): Promise<void> {
    const folders = foldersAbove(sources, roots);
    const loaded = await Promise.all([...folders.values()].map((folder) => this.loadIn(folder)));
    this.folders = new Set(folders.keys());
    this.loaded = new Map(loaded.flat());
  }

  /** What is said about a file, the nearest bibliography first; `undefined` when nothing is. */
  metadataOf(file: vscode.Uri): DocumentMetadata | undefined {
    const above = [...this.loaded.values()]
      .filter(({ folder }) => file.path.startsWith(`${folder.path.replace(/\/$/, '')}/`))
      .sort((a, b) => b.folder.path.length - a.folder.path.length);
    for (const { find } of above) {
      const metadata = find(file.path);
      if (metadata) {
        return metadata;
      }
    }
    return undefined;
  }

  /** What any of them says about a file that lies elsewhere; `undefined` when none names it. */
  metadataElsewhere(file: vscode.Uri): DocumentMetadata | undefined {
    for (const { findElsewhere } of this.loaded.values()) {
      const metadata = findElsewhere(file.path);
      if (metadata) {
        return metadata;
      }
    }
    return undefined;
  }

  private async loadIn(folder: vscode.Uri): Promise<readonly [string, Loaded][]> {
    let names: readonly [string, vscode.FileType][];
    try {
      names = await diskFiles.readDirectory(folder);
    } catch {
      return [];
    }
    const loaded = await Promise.all(
      names
        .filter(([name, type]) => type & vscode.FileType.File && BIBLIOGRAPHY.test(name))
        .map(([name]) => this.loadFile(folder, name)),
    );
    return loaded.filter((entry) => entry !== undefined);
  }

  private async loadFile(folder: vscode.Uri, name: string): Promise<[string, Loaded] | undefined> {
    try {
      return await this.readFile(folder, vscode.Uri.joinPath(folder, name));
    } catch (error) {
      if (isPartFailure(error)) {
        // Logged and told of. Sources are found and read all the same.
        return undefined;
      }
      throw error;
    }
  }

  private async readFile(
    folder: vscode.Uri,
    uri: vscode.Uri,
  ): Promise<[string, Loaded] | undefined> {
    const key = uri.toString();
    const read = await this.files.readSaved(uri);
    const before = this.loaded.get(key);
    if (typeof read === 'string') {
      return undefined;
    }
    if (before?.read === read) {
      return [key, before];
    }
    const { entries, problems } = read;
    // Of other JSON files nobody wants to hear that they are no bibliographies.
    if (entries.length > 0) {
      for (const { message, line } of problems) {
        this.log.warn(`${uri.path}${line === undefined ? '' : `:${line}`}: ${message}`);
      }
    }
    const { entryForFile, entryNamingFile } = await loadPart(
      this.log,
      () => import('../../core/citation/bibliography'),
    );
    const find = (path: string): DocumentMetadata | undefined =>
      entryForFile(entries, path)?.metadata;
    const findElsewhere = (path: string): DocumentMetadata | undefined =>
      entryNamingFile(entries, path)?.metadata;
    return [key, { folder, read, find, findElsewhere }];
  }
}

/** The roots, and the folders of sources and those above them. */
function foldersAbove(
  sources: readonly FoundSource[],
  roots: readonly SourceRoot[],
): ReadonlyMap<string, vscode.Uri> {
  const folders = new Map<string, vscode.Uri>(roots.map(({ uri }) => [uri.toString(), uri]));
  for (const { root, path } of sources) {
    for (const above of selfAndAbove(path).slice(0, -1)) {
      const folder = vscode.Uri.joinPath(root.uri, above);
      folders.set(folder.toString(), folder);
    }
  }
  return folders;
}

function folderOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, '..');
}
