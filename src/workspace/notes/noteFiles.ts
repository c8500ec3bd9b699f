import * as vscode from 'vscode';
import { languageOfPath, NOTE_ENDINGS } from '../../core/note/languageIds';
import { concurrently } from '../../util/concurrently';
import { DisposableStore } from '../../util/dispose';
import { hashText } from '../../util/hash';
import type { Logger } from '../../core/ports';
import type { PlaceAccess } from '../access/placeAccess';
import { loadPart } from '../../host/loadPart';
import { readFileText } from '../../host/fileText';
import { FolderWatcher, type Observed } from '../folderWatcher';
import type { FolderHost } from '../library/sourceRoots';
import { isWritableNote } from './noteDocuments';
import { diskFiles } from '../../host/diskFiles';

/** Notes of a workspace that are read; what is beyond is left out, the last in the order of paths. */
const MOST_NOTES = 5000;

/** Bytes of a note. A note is searched at one go, which takes some 20 ms for so many. */
const MOST_NOTE_BYTES = 1_000_000;

/** Where people keep no notes of their own. */
const FOREIGN = ['**/node_modules', '**/.git'];

/** Files asked for at a time. */
const FILES_AT_A_TIME = 16;

/** Milliseconds without an event until somebody is told. */
const QUIET_MS = 300;

const ENDINGS = `{${NOTE_ENDINGS.join(',')}}`;
const NOTE_PATH = new RegExp(`\\.(?:${NOTE_ENDINGS.join('|')})$`, 'i');

/** A note as it is at this moment: in the editor, or else on the disk. */
export interface NoteFile {
  readonly uri: vscode.Uri;
  /** For people: the path in the workspace, with the folder's name when there are several. */
  readonly label: string;
  readonly languageId: string;
  /** Differs when the text may. */
  readonly stamp: string;
  /** The document in the editor; undefined when only the disk has it. */
  readonly document: vscode.TextDocument | undefined;
  /** `undefined` when the file cannot be read any more. */
  readText(): Promise<string | undefined>;
}

interface FileOnDisk {
  readonly uri: vscode.Uri;
  readonly label: string;
  /** `undefined` when it must be looked at. */
  stamp: string | undefined;
}

/**
 * The notes of the workspace: the files in the languages of notes by their endings, and the open
 * documents in those languages wherever they are, with the text that they have now. Looks and
 * watches once somebody asks.
 */
export class NoteFiles extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<Observed>());
  /** Notes have come, gone or changed, in an editor or on the disk; several changes make one event. */
  readonly onDidChange = this.changed.event;

  private watcher: FolderWatcher | undefined;
  /** By address. */
  private files = new Map<string, FileOnDisk>();
  private mustSearch = true;

  constructor(
    private readonly access: PlaceAccess,
    private readonly log: Logger,
    private readonly host: FolderHost = vscode.workspace,
  ) {
    super();
  }

  /** In the order of their labels. Never rejects. */
  async all(): Promise<readonly NoteFile[]> {
    this.watch();
    if (this.mustSearch) {
      this.mustSearch = false;
      try {
        await this.search();
      } catch {
        // Logged and told of.
        this.mustSearch = true;
      }
    }
    const outdated = [...this.files].filter(([, { stamp }]) => stamp === undefined);
    await concurrently(outdated, FILES_AT_A_TIME, async ([address, file]) => {
      file.stamp = await stampOf(file.uri, this.access);
      // What has changed meanwhile is another object, which is looked at the next time.
      if (file.stamp === undefined && this.files.get(address) === file) {
        this.files.delete(address);
      }
    });
    const notes = new Map([...this.files].map(([address, file]) => [address, onDisk(file)]));
    for (const document of vscode.workspace.textDocuments) {
      if (isOpenNote(document)) {
        notes.set(document.uri.toString(), inEditor(document));
      }
    }
    return [...notes.values()].sort((one, other) => (one.label < other.label ? -1 : 1));
  }

  /**
   * Has the next call look at everything anew. For whoever is asked by a command: what the editor
   * tells of changes may come late, or never.
   */
  forget(): void {
    this.mustSearch = true;
  }

  /** Watches from now on, so that `onDidChange` tells; does nothing when it does so already. */
  watch(): void {
    if (this.isDisposed) {
      return;
    }
    if (!this.watcher) {
      this.watcher = this._register(
        new FolderWatcher(
          {
            has: (file) => this.files.has(file.toString()) || isOpen(file),
            hasIn: (folder) => this.hasIn(folder),
            decides: ({ scheme, path }) => scheme === 'untitled' || NOTE_PATH.test(path),
          },
          QUIET_MS,
          (observed) => this.outdate(observed),
        ),
      );
      const edited = (document: vscode.TextDocument) => {
        if (isOpenNote(document)) {
          this.watcher?.changed(document.uri);
        }
      };
      this._register(
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          if (contentChanges.length > 0) {
            edited(document);
          }
        }),
      );
      this._register(
        vscode.workspace.onDidOpenTextDocument((document) => {
          // A file says the same when it is opened.
          if (!this.files.has(document.uri.toString())) {
            edited(document);
          }
        }),
      );
      this._register(vscode.workspace.onDidCloseTextDocument(edited));
      this._register(this.host.onDidChangeWorkspaceFolders(() => this.watcher?.everything()));
      this._register(this.access.onDidChange(() => this.watcher?.everything()));
      this._register(
        vscode.workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration('files.exclude')) {
            this.watcher?.everything();
          }
        }),
      );
    }
    this.watcher.watch(this.roots);
  }

  private get roots(): readonly vscode.Uri[] {
    return (this.host.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  private hasIn(folder: vscode.Uri): boolean {
    const start = `${folder.toString()}/`;
    return [...this.files.keys()].some((address) => address.startsWith(start));
  }

  private outdate(observed: Observed): void {
    if (observed === 'everything') {
      this.mustSearch = true;
    } else {
      for (const address of observed) {
        const file = this.files.get(address);
        if (file) {
          this.files.set(address, { ...file, stamp: undefined });
        }
      }
    }
    this.changed.fire(observed);
  }

  private async search(): Promise<void> {
    const { searchFiles } = await loadPart(this.log, () => import('../fileSearch'));
    const found = await Promise.all(
      this.roots.map((root) =>
        searchFiles(root, {
          include: [`**/*.${ENDINGS}`],
          exclude: FOREIGN,
          access: this.access,
          isCancelled: () => this.isDisposed,
        }),
      ),
    );
    const uris = found
      .flatMap(({ files }) => files)
      .sort((one, other) => (one.path < other.path ? -1 : 1));
    this.files = new Map(
      uris.slice(0, MOST_NOTES).map((uri) => {
        const label = vscode.workspace.asRelativePath(uri);
        return [uri.toString(), { uri, label, stamp: undefined }];
      }),
    );
  }
}

/** `undefined` when the file is not there, is none, is too large, or is a link that leads outside. */
async function stampOf(uri: vscode.Uri, access: PlaceAccess): Promise<string | undefined> {
  try {
    const { mtime, size, type } = await diskFiles.stat(uri);
    const isOpen =
      (type & vscode.FileType.SymbolicLink) === 0 || (await access.reach(uri)).isAllowed;
    return isOpen && type & vscode.FileType.File && size <= MOST_NOTE_BYTES
      ? `${mtime}:${size}`
      : undefined;
  } catch {
    return undefined;
  }
}

function onDisk({ uri, label, stamp = '' }: FileOnDisk): NoteFile {
  return {
    uri,
    label,
    languageId: languageOfPath(uri.path),
    stamp,
    document: undefined,
    readText: async () => {
      try {
        return await readFileText(uri);
      } catch {
        return undefined;
      }
    },
  };
}

function inEditor(document: vscode.TextDocument): NoteFile {
  const text = document.getText();
  return {
    uri: document.uri,
    label: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    // A number that begins anew when a document is opened again would not do.
    stamp: `${document.languageId}:${hashText(text)}`,
    document,
    readText: () => Promise.resolve(text),
  };
}

function isOpen(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === address && isOpenNote(document),
  );
}

/** A cell is none: it is a part of a file that is no note. */
function isOpenNote(document: vscode.TextDocument): boolean {
  return isWritableNote(document) && document.uri.scheme !== 'vscode-notebook-cell';
}
