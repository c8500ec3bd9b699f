import { comparablePath } from '../../core/paths/realPath';
import { fileSystem, pathModule, type FileSystem, type PathModule } from '../../worker/node';

/** Where a path leads to, all links followed. */
export interface RealPath {
  /** Comparable; see `comparablePath`. */
  readonly path: string;
  /** Whether anything is there. */
  readonly exists: boolean;
}

/** Links that lead to links that lead to nothing; more are a circle to every system. */
const MOST_LINKS = 40;

/** The parts of Node that real paths are made with. */
interface NodePaths {
  readonly fs: FileSystem['promises'];
  readonly path: PathModule;
  readonly isWindows: boolean;
}

/** Asks the system where paths lead to: `workspace.fs` cannot be asked. */
export class RealPaths {
  private constructor(private readonly node: NodePaths) {}

  /** `undefined` where there is no Node, as in a browser. */
  static create(): RealPaths | undefined {
    const fs = fileSystem();
    const path = pathModule();
    return fs && path
      ? new RealPaths({ fs: fs.promises, path, isWindows: path.sep === '\\' })
      : undefined;
  }

  /**
   * Where a path leads to. Of what is not there, where it would be made: a link to nothing leads to
   * that nothing. `undefined` when the system does not tell. Never rejects.
   */
  of(path: string): Promise<RealPath | undefined> {
    return this.follow(path, MOST_LINKS);
  }

  private async follow(path: string, links: number): Promise<RealPath | undefined> {
    const { fs, isWindows } = this.node;
    try {
      return { path: comparablePath(await fs.realpath(path), isWindows), exists: true };
    } catch (error) {
      return codeOf(error) === 'ENOENT' && links > 0 ? this.ofNothing(path, links) : undefined;
    }
  }

  private async ofNothing(path: string, links: number): Promise<RealPath | undefined> {
    const { fs, path: paths, isWindows } = this.node;
    const folder = paths.dirname(path);
    if (folder === path) {
      return undefined;
    }
    let real: RealPath | undefined;
    try {
      const above = await this.follow(folder, links - 1);
      const target = await fs.readlink(path);
      real = above && (await this.follow(paths.resolve(above.path, target), links - 1));
    } catch {
      const above = await this.follow(folder, links - 1);
      real = above && {
        path: comparablePath(paths.join(above.path, paths.basename(path)), isWindows),
        exists: false,
      };
    }
    return real && { ...real, exists: false };
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : error;
}
