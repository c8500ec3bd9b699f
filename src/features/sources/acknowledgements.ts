import * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import { isObject } from '../../util/shape';
import type { LibrarySource, UnreadableFolder } from '../../workspace/library/library';

/** A source or a folder that cannot be searched. */
export type SourceProblem = Pick<LibrarySource, 'uri' | 'state' | 'file'> | UnreadableFolder;

/** Where they are kept, in the state of the editor. */
const KEY = 'ip4Desk.acknowledgedProblems';

/** The latest of so many are remembered. */
const MOST_REMEMBERED = 1_000;

/**
 * The problems of sources that the user knows of and does not want to be reminded of, over sessions:
 * each until its file changes or has another problem.
 */
export class Acknowledgements extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: Pick<vscode.Memento, 'get' | 'update'>) {
    super();
  }

  has(problem: SourceProblem): boolean {
    return this.all()[problem.uri.toString()] === versionOf(problem);
  }

  async add(problems: readonly SourceProblem[]): Promise<void> {
    const added = new Map(problems.map((one) => [one.uri.toString(), versionOf(one)]));
    const others = Object.entries(this.all()).filter(([uri]) => !added.has(uri));
    const latest = [...others, ...added].slice(-MOST_REMEMBERED);
    await this.state.update(KEY, Object.fromEntries(latest));
    this.changed.fire();
  }

  private all(): Readonly<Record<string, unknown>> {
    const stored = this.state.get<unknown>(KEY);
    return isObject(stored) ? stored : {};
  }
}

/** Another when the file or its problem is another. */
function versionOf(problem: SourceProblem): string {
  if (!('state' in problem)) {
    return problem.problem.kind;
  }
  const { state, file } = problem;
  return [state.kind, file?.mtime, file?.size].join(' ');
}
