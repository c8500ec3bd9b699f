import * as vscode from 'vscode';
import { DETAILS_FOLDER } from '../../core/library/sourceDetails';
import type { Logger } from '../../core/ports';
import {
  parseSearches,
  withName,
  withoutSearch,
  withRemoved,
  withSearch,
  type RemovedSearch,
  type SavedSearch,
  type SearchFile,
} from '../../core/search/savedSearches';
import { diskFiles } from '../../host/diskFiles';
import { describeError, isGone } from '../../host/fileErrors';
import { explainFileError } from '../../host/fileFaultText';
import { DisposableStore, disposeAll, type Disposable } from '../../util/dispose';
import type { PlaceAccess } from '../access/placeAccess';

/** The file of saved searches, within a folder of the workspace. */
const SEARCHES_FILE = `${DETAILS_FOLDER}/searches.json`;
/** Bytes. What is larger is none of ours. */
const LARGEST_FILE = 20_000_000;
/** Where they are remembered while no folder is open. */
const STATE_KEY = 'savedSearches';

/** Where searches are kept, with those that are. Immutable. */
export interface SearchList extends SearchFile {
  /** Tells lists apart; the same in every session. */
  readonly key: string;
  /** Absent while no folder is open: then they are kept by the editor. */
  readonly file?: vscode.Uri;
  /** For people: the name of the folder. */
  readonly label: string;
  /** Why the file cannot be read; absent where it can be, or is not there. */
  readonly failure?: string;
}

/** The file is no list of searches any more, or may not be used: nothing was written. */
export class SearchesRefused extends Error {
  constructor(readonly why: 'broken' | 'gone' | 'outside') {
    super(why);
  }
}

/** A search that was removed, and where from. */
export interface Removal {
  readonly list: string;
  readonly removed: RemovedSearch;
}

/**
 * The searches that the user has saved: in a file in each folder of the workspace, which can be shared,
 * or with the editor while no folder is open.
 */
export class SavedSearches extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly watchers: Disposable[] = [];
  private reading: Promise<readonly SearchList[]> | undefined;

  constructor(
    private readonly access: Pick<PlaceAccess, 'reach' | 'onDidChange'>,
    private readonly state: Pick<vscode.Memento, 'get' | 'update'>,
    private readonly log: Logger,
  ) {
    super();
    this._register({ dispose: () => disposeAll(this.watchers) });
    this._register(access.onDidChange(() => this.readAgain()));
    this._register(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.readAgain();
      }),
    );
    this.watch();
  }

  /** One for each folder of the workspace, in their order; one of the editor's while there is none. Never rejects. */
  all(): Promise<readonly SearchList[]> {
    return (this.reading ??= this.read());
  }

  /**
   * Saves a search; one of the same query gets its name.
   * @param list the key of a list
   * @throws SearchesRefused, or what the disk says
   */
  async add(list: string, search: SavedSearch): Promise<void> {
    await this.edit(list, (text) => withSearch(text, search) ?? new SearchesRefused('broken'));
  }

  /** @throws SearchesRefused, or what the disk says */
  async rename(list: string, search: SavedSearch, name: string): Promise<void> {
    await this.edit(
      list,
      (text) => withName(text ?? '{}', search, name) ?? new SearchesRefused('gone'),
    );
  }

  /** @throws SearchesRefused, or what the disk says */
  async remove(list: string, search: SavedSearch): Promise<Removal> {
    let removal: RemovedSearch | undefined;
    await this.edit(list, (text) => {
      const without = withoutSearch(text ?? '{}', search);
      removal = without?.removed;
      return without?.text ?? new SearchesRefused('gone');
    });
    if (removal === undefined) {
      throw new SearchesRefused('gone');
    }
    return { list, removed: removal };
  }

  /** Puts a search back that was removed. @throws SearchesRefused, or what the disk says */
  async restore({ list, removed }: Removal): Promise<void> {
    await this.edit(list, (text) => withRemoved(text, removed) ?? new SearchesRefused('broken'));
  }

  private watch(): void {
    disposeAll(this.watchers);
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, SEARCHES_FILE),
      );
      const again = (): void => this.readAgain();
      this.watchers.push(
        watcher,
        watcher.onDidChange(again),
        watcher.onDidCreate(again),
        watcher.onDidDelete(again),
      );
    }
  }

  private readAgain(): void {
    this.reading = undefined;
    if (!this.isDisposed) {
      this.changed.fire();
    }
  }

  private async read(): Promise<readonly SearchList[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
      const text = this.state.get<unknown>(STATE_KEY);
      const file = parseSearches(typeof text === 'string' ? text : '{}');
      return [{ key: '', label: '', ...file }];
    }
    return Promise.all(folders.map((folder) => this.readIn(folder)));
  }

  private async readIn({ uri, name: label }: vscode.WorkspaceFolder): Promise<SearchList> {
    const file = fileIn(uri);
    const list = { key: uri.toString(), file, label };
    try {
      const text = await this.textOf(file);
      return { ...list, ...parseSearches(text ?? '{}') };
    } catch (error) {
      this.log.warn(`${file.toString()}: ${describeError(error)}`);
      return { ...list, searches: [], problems: [], failure: explainRefusedSearches(error) };
    }
  }

  /** The text of the file; `undefined` where there is none. */
  private async textOf(file: vscode.Uri): Promise<string | undefined> {
    try {
      const { size } = await diskFiles.stat(file);
      if (size > LARGEST_FILE) {
        throw new SearchesRefused('broken');
      }
    } catch (error) {
      if (isGone(error)) {
        return undefined;
      }
      throw error;
    }
    const reach = await this.access.reach(file);
    if (!reach.isAllowed) {
      throw new SearchesRefused('outside');
    }
    return new TextDecoder().decode(await diskFiles.readFile(file));
  }

  private async edit(
    list: string,
    change: (text: string | undefined) => string | SearchesRefused,
  ): Promise<void> {
    if (list === '') {
      const stored = this.state.get<unknown>(STATE_KEY);
      const text = typeof stored === 'string' ? stored : undefined;
      await this.state.update(STATE_KEY, textOrThrow(change(text)));
    } else {
      const file = fileIn(vscode.Uri.parse(list, true));
      const reach = await this.access.reach(file, { isWrite: true });
      if (!reach.isAllowed) {
        throw new SearchesRefused('outside');
      }
      const text = textOrThrow(change(await this.textOf(file)));
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    }
    // Events of a folder that has just been made may be lost.
    this.readAgain();
  }
}

/** Why searches could not be read or kept, as one sentence or two for people. */
export function explainRefusedSearches(error: unknown): string {
  if (!(error instanceof SearchesRefused)) {
    return vscode.l10n.t(
      'The file of saved searches cannot be used. {0}',
      explainFileError(error, 'write', vscode.l10n),
    );
  }
  switch (error.why) {
    case 'broken':
      return vscode.l10n.t('The file of saved searches cannot be read. Mend it first.');
    case 'gone':
      return vscode.l10n.t('The search is not in the file of saved searches any more.');
    case 'outside':
      return vscode.l10n.t('The file of saved searches lies outside the workspace.');
  }
}

function fileIn(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, SEARCHES_FILE);
}

function textOrThrow(text: string | SearchesRefused): string {
  if (typeof text !== 'string') {
    throw text;
  }
  return text;
}
