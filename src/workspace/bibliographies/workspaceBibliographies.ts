import * as vscode from 'vscode';
import {
  bibliographiesAmong,
  bibliographyPlace,
  isBibliographyPath,
} from '../../core/note/citations/bibliographyPlaces';
import { folderOf, isIn, type Place, placeRoot } from '../../core/paths/place';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { citingSettings } from '../../host/config';
import { FolderWatcher, type Observed } from '../folderWatcher';
import { placeOfNote } from '../glossaries/notePlace';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import type { FolderHost } from '../library/sourceRoots';
import type { BibliographyFiles, Unread } from './bibliographyFiles';
import type { PlaceAccess } from '../access/placeAccess';
import type {
  NoteBibliographies,
  NoteBibliography,
  OutsideBibliography,
} from './noteBibliographies';
import { diskFiles } from '../../host/diskFiles';

/** Milliseconds without an event until others are told of changes. */
const QUIET_MS = 150;

/**
 * Milliseconds for which what is on the disk is taken to be as it was found: not every file system
 * tells of its changes, and none of all of them.
 */
const LONGEST_TRUST = 5000;

/** The file for new entries where a note has no bibliography yet. */
const NEW_FILE = 'references.bib';

interface Kept<T> {
  readonly value: Promise<T>;
  /** When it was found. */
  readonly since: number;
}

/** A file that the setting or a note names. */
interface Named {
  readonly uri: vscode.Uri;
  /** `undefined` for that of the setting, and for those that are found near the note. */
  readonly name: string | undefined;
}

interface Read extends Named {
  readonly result: NoteBibliography | Unread;
}

/** The bibliographies of notes, found and read when somebody asks for those of one, and watched from then on. */
export class WorkspaceBibliographies extends DisposableStore implements NoteBibliographies {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly watcher: FolderWatcher;
  private readonly begin = lazy(() => this.listen());
  /** The files that were asked for and are closed, as they are known to be, by address. */
  private readonly closed = new Map<string, Kept<NoteBibliography | Unread>>();
  /** The names of the bibliographies in the folders that were asked about, by address. */
  private readonly listings = new Map<string, Kept<readonly string[]>>();
  /** All files and folders that were ever asked about, by address: what happens to them is told. */
  private readonly askedFiles = new Map<string, vscode.Uri>();
  private readonly askedFolders = new Map<string, vscode.Uri>();

  constructor(
    private readonly files: BibliographyFiles,
    private readonly access: PlaceAccess,
    private readonly host: FolderHost = vscode.workspace,
  ) {
    super();
    this.watcher = this._register(
      new FolderWatcher(
        {
          has: (file) => this.concerns(file),
          hasIn: (folder) => this.hasIn(folder),
          decides: () => false,
        },
        QUIET_MS,
        (observed) => this.onObserved(observed),
      ),
    );
  }

  async of(note: vscode.TextDocument): Promise<readonly NoteBibliography[]> {
    return (await this.readAll(note)).flatMap(({ result }) =>
      typeof result === 'object' ? [result] : [],
    );
  }

  async missing(note: vscode.TextDocument): Promise<readonly vscode.Uri[]> {
    return (await this.readAll(note))
      .filter(({ result }) => typeof result === 'string')
      .map(({ uri }) => uri);
  }

  async fileForNewEntry(note: vscode.TextDocument): Promise<vscode.Uri | undefined> {
    const all = await this.readAll(note);
    if (all.length > 0) {
      const file =
        all.find(({ result }) => typeof result === 'object') ??
        all.find(({ result }) => result === 'gone');
      return file && this.writable(file.uri, note);
    }
    const folder = this.folderOfNote(note);
    return folder && this.writable(vscode.Uri.joinPath(vscode.Uri.from(folder), NEW_FILE), note);
  }

  async outside(note: vscode.TextDocument): Promise<readonly OutsideBibliography[]> {
    const all = await this.readAll(note);
    const refused = await Promise.all(
      all.map(async ({ uri, name }) => {
        const reach = await this.access.reach(uri, { home: this.homeOf(note) });
        return reach.isAllowed ? [] : [{ uri, name, why: reach.why }];
      }),
    );
    return refused.flat();
  }

  /** The file if it may be written; `undefined` if not, about which the user is asked. */
  private async writable(
    uri: vscode.Uri,
    note: vscode.TextDocument,
  ): Promise<vscode.Uri | undefined> {
    const reach = await this.access.reach(uri, { home: this.homeOf(note), isWrite: true });
    // A link may have the name of a bibliography and lead to any file of the workspace.
    return reach.isAllowed && isBibliographyPath(reach.real ?? uri.path) ? uri : undefined;
  }

  private homeOf(note: vscode.TextDocument): vscode.Uri | undefined {
    const folder = this.folderOfNote(note);
    return folder && vscode.Uri.from(folder);
  }

  private get roots(): readonly vscode.Uri[] {
    return (this.host.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  /** Where a note's bibliography is looked for first; an untitled note lies in the first workspace folder. */
  private folderOfNote(note: vscode.TextDocument): Place | undefined {
    const { roots } = this;
    const place = placeOfNote(note.uri, roots);
    return place ? folderOf(place) : roots[0];
  }

  private async readAll(note: vscode.TextDocument): Promise<readonly Read[]> {
    this.begin();
    const files = (await this.named(note)) ?? (await this.nearest(note));
    const home = this.homeOf(note);
    return Promise.all(
      files.map(async (file) => ({ ...file, result: await this.read(file.uri, home) })),
    );
  }

  /** Those that the setting or the note names; `undefined` when neither names any. */
  private async named(note: vscode.TextDocument): Promise<readonly Named[] | undefined> {
    const folder = this.folderOfNote(note);
    if (folder === undefined) {
      return undefined;
    }
    const { bibliography } = citingSettings(note);
    const root = placeRoot(this.roots, folder) ?? folder;
    if (bibliography !== '') {
      const uri = vscode.Uri.from(bibliographyPlace(root, bibliography));
      return [{ uri, name: undefined }];
    }
    const names = await this.namesIn(note);
    return names.length === 0
      ? undefined
      : names.map((name) => ({ uri: vscode.Uri.from(bibliographyPlace(folder, name)), name }));
  }

  private async namesIn(note: vscode.TextDocument): Promise<readonly string[]> {
    const { bibliographiesNamedIn } = await loadPart(this.files.log, () => import('./namedInNote'));
    return bibliographiesNamedIn(headOf(note));
  }

  private async nearest(note: vscode.TextDocument): Promise<readonly Named[]> {
    let place = this.folderOfNote(note);
    const root = place && placeRoot(this.roots, place);
    while (place !== undefined) {
      const folder = vscode.Uri.from(place);
      const names = await this.list(folder);
      if (names.length > 0) {
        return names.map((name) => ({ uri: vscode.Uri.joinPath(folder, name), name: undefined }));
      }
      place = root && place.path !== root.path ? folderOf(place) : undefined;
    }
    return [];
  }

  private async read(
    uri: vscode.Uri,
    home: vscode.Uri | undefined,
  ): Promise<NoteBibliography | Unread> {
    const reach = await this.access.reach(uri, { home });
    if (!reach.isAllowed) {
      // It is not even watched.
      return reach.exists ? 'outside' : 'gone';
    }
    const address = uri.toString();
    this.follow(this.askedFiles, address, uri);
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === address)) {
      return this.files.read(uri, home);
    }
    return trusted(this.closed, address, () => this.files.read(uri, home));
  }

  private list(folder: vscode.Uri): Promise<readonly string[]> {
    const address = folder.toString();
    this.follow(this.askedFolders, address, folder);
    return trusted(this.listings, address, () => namesIn(folder));
  }

  private follow(asked: Map<string, vscode.Uri>, address: string, uri: vscode.Uri): void {
    if (asked.has(address) || this.isDisposed) {
      return;
    }
    asked.set(address, uri);
    const { roots } = this;
    const outside = [
      ...this.askedFolders.values(),
      ...Array.from(this.askedFiles.values(), (file) => vscode.Uri.joinPath(file, '..')),
    ].filter((folder) => !roots.some((root) => isIn(root, folder)));
    const folders = new Map(outside.map((one) => [one.toString(), one]));
    this.watcher.watch(roots, [...folders.values()]);
  }

  private concerns(file: vscode.Uri): boolean {
    return (
      this.askedFiles.has(file.toString()) ||
      (isBibliographyPath(file.path) &&
        this.askedFolders.has(vscode.Uri.joinPath(file, '..').toString()))
    );
  }

  private hasIn(folder: vscode.Uri): boolean {
    const start = `${folder.toString()}/`;
    return [...this.askedFiles.keys()].some((address) => address.startsWith(start));
  }

  private onObserved(observed: Observed): void {
    if (observed === 'everything') {
      this.closed.clear();
      this.listings.clear();
    } else {
      for (const address of observed) {
        this.outdate(vscode.Uri.parse(address));
      }
    }
    this.changed.fire();
  }

  private outdate(file: vscode.Uri): void {
    this.closed.delete(file.toString());
    this.listings.delete(vscode.Uri.joinPath(file, '..').toString());
  }

  private listen(): void {
    this._register(this.host.onDidChangeWorkspaceFolders(() => this.watcher.everything()));
    this._register(
      this.access.onDidChange(() => {
        // At once, for who asks before the others are told.
        this.closed.clear();
        this.watcher.everything();
      }),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.${Settings.citingBibliography}`)) {
          this.watcher.everything();
        }
      }),
    );
    const happened = ({ uri }: vscode.TextDocument): void => {
      if (this.concerns(uri)) {
        // At once, for who asks before the others are told.
        this.outdate(uri);
        this.watcher.changed(uri);
      }
    };
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          happened(document);
        }
      }),
    );
    // What was not saved does not hold any more once it is closed.
    this._register(vscode.workspace.onDidCloseTextDocument(happened));
    const changed = (uris: readonly vscode.Uri[]): void =>
      uris.filter((uri) => this.concerns(uri)).forEach((uri) => this.outdate(uri));
    this._register(vscode.workspace.onDidCreateFiles(({ files }) => changed(files)));
    this._register(vscode.workspace.onDidDeleteFiles(({ files }) => changed(files)));
    this._register(
      vscode.workspace.onDidRenameFiles(({ files }) =>
        changed(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
    );
  }
}

/** What was found a moment ago, or else what is found now. */
function trusted<T>(
  kept: Map<string, Kept<T>>,
  address: string,
  find: () => Promise<T>,
): Promise<T> {
  // The time of day may be moved back, which would make this moment last.
  const now = performance.now();
  const known = kept.get(address);
  if (known !== undefined && now - known.since < LONGEST_TRUST) {
    return known.value;
  }
  const found = { value: find(), since: now };
  kept.set(address, found);
  found.value.catch(() => {
    if (kept.get(address) === found) {
      kept.delete(address);
    }
  });
  return found.value;
}

/** The text that says which bibliographies hold: for a cell of a notebook, that of the first one. */
function headOf(note: vscode.TextDocument): vscode.TextDocument {
  const notebook =
    note.uri.scheme === 'vscode-notebook-cell'
      ? vscode.workspace.notebookDocuments.find(({ uri }) => uri.path === note.uri.path)
      : undefined;
  const [first] = notebook?.getCells() ?? [];
  return first?.document ?? note;
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const found = await diskFiles.readDirectory(folder);
    const files = found.filter(([, type]) => type & vscode.FileType.File);
    return bibliographiesAmong(files.map(([name]) => name));
  } catch {
    return [];
  }
}
