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
  placeRoot,
} from '../../core/paths/place';
import type { GlossaryScope, placesNamed, ScopedNote } from '../../core/glossary/scope';
import type { Logger } from '../../core/ports';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { PlaceAccess } from '../access/placeAccess';
import { FolderWatcher, type Observed } from '../folderWatcher';
import { describeError } from '../../host/fileErrors';
import { loadPart } from '../../host/loadPart';
import type { FolderHost } from '../library/sourceRoots';
import { PARSING_HERE, type Parsing } from '../parsing/parsing';
import type { Glossaries, LoadedGlossary, OutsideGlossary, Relation } from './glossaries';
import { GlossaryFiles } from './glossaryFiles';
import type { NoteText } from '../notes/noteDocuments';
import { placeOfNote } from './notePlace';

const PATTERN = `**/*{${GLOSSARY_ENDINGS.join(',')}}`;

/** Milliseconds after which a glossary is told of while others are still being read. */
const TELLING_MS = 100;

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

/** UTF-16 units at the beginning of a note in which its front matter is looked for. */
const LONGEST_FRONT_MATTER = 65_600;

/** Where a glossary may be that a note names, and the folder of that note. */
interface NamedPlace {
  readonly uri: vscode.Uri;
  readonly home: vscode.Uri | undefined;
}

/** What tells which glossaries a note has. */
interface Scoping {
  readonly scope: GlossaryScope;
  readonly namesIn: (note: NoteText) => readonly string[];
  readonly placesNamed: typeof placesNamed;
}

/** The glossaries of the workspace's folders, and those that notes name elsewhere. */
export class WorkspaceGlossaries extends DisposableStore implements Glossaries {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly files: GlossaryFiles;
  private readonly watcher: FolderWatcher;
  private readonly begin = lazy(() => this.beginNow());
  /** What tells which glossaries a note has; `undefined` until it has been loaded. */
  private scoping: Scoping | undefined;
  /** Looks run one after the other; the last one. */
  private looking: Promise<void> = Promise.resolve();
  private found: readonly vscode.Uri[] = [];
  /** Where what notes name may be, by address; at most of these places there is nothing. */
  private readonly named = new Map<string, NamedPlace>();
  private loaded: readonly LoadedGlossary[] = [];
  private telling: ReturnType<typeof setTimeout> | undefined;
  /** Why what notes name may not be read, as it was told of last. */
  private refusals = '';

  constructor(
    private readonly log: Logger,
    private readonly access: PlaceAccess,
    private readonly host: FolderHost = vscode.workspace,
    parsing: Parsing = PARSING_HERE,
  ) {
    super();
    this.files = new GlossaryFiles(log, access, parsing);
    this._register({ dispose: () => clearTimeout(this.telling) });
    this.watcher = this._register(
      new FolderWatcher(
        {
          has: (file) => this.files.has(file),
          hasIn: (folder) => this.files.hasIn(folder),
          decides: ({ path }) => isGlossaryPath(path),
        },
        QUIET_MS,
        (observed) => void this.look(observed),
        () => void this.look('everything'),
      ),
    );
  }

  get all(): readonly LoadedGlossary[] {
    return this.loaded;
  }

  start(): Promise<void> {
    return this.begin();
  }

  relationsTo(note: NoteText): readonly Relation[] {
    const { scoping } = this;
    return scoping === undefined
      ? []
      : scoping.scope.relations(this.scoped(note, scoping), this.loaded);
  }

  async outside(note: NoteText): Promise<readonly OutsideGlossary[]> {
    // Most notes name none: for those nothing is looked for.
    if (!/glossaries/i.test(note.getText().slice(0, LONGEST_FRONT_MATTER))) {
      return [];
    }
    await this.start();
    const { scoping } = this;
    if (scoping === undefined) {
      return [];
    }
    const { place, named } = this.scoped(note, scoping);
    await this.looking;
    const { roots } = this;
    const known = new Set(this.loaded.map(({ uri }) => placeKey(uri)));
    return named.flatMap((name): readonly OutsideGlossary[] => {
      const places = scoping.placesNamed(name, place, roots);
      const why = places
        .map((candidate) => this.files.refusalOf(vscode.Uri.from(candidate)))
        .find((refusal) => refusal !== undefined);
      const isThere = places.some((candidate) => known.has(placeKey(candidate)));
      return why === undefined || isThere ? [] : [{ name, why }];
    });
  }

  /** What has to be known of a note; what it names is read soon. */
  private scoped(note: NoteText, scoping: Scoping): ScopedNote {
    const scoped: ScopedNote = {
      place: placeOfNote(note.uri, this.roots),
      named: scoping.namesIn(note),
    };
    if (scoped.named.length > 0) {
      this.want(scoped, scoping);
    }
    return scoped;
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
  private want({ place, named }: ScopedNote, { placesNamed }: Scoping): void {
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
        await Promise.all([
          this.loadScoping(),
          observed === 'everything' ? this.find() : undefined,
        ]);
        await this.load();
      } catch (error) {
        this.log.error(`Glossaries could not be loaded: ${describeError(error)}`);
      }
    });
    return this.looking;
  }

  private async loadScoping(): Promise<void> {
    if (this.scoping === undefined) {
      const [{ glossariesNamedIn }, { GlossaryScope, placesNamed }] = await Promise.all([
        loadPart(this.log, () => import('./namedInNote')),
        loadPart(this.log, () => import('../../core/glossary/scope')),
      ]);
      const scope = new GlossaryScope(() => this.roots);
      this.scoping = { scope, namesIn: glossariesNamedIn, placesNamed };
    }
  }

  private async find(): Promise<void> {
    const { roots } = this;
    const { searchFiles } = await loadPart(this.log, () => import('../fileSearch'));
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
    const loaded = new Map(this.loaded.map((glossary) => [glossary.uri.toString(), glossary]));
    for (const address of loaded.keys()) {
      if (!uris.has(address)) {
        loaded.delete(address);
      }
    }
    await Promise.all(
      Array.from(uris, async ([address, named]) => {
        const glossary = await this.loadOne(named, (imported) => reached.add(imported.toString()));
        if (glossary === undefined) {
          loaded.delete(address);
        } else {
          loaded.set(address, glossary);
        }
        // One that takes long does not keep the others from being known.
        this.tellSoon(loaded);
      }),
    );
    if (this.isDisposed) {
      return;
    }
    this.files.retain(reached);
    this.watch([...reached].map((address) => vscode.Uri.parse(address)));
    this.tell(loaded);
  }

  /** Several that are read shortly after each other make one event. */
  private tellSoon(loaded: ReadonlyMap<string, LoadedGlossary>): void {
    this.telling ??= setTimeout(() => {
      if (!this.isDisposed) {
        this.tell(loaded);
      }
    }, TELLING_MS);
  }

  private tell(loaded: ReadonlyMap<string, LoadedGlossary>): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    const present = [...loaded.values()].sort((one, other) =>
      one.path < other.path ? -1 : one.path > other.path ? 1 : 0,
    );
    const isSame =
      present.length === this.loaded.length &&
      present.every((glossary, at) => glossary === this.loaded[at]);
    const refusals = [...this.named.values()].map(({ uri }) => this.files.refusalOf(uri)).join();
    if (!isSame || refusals !== this.refusals) {
      this.loaded = present;
      this.refusals = refusals;
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
