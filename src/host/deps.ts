import type * as vscode from 'vscode';
import type { Desk } from './desk';
import type { CommandTargets } from './targets';

/** What every feature is given. */
export interface Deps {
  readonly desk: Desk;
  /** Finds out which entries a command is about. */
  readonly targets: CommandTargets;
  readonly log: vscode.LogOutputChannel;
  /** Small things to remember over sessions, such as recent searches. */
  readonly state: vscode.Memento;
}
