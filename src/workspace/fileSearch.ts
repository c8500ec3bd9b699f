import * as vscode from 'vscode';
import { includedBy, type OnLeftOut, type PathRule } from '../core/paths/pathRules';
import { faultOf } from '../core/paths/fileFault';
import { leadsBack } from '../core/paths/realPath';
import { concurrently } from '../util/concurrently';
import type { PlaceAccess } from './access/placeAccess';
import { diskFiles } from '../host/diskFiles';

/** Files and folders that one search looks at. Far more than people keep notes beside. */
const MOST_LOOKED_AT = 200_000;

/** Folders read at a time: enough to hide the way to the disk, few enough not to flood it. */
const FOLDERS_AT_A_TIME = 16;

/** How a folder is searched. */
export interface FileSearch {
  /** Globs of paths from the folder on. */
  readonly include: readonly string[];
  /** Globs of paths that are left out with all below them, beside what `files.exclude` hides. */
  readonly exclude?: readonly string[];
  /** Whether a folder, by its path, is left out with all below it, so that it need not be looked at. */
  readonly isLeftOut?: (path: string) => Promise<boolean>;
  /** Decides which links are followed. */
  readonly access: PlaceAccess;
  /** Called with each glob of `include` that does not count. */
  readonly onLeftOut?: OnLeftOut;
  /** Asked between folders whether anybody still wants to know. */
  readonly isCancelled?: () => boolean;
  /** Files and folders that are looked at; the default is 200,000. */
  readonly most?: number;
}

/** What a search has found. */
export interface FoundFiles {
  /** Each once. */
  readonly files: readonly vscode.Uri[];
  /** Where links lead that were not followed, since that lies outside the workspace. */
  readonly outside: readonly string[];
  /** Folders that are there and could not be read. */
  readonly unreadable: readonly UnreadFolder[];
}

/** A folder that could not be read. */
export interface UnreadFolder {
  readonly folder: vscode.Uri;
  /** From the folder on that is searched, with slashes; empty for that folder. */
  readonly path: string;
  /** What the file system has said. */
  readonly error: unknown;
}

/**
 * The files below a folder whose path from it on matches a glob, without those that `files.exclude`
 * hides. Links are followed where `access` allows it and never in circles, after all else, so that
 * what they lead to takes nothing from what lies in the folder itself. Stops at 200,000 files and
 * folders, which the user is told. Never rejects: a folder that cannot be read holds no files and is
 * told, and a glob that is none matches none.
 *
 * Not the editor's own search: that follows all links, also to the root of the disk, and cannot be
 * told not to.
 */
export async function searchFiles(folder: vscode.Uri, search: FileSearch): Promise<FoundFiles> {
  const walk = new Walk(folder, search);
  await walk.run();
  return { files: walk.files, outside: [...walk.outside], unreadable: walk.unreadable };
}

/** A folder on the way. */
interface Step {
  readonly uri: vscode.Uri;
  /** From the folder on that is searched, with slashes; empty for that folder. */
  readonly path: string;
  /** Its real path; `undefined` where links are not followed. */
  readonly real: string | undefined;
  /** The real folders from which links have led here. */
  readonly left: readonly string[];
}

type Entry = readonly [name: string, type: vscode.FileType];

class Walk {
  readonly files: vscode.Uri[] = [];
  readonly outside = new Set<string>();
  readonly unreadable: UnreadFolder[] = [];
  private readonly isIncluded: PathRule;
  private readonly isHidden: HiddenRule;
  private readonly most: number;
  private readonly links: Step[] = [];
  private lookedAt = 0;
  private realRoot: string | undefined;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly search: FileSearch,
  ) {
    this.isIncluded = anyOf(search.include, search.onLeftOut);
    this.isHidden = hiddenFiles(folder, search.exclude ?? []);
    this.most = search.most ?? MOST_LOOKED_AT;
  }

  async run(): Promise<void> {
    const reach = await this.search.access.reach(this.folder);
    this.realRoot = reach.isAllowed ? reach.real : undefined;
    await this.through([{ uri: this.folder, path: '', real: this.realRoot, left: [] }]);
    while (this.links.length > 0 && !this.isOver) {
      await this.through(this.links.splice(0));
    }
    if (this.isFull) {
      this.search.access.tellLimit(this.folder, this.most);
    }
  }

  private get isFull(): boolean {
    return this.lookedAt >= this.most;
  }

  private get isOver(): boolean {
    return this.isFull || this.search.isCancelled?.() === true;
  }

  /** Level by level, so that what lies deep is what a limit leaves out. */
  private async through(first: readonly Step[]): Promise<void> {
    for (let level = first; level.length > 0 && !this.isOver;) {
      const next: Step[] = [];
      await concurrently(level, FOLDERS_AT_A_TIME, async (step) => {
        if (!this.isOver) {
          next.push(...(await this.enter(step)));
        }
      });
      level = next;
    }
  }

  /** Looks at what is in a folder. Returns the folders in it. */
  private async enter(step: Step): Promise<readonly Step[]> {
    const entries = await this.entriesOf(step);
    const names = new Set(entries.map(([name]) => name));
    const folders: Step[] = [];
    for (const [name, type] of entries) {
      if (this.isFull) {
        break;
      }
      this.lookedAt++;
      const path = step.path === '' ? name : `${step.path}/${name}`;
      if (this.isHidden(path, names)) {
        continue;
      }
      // Made only where it is needed: most files are none that are looked for.
      const uri = () => vscode.Uri.joinPath(step.uri, name);
      if (type & vscode.FileType.SymbolicLink) {
        await this.follow(step, { uri: uri(), path, type });
      } else if (type & vscode.FileType.Directory) {
        if (await this.search.isLeftOut?.(path)) {
          continue;
        }
        const real = step.real && below(step.real, name);
        // The folder that is searched is not searched again from behind a link.
        if (step.left.length === 0 || real !== this.realRoot) {
          folders.push({ ...step, uri: uri(), path, real });
        }
      } else if (type & vscode.FileType.File) {
        if (this.isIncluded(path)) {
          this.files.push(uri());
        }
      }
    }
    return folders;
  }

  private async entriesOf({ uri, path }: Step): Promise<readonly Entry[]> {
    try {
      return await diskFiles.readDirectory(uri);
    } catch (error) {
      // One that has gone meanwhile has nothing to be told of, nor has one that is a file now.
      const fault = faultOf(error);
      if (fault !== 'gone' && fault !== 'notFolder') {
        this.unreadable.push({ folder: uri, path, error });
      }
      return [];
    }
  }

  private async follow(
    from: Step,
    { uri, path, type }: { uri: vscode.Uri; path: string; type: vscode.FileType },
  ): Promise<void> {
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    // A folder may have anything in it; about a file that is not looked for nobody is asked.
    const isWanted = isFolder || ((type & vscode.FileType.File) !== 0 && this.isIncluded(path));
    if (
      !isWanted ||
      !this.search.access.followsLinks(uri) ||
      (isFolder && (await this.search.isLeftOut?.(path)) === true)
    ) {
      return;
    }
    const { access } = this.search;
    const left = [...from.left, ...(from.real === undefined ? [] : [from.real])];
    const real = await access.realPath(uri);
    if (real === undefined || (isFolder && leadsBack(real, left))) {
      return;
    }
    const reach = await access.reach(uri);
    if (!reach.isAllowed) {
      this.outside.add(reach.place);
    } else if (isFolder) {
      this.links.push({ uri, path, real, left });
    } else {
      this.files.push(uri);
    }
  }
}

function below(real: string, name: string): string {
  return real.endsWith('/') ? real + name : `${real}/${name}`;
}

/** Paths that a glob matches. One that is none costs itself alone. */
function anyOf(globs: readonly string[], onLeftOut?: OnLeftOut): PathRule {
  // As the editor understands them: paths begin at the folder, with or without a slash.
  return includedBy(
    globs.map((glob) => glob.replace(/^(?:\.?\/)+/, '')),
    onLeftOut,
  );
}

/** Whether a path is hidden, beside the names in its own folder. */
type HiddenRule = (path: string, siblings: ReadonlySet<string>) => boolean;

/** What is left out, and what `files.exclude` hides: by a glob, or by one that a sibling makes hold. */
function hiddenFiles(folder: vscode.Uri, exclude: readonly string[]): HiddenRule {
  const setting = Object.entries(
    vscode.workspace
      .getConfiguration('files', folder)
      .get<Readonly<Record<string, unknown>>>('exclude', {}),
  );
  const isHidden = anyOf([
    ...exclude,
    ...setting.filter(([, value]) => value === true).map(([glob]) => glob),
  ]);
  const conditional = setting.flatMap(([glob, value]) => {
    const when = (value as { readonly when?: unknown } | null)?.when;
    return typeof when === 'string' ? [{ matches: anyOf([glob]), when }] : [];
  });
  return (path, siblings) =>
    isHidden(path) ||
    conditional.some(({ matches, when }) => matches(path) && siblings.has(siblingOf(path, when)));
}

/** The name that a condition such as `$(basename).ts` means for a file. */
function siblingOf(path: string, when: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return when.replaceAll('$(basename)', dot > 0 ? name.slice(0, dot) : name);
}
