import type * as vscode from 'vscode';
import type { ReadableTagIndex } from '../../core/tags/tagIndex';

/** What the passages of the user's library are about. */
export interface Tags {
  /**
   * The tags of these sources, by their ids, have changed, come or gone; several changes make one event.
   * Also fires with no source when `isComplete` changes alone.
   */
  readonly onDidChange: vscode.Event<ReadonlySet<string>>;

  /** Begins to tag, at the first call, and to follow library, packs and glossaries. Never rejects. */
  start(): Promise<void>;

  /** What is known now; empty before `start`. After a change of packs or glossaries a source keeps its tags until it has others. */
  readonly index: ReadableTagIndex;

  /** Whether all that has been read is tagged, with packs and glossaries as they are. */
  readonly isComplete: boolean;

  /** Tags these sources before all others: those that the user sees. Holds until the next call. */
  tagFirst(sources: readonly string[]): void;
}
