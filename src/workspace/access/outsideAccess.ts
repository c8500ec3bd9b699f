import * as vscode from 'vscode';
import {
  answerFor,
  readConsents,
  withAnswer,
  type Answer,
  type Consents,
} from '../../core/paths/consents';
import { liesInAny } from '../../core/paths/realPath';
import { isIn, pathBelow, placeRoot } from '../../core/paths/place';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { affectsUsersOwnPlaces, libraryFolders, usersOwnFiles } from '../../host/config';
import type { PlaceAccess, Reach, Refusal, Wish } from './placeAccess';
import type { AccessQuestions, OutsidePlace } from './questions';
import { RealPaths, type RealPath } from './realPaths';
import { diskFiles } from '../../host/diskFiles';

/** Where consents are kept, in what the editor remembers of this workspace. */
const CONSENTS = 'ip4Desk.outsideAccess';

/** Milliseconds for which places are gathered, so that many make one question. */
const GATHERING_MS = 400;

/** What has to be known of the window; `vscode.workspace` is one. */
export type AccessHost = Pick<
  typeof vscode.workspace,
  'workspaceFolders' | 'onDidChangeWorkspaceFolders' | 'isTrusted' | 'onDidGrantWorkspaceTrust'
>;

export interface OutsideAccessParts {
  /** What the editor remembers of this workspace. No file of the workspace can reach it. */
  readonly state: vscode.Memento;
  readonly questions: AccessQuestions;
  /** Folders of the extension's own, which count like those of a workspace where there is none. */
  readonly own: readonly vscode.Uri[];
  readonly host?: AccessHost;
}

/** Keeps what the user has said of places outside the workspace, and asks about others. */
export class OutsideAccess extends DisposableStore implements PlaceAccess {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly host: AccessHost;
  private readonly realPaths = RealPaths.create();
  private readonly realFolders = lazy(() => this.realPathsOf(this.folders));
  private readonly realOwn = lazy(() =>
    this.realPathsOf(usersOwnFiles().map((path) => vscode.Uri.file(path))),
  );
  private readonly realLibrary = lazy(() =>
    this.realPathsOf(
      libraryFolders().flatMap(({ path }) => (path === undefined ? [] : [vscode.Uri.file(path)])),
    ),
  );
  private consents: Consents;
  /** What the user has been asked about since the window was opened: the place, and what leads there. */
  private readonly asked = new Map<string, string>();
  private gathered: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The folders that have more files than are looked at, and of which the user knows. */
  private readonly told = new Set<string>();

  constructor(private readonly parts: OutsideAccessParts) {
    super();
    this.host = parts.host ?? vscode.workspace;
    this.consents = readConsents(parts.state.get(CONSENTS));
    this._register(this.host.onDidChangeWorkspaceFolders(() => this.realFolders.reset()));
    this._register(this.host.onDidGrantWorkspaceTrust(() => this.changed.fire()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsUsersOwnPlaces(event)) {
          this.realOwn.reset();
          this.realLibrary.reset();
        }
      }),
    );
    this._register({ dispose: () => clearTimeout(this.timer) });
  }

  followsLinks({ scheme }: vscode.Uri): boolean {
    return scheme === 'file' && this.realPaths !== undefined;
  }

  async realPath(uri: vscode.Uri): Promise<string | undefined> {
    return this.followsLinks(uri) ? (await this.realPaths?.of(uri.fsPath))?.path : undefined;
  }

  async reach(uri: vscode.Uri, wish: Wish = {}): Promise<Reach> {
    const home = this.isOutsideAll(wish.home) ? wish.home : undefined;
    if (!this.followsLinks(uri)) {
      return this.reachByName(uri, wish, home);
    }
    const real = await this.realPaths?.of(uri.fsPath);
    if (real === undefined) {
      return { isAllowed: false, why: 'unknown', place: uri.fsPath, exists: false };
    }
    const folders = [
      ...(await this.realFolders()),
      ...(home === undefined ? [] : await this.realPathsOf([home])),
    ];
    if (
      liesInAny(folders, real.path) ||
      (await this.realOwn()).includes(real.path) ||
      ((this.host.isTrusted || wish.isWrite !== true) &&
        liesInAny(await this.realLibrary(), real.path))
    ) {
      return { isAllowed: true, real: real.path };
    }
    return this.ask(uri, real, wish, () => this.placeOf(uri, real, folders, home));
  }

  tellLimit(folder: vscode.Uri, most: number): void {
    if (!this.told.has(folder.toString())) {
      this.told.add(folder.toString());
      this.parts.questions.tellLimit(folder, most);
    }
  }

  /** Lists all places that are known, for the user to allow them or to take that back. */
  async manage(): Promise<void> {
    if (!this.host.isTrusted) {
      this.parts.questions.tellUntrusted();
      return;
    }
    const places = this.places;
    const allowed = await this.parts.questions.choose(places);
    if (allowed === undefined || this.isDisposed) {
      return;
    }
    let consents = this.consents;
    for (const { place, answer } of places) {
      if (allowed.has(place)) {
        consents = withAnswer(consents, place, 'allowed');
      } else if (answer === 'allowed') {
        // Not declined: it is asked about again, in another window.
        consents = withAnswer(consents, place, undefined);
      }
    }
    await this.keep(consents);
  }

  private get folders(): readonly vscode.Uri[] {
    const { workspaceFolders } = this;
    return workspaceFolders.length > 0 ? workspaceFolders : this.parts.own;
  }

  private get workspaceFolders(): readonly vscode.Uri[] {
    return (this.host.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  private get places(): readonly OutsidePlace[] {
    const { allowed, declined } = this.consents;
    const known = [...new Set([...allowed, ...declined, ...this.asked.keys()])].sort();
    return known.map((place) => ({
      place,
      reference: this.asked.get(place) ?? place,
      answer: allowed.includes(place)
        ? 'allowed'
        : declined.includes(place)
          ? 'declined'
          : undefined,
    }));
  }

  private isOutsideAll(folder: vscode.Uri | undefined): boolean {
    return folder !== undefined && !this.folders.some((one) => isIn(one, folder));
  }

  private async realPathsOf(uris: readonly vscode.Uri[]): Promise<readonly string[]> {
    const { realPaths } = this;
    if (realPaths === undefined) {
      return [];
    }
    const files = uris.filter(({ scheme }) => scheme === 'file');
    const real = await Promise.all(files.map(({ fsPath }) => realPaths.of(fsPath)));
    return real.flatMap((one) => one?.path ?? []);
  }

  /**
   * What the user is to be asked about: of a path in the workspace, where its first link that leads
   * out leads to, so that one answer holds for all that is behind it; otherwise the file itself.
   */
  private async placeOf(
    uri: vscode.Uri,
    real: RealPath,
    folders: readonly string[],
    home: vscode.Uri | undefined,
  ): Promise<string> {
    const root = placeRoot([...this.folders, ...(home ? [home] : [])], uri);
    const below = (root && pathBelow(root.path, uri.path))?.split('/') ?? [];
    const { allowed } = this.consents;
    for (let depth = 1; root !== undefined && depth < below.length; depth++) {
      const folder = vscode.Uri.joinPath(root, ...below.slice(0, depth));
      const path = (await this.realPaths?.of(folder.fsPath))?.path;
      if (path !== undefined && !liesInAny([...folders, ...allowed], path)) {
        return path;
      }
    }
    return real.path;
  }

  /** Where nobody can tell where a link leads to: what lies there by its path, and behind no link. */
  private async reachByName(
    uri: vscode.Uri,
    wish: Wish,
    home: vscode.Uri | undefined,
  ): Promise<Reach> {
    const root = placeRoot([...this.folders, ...(home ? [home] : [])], uri);
    const link = await firstLink(root, uri);
    if (link !== undefined) {
      return { isAllowed: false, why: 'link', place: link.toString(true), exists: true };
    }
    if (root !== undefined) {
      return { isAllowed: true, real: undefined };
    }
    const place = uri.toString();
    const real = { path: place, exists: (await typeOf(uri)) !== undefined };
    return this.ask(uri, real, wish, () => Promise.resolve(place));
  }

  private async ask(
    uri: vscode.Uri,
    { path, exists }: RealPath,
    { isWrite = false }: Wish,
    placeOf: () => Promise<string>,
  ): Promise<Reach> {
    const answer = answerFor(this.consents, path);
    if (answer === 'allowed' && this.host.isTrusted) {
      return { isAllowed: true, real: path };
    }
    const why: Refusal = !this.host.isTrusted
      ? 'untrusted'
      : answer === 'declined'
        ? 'declined'
        : 'unanswered';
    const place = await placeOf();
    if (why === 'unanswered' && (exists || isWrite)) {
      this.gather(place, uri);
    }
    return { isAllowed: false, why, place, exists };
  }

  /** Asks about a place soon, together with others that come up meanwhile, and never twice. */
  private gather(place: string, uri: vscode.Uri): void {
    if (this.asked.has(place) || this.isDisposed) {
      return;
    }
    const isLexical = this.workspaceFolders.some((folder) => isIn(folder, uri));
    this.asked.set(place, isLexical ? vscode.workspace.asRelativePath(uri) : place);
    this.gathered.push(place);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.askNow();
    }, GATHERING_MS);
  }

  private async askNow(): Promise<void> {
    const places = this.gathered;
    this.gathered = [];
    const wanted = this.places.filter(({ place }) => places.includes(place));
    const answer = await this.parts.questions.ask(wanted);
    if (this.isDisposed || answer === undefined) {
      return;
    }
    if (answer === 'choose') {
      await this.manage();
    } else {
      await this.answer(places, answer);
    }
  }

  private answer(places: readonly string[], answer: Answer): Promise<void> {
    return this.keep(
      places.reduce((consents, place) => withAnswer(consents, place, answer), this.consents),
    );
  }

  private async keep(consents: Consents): Promise<void> {
    this.consents = consents;
    await this.parts.state.update(CONSENTS, consents);
    this.changed.fire();
  }
}

/** The first link on the way from a folder to what lies in it; without a folder, the thing itself if it is one. */
async function firstLink(
  root: vscode.Uri | undefined,
  uri: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const below = root && pathBelow(root.path, uri.path);
  const names = below === undefined || below === '' ? [] : below.split('/');
  const way =
    root === undefined
      ? [uri]
      : names.map((_, at) => vscode.Uri.joinPath(root, ...names.slice(0, at + 1)));
  for (const part of way) {
    const type = await typeOf(part);
    if (type !== undefined && (type & vscode.FileType.SymbolicLink) !== 0) {
      return part;
    }
  }
  return undefined;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await diskFiles.stat(uri)).type;
  } catch {
    return undefined;
  }
}
