import type * as vscode from 'vscode';
import type { Searcher } from '../core/search/searcher';
import type { Desk } from './desk';
import type { LastHits } from './lastHits';
import type { Library } from './library/library';
import type { CommandTargets } from './targets';

/** What every feature is given. */
export interface Deps {
  readonly desk: Desk;
  readonly library: Library;
  /** Searches packs and library together, always as they are now. */
  readonly searcher: () => Promise<Searcher>;
  /** The passages that the last search found. */
  readonly lastHits: LastHits;
  /** Finds out which entries a command is about. */
  readonly targets: CommandTargets;
  readonly log: vscode.LogOutputChannel;
  /** Small things to remember over sessions, such as recent searches. */
  readonly state: vscode.Memento;
}
