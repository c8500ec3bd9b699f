import { itemAt } from '../../util/defined';
import * as vscode from 'vscode';
import type { GlossaryProblem } from '../../core/glossary/glossary';
import { gatherImports } from '../../core/glossary/imports';
import {
  folderOf,
  GLOSSARY_ENDINGS,
  isGlossaryPath,
  isIn,
  pathBelow,
  placeKey,
} from '../../core/paths/place';
import { GlossaryScope, placesNamed, placeRoot, type ScopedNote } from '../../core/glossary/scope';
import type { Logger } from '../../core/ports';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { PlaceAccess } from '../access/placeAccess';
import { searchFiles } from '../fileSearch';
import { FolderWatcher, type Observed } from '../folderWatcher';
import { describeError } from '../../host/fileErrors';
import { loadPart } from '../../host/loadPart';
import type { FolderHost } from '../library/sourceRoots';
import { PARSING_HERE, type Parsing } from '../parsing/parsing';
import type { Glossaries, LoadedGlossary, NotePlace, Relation } from './glossaries';
import { GlossaryFiles } from './glossaryFiles';
import { placeOfNote } from './notePlace';

const PATTERN = `**/*{${GLOSSARY_ENDINGS.join(',')}}`;

/** Where people keep none of their own. */
const FOREIGN = ['**/node_modules', '**/.git'];

/** Milliseconds without an event until files are read again. */
const QUIET_MS = 150;

/** Places that notes may mean by names and where nothing is; more are forgotten. */
const MOST_NAMED = 100;

/**
 * UTF-16 units, some 6,000 terms. What is longer takes half a second to read, and the extension host
 * does nothing else meanwhile: such a glossary counts as it is saved, not as it is typed.
 */
const LONGEST_LIVE = 1_000_000;

/** Where a glossary may be that a note names, and the folder of that note. */
interface NamedPlace {
  readonly uri: vscode.Uri;
  readonly home: vscode.Uri | undefined;
}

/** The glossaries of the workspace's folders, and those that notes name elsewhere. */
export class WorkspaceGlossaries extends DisposableStore implements Glossaries {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly files: GlossaryFiles;
  private readonly watcher: FolderWatcher;
  private readonly scope = new GlossaryScope(() => this.roots);
  private readonly begin = lazy(() => this.beginNow());
  /** Reads what a note names; `undefined` until what reads front matter has been loaded. */
  private namesIn: ((note: string) => readonly string[]) | undefined;
  /** Looks run one after the other; the last one. */
  private looking: Promise<void> = Promise.resolve();
  private found: readonly vscode.Uri[] = [];
  /** Where what notes name may be, by address; at most of these places there is nothing. */
  private readonly named = new Map<string, NamedPlace>();
  private loaded: readonly LoadedGlossary[] = [];

  constructor(
    private readonly log: Logger,
    private readonly access: PlaceAccess,
    private readonly host: FolderHost = vscode.workspace,
    parsing: Parsing = PARSING_HERE,
  ) {
    super();
    this.files = new GlossaryFiles(log, access, parsing);
    this.watcher = this._register(
      new FolderWatcher(
        {
          has: (file) => this.files.has(file),
          hasIn: (folder) => this.files.hasIn(folder),
          decides: ({ path }) => isGlossaryPath(path),
        },
        QUIET_MS,
        (observed) => void this.look(observed),
      ),
    );
  }

  get all(): readonly LoadedGlossary[] {
    return this.loaded;
  }

  start(): Promise<void> {
    return this.begin();
  }

  relationsTo(note: NotePlace): readonly Relation[] {
    const scoped: ScopedNote = {
      place: placeOfNote(note.uri, this.roots),
      named: this.namesIn?.(note.getText()) ?? [],
    };
    if (scoped.named.length > 0) {
      this.want(scoped);
    }
    return this.scope.relations(scoped, this.loaded);
  }

  private get roots(): readonly vscode.Uri[] {
    return (this.host.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  private beginNow(): Promise<void> {
    this._register(this.host.onDidChangeWorkspaceFolders(() => this.watcher.everything()));
    this._register(this.access.onDidChange(() => this.watcher.everything()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) {
          this.watcher.everything();
        }
      }),
    );
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.files.has(document.uri) && isLive(document)) {
          this.watcher.changed(document.uri);
        }
      }),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // What was not saved does not hold any more.
        if (this.files.has(uri)) {
          this.watcher.changed(uri);
        }
      }),
    );
    return this.look('everything');
  }

  /** Has those read that a note names and nobody has looked at yet. */
  private want({ place, named }: ScopedNote): void {
    const known = new Set(this.loaded.map(({ uri }) => placeKey(uri)));
    for (const name of named) {
      const places = placesNamed(name, place, this.roots);
      if (places.some((candidate) => known.has(placeKey(candidate)))) {
        continue;
      }
      const unseen = places
        .map((candidate) => vscode.Uri.from(candidate))
        .filter((uri) => !this.named.has(uri.toString()));
      if (unseen.length > 0) {
        const home = place && vscode.Uri.from(folderOf(place));
        unseen.forEach((uri) => this.named.set(uri.toString(), { uri, home }));
        void this.look(new Set());
      }
    }
    const vain = [...this.named].filter(([, { uri }]) => !known.has(placeKey(uri)));
    vain
      .slice(0, Math.max(0, vain.length - MOST_NAMED))
      .forEach(([address]) => this.named.delete(address));
  }

  /** Looks again at what may have changed. Resolves when what is there is known. Never rejects. */
  private look(observed: Observed): Promise<void> {
    this.looking = this.looking.then(async () => {
      if (this.isDisposed) {
        return;
      }
      try {
        this.files.outdate(observed);
        // What reads front matter is loaded while the editor searches.
        await Promise.all([this.loadReader(), observed === 'everything' ? this.find() : undefined]);
        await this.load();
      } catch (error) {
        this.log.error(`Glossaries could not be loaded: ${describeError(error)}`);
      }
    });
    return this.looking;
  }

  private async loadReader(): Promise<void> {
    if (this.namesIn === undefined) {
      const part = await loadPart(this.log, () => import('../../core/note/namedGlossaries'));
      this.namesIn = part.namedGlossaries;
    }
  }

  private async find(): Promise<void> {
    const { roots } = this;
    const found = await Promise.all(
      roots.map((root) =>
        searchFiles(root, {
          include: [PATTERN],
          exclude: FOREIGN,
          access: this.access,
          isCancelled: () => this.isDisposed,
        }),
      ),
    );
    const files = found.flatMap((one) => one.files);
    this.found = [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
  }

  private async load(): Promise<void> {
    const uris = new Map<string, NamedPlace>([
      ...this.named,
      ...this.found.map((uri) => [uri.toString(), { uri, home: undefined }] as const),
    ]);
    const reached = new Set(uris.keys());
    const loaded = await Promise.all(
      [...uris.values()].map((named) =>
        this.loadOne(named, (imported) => reached.add(imported.toString())),
      ),
    );
    if (this.isDisposed) {
      return;
    }
    this.files.retain(reached);
    this.watch([...reached].map((address) => vscode.Uri.parse(address)));
    const present = loaded
      .filter((glossary) => glossary !== undefined)
      .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
    const isSame =
      present.length === this.loaded.length &&
      present.every((glossary, at) => glossary === this.loaded[at]);
    if (!isSame) {
      this.loaded = present;
      this.changed.fire();
    }
  }

  /** Also what lies outside the workspace, where it may be used: imports, and what notes name. */
  private watch(files: readonly vscode.Uri[]): void {
    const { roots } = this;
    const outside = files
      .filter((file) => !roots.some((root) => isIn(root, file)) && !this.files.isRefused(file))
      .map((file) => vscode.Uri.joinPath(file, '..'));
    const folders = new Map(outside.map((folder) => [folder.toString(), folder]));
    this.watcher.watch(roots, [...folders.values()]);
  }

  private async loadOne(
    { uri, home }: NamedPlace,
    onImport: (uri: vscode.Uri) => void,
  ): Promise<LoadedGlossary | undefined> {
    const own = await this.files.read(uri, home);
    if (own === undefined || typeof own === 'string') {
      return undefined;
    }
    const { files, problems } = await gatherImports(own, (place) => {
      const imported = vscode.Uri.from(place);
      onImport(imported);
      return this.files.read(imported, home);
    });
    const made: LoadedGlossary = {
      uri,
      path: this.shownPath(uri),
      glossary: own.glossary,
      contexts: files.flatMap(({ contexts }) => contexts),
      problems: [...own.glossary.problems, ...problems],
    };
    const before = this.loaded.find((glossary) => glossary.uri.toString() === uri.toString());
    return before && isAlike(before, made) ? before : made;
  }

  private shownPath(uri: vscode.Uri): string {
    const folders = this.host.workspaceFolders ?? [];
    const root = placeRoot(this.roots, uri);
    const path = root && pathBelow(root.path, uri.path);
    if (path === undefined) {
      return vscode.workspace.asRelativePath(uri);
    }
    const name = folders.find((folder) => folder.uri === root)?.name ?? '';
    return folders.length > 1 ? `${name}/${path}` : path;
  }
}

function isLive(document: vscode.TextDocument): boolean {
  // The offset of the end, without putting the text together.
  return document.offsetAt(new vscode.Position(document.lineCount, 0)) <= LONGEST_LIVE;
}

/** Whether two readings of a glossary are the same in all that others may have seen of it. */
function isAlike(one: LoadedGlossary, other: LoadedGlossary): boolean {
  return (
    one.path === other.path &&
    one.glossary === other.glossary &&
    isSameList(one.contexts, other.contexts, (a, b) => a === b) &&
    isSameList(one.problems, other.problems, isSameProblem)
  );
}

function isSameProblem(one: GlossaryProblem, other: GlossaryProblem): boolean {
  return (
    one.kind === other.kind && one.detail === other.detail && one.span.start === other.span.start
  );
}

function isSameList<T>(
  one: readonly T[],
  other: readonly T[],
  isSame: (one: T, other: T) => boolean,
): boolean {
  return one.length === other.length && one.every((item, at) => isSame(item, itemAt(other, at)));
}
