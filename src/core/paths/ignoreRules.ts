import { parseIgnoreFile, type IgnoreRule } from './ignoreRule';
import { selfAndAbove } from './pathRules';

/**
 * Decides what the `.gitignore` files of a folder and of those below it leave out, the way Git does:
 * the nearest file that says something about a path decides, and nothing comes back that lies in a
 * folder left out.
 */
export class IgnoreRules {
  private readonly rules = new Map<string, Promise<readonly IgnoreRule[]>>();
  private readonly folders = new Map<string, Promise<boolean>>();

  /**
   * @param read the text of the `.gitignore` in a folder, named by its path relative to the root (''
   * is the root itself); `undefined` where there is none
   * @param tell called with what is wrong in the file of a folder, for people
   */
  constructor(
    private readonly read: (folder: string) => Promise<string | undefined>,
    private readonly tell: (folder: string, problem: string) => void = () => undefined,
  ) {}

  /** Whether a file is left out, by its path relative to the root, with slashes. */
  async ignores(path: string): Promise<boolean> {
    const folder = parentOf(path);
    return (await this.ignoresFolder(folder)) || this.decide(path, path);
  }

  /** The same for a folder; remembered, since files share them. */
  ignoresFolder(folder: string): Promise<boolean> {
    const known = this.folders.get(folder);
    if (known) {
      return known;
    }
    const answer =
      folder === ''
        ? Promise.resolve(false)
        : this.ignoresFolder(parentOf(folder)).then(
            (above) => above || this.decide(folder, `${folder}/`),
          );
    this.folders.set(folder, answer);
    return answer;
  }

  /** @param written the path, with a slash at its end where it is a folder's */
  private async decide(path: string, written: string): Promise<boolean> {
    const above = ['', ...selfAndAbove(path).slice(0, -1)];
    for (const folder of above.reverse()) {
      const rules = await this.rulesOf(folder);
      const inFolder = folder === '' ? written : written.slice(folder.length + 1);
      const deciding = rules.find(({ matches }) => matches(inFolder));
      if (deciding !== undefined) {
        return !deciding.isNegated;
      }
    }
    return false;
  }

  private rulesOf(folder: string): Promise<readonly IgnoreRule[]> {
    let rules = this.rules.get(folder);
    if (!rules) {
      rules = this.read(folder).then((text = '') => {
        const file = parseIgnoreFile(text);
        file.problems.forEach((problem) => this.tell(folder, problem));
        // The last one that matches decides.
        return [...file.rules].reverse();
      });
      this.rules.set(folder, rules);
    }
    return rules;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
