import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Library } from '../library/library';
import { loadPart } from '../../host/loadPart';
import type { NoteFiles } from '../notes/noteFiles';
import type { DeskTerms } from './deskTerms';
import type { FileMentions, Mentions } from './mentions';

/** Mentions whose finder is loaded when somebody first asks for some; before, nothing changes. */
export class LateMentions extends DisposableStore implements Mentions {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly found = lazy(() => this.load());

  constructor(
    private readonly terms: DeskTerms,
    private readonly library: Library,
    private readonly notes: NoteFiles,
    private readonly log: Logger,
  ) {
    super();
  }

  async of(term: string, token?: vscode.CancellationToken): Promise<readonly FileMentions[]> {
    return (await this.found()).of(term, token);
  }

  private async load(): Promise<Mentions> {
    const { WorkspaceMentions } = await loadPart(this.log, () => import('./workspaceMentions'));
    const mentions = this._register(new WorkspaceMentions(this.terms, this.library, this.notes));
    this._register(mentions.onDidChange(() => this.changed.fire()));
    return mentions;
  }
}
