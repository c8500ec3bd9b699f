import * as vscode from 'vscode';
import type { PassageRef } from '../../core/library/document';
import { setContextKey } from '../../host/contextKeys';
import type { Deps } from '../../workspace/deps';
import { ContextKeys, Views } from '../../host/ids';
import type { RememberedChoice } from '../../host/rememberedChoice';
import type { Library } from '../../workspace/library/library';
import { DisposableStore } from '../../util/dispose';
import { problemBadge } from './problemBadge';
import { type Activity, readingProgress } from './readingProgress';
import { ReadingStatus } from './readingStatus';
import { notStoredMessage } from './sourceState';
import type { Acknowledgements, SourceProblem } from './acknowledgements';
import type { SourceOrder } from './sourceOrder';
import { SourcesTreeProvider } from './sourcesTreeProvider';
import { showStatusMessage } from '../../host/surfaces/messages';
import { describeView, setBadge, tellInView } from '../../host/surfaces/trees';
import { withViewProgress } from '../../host/surfaces/progress';
import { TreeInView } from '../../host/tree/treeInView';
import type { TreeNode } from '../../host/tree/treeNode';

/** Reading that is over sooner is not announced: a note saved every minute must not make the status bar flicker. */
const ANNOUNCE_AFTER_MS = 500;

/** What is said of places outside the workspace; nothing without any. */
function outsideMessage(outside: readonly string[]): readonly string[] {
  const [first] = outside;
  if (first === undefined) {
    return [];
  }
  return [
    outside.length === 1
      ? vscode.l10n.t('Not looked into, since it lies outside the workspace: {0}', first)
      : vscode.l10n.t(
          'Not looked into, since they lie outside the workspace: {0} and {1} more',
          first,
          outside.length - 1,
        ),
  ];
}

/** The view of the user's own sources, and what the window tells of them elsewhere. */
export class SourcesView extends DisposableStore {
  private readonly tree: TreeInView<SourcesTreeProvider>;
  private readonly status = this._register(new ReadingStatus());
  private announcing: ReturnType<typeof setTimeout> | undefined;
  /** What `when` clauses have been told. */
  private activity: Activity = 'idle';
  private isEmpty = false;
  private isSomeOutside = false;
  private isAnnounced = false;
  /** Whether sources have been looked for; before, that there are none means nothing. */
  private hasStarted = false;

  constructor(
    private readonly deps: Pick<Deps, 'library' | 'log' | 'targets'>,
    order: RememberedChoice<SourceOrder>,
    private readonly acknowledgements: Acknowledgements,
    dragAndDropController: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    super();
    const { library, log, targets } = deps;
    const choices = {
      order: () => order.value,
      isAcknowledged: (problem: SourceProblem) => acknowledgements.has(problem),
    };
    const provider = new SourcesTreeProvider(library, choices, log);
    this.tree = this._register(new TreeInView(Views.sources, provider, dragAndDropController));
    this._register(order.onDidChange(() => this.update()));
    this._register(acknowledgements.onDidChange(() => this.update()));
    this._register(targets.provideTree(this.tree.view));
    this._register(library.onDidChange(() => this.update()));
    this._register(
      this.tree.view.onDidChangeVisibility(({ visible }) => {
        if (visible) {
          void this.start();
        }
      }),
    );
    this._register({ dispose: () => clearTimeout(this.announcing) });
  }

  /** Selects a document, or a passage in it, its parents expanded. Tells the user when it is not there. */
  async reveal(ref: Pick<PassageRef, 'source'> & Partial<PassageRef>): Promise<void> {
    await this.start();
    const isThere = await this.tree.reveal(() => this.tree.provider.find(ref));
    if (!isThere && !this.isDisposed) {
      showStatusMessage(vscode.l10n.t('This source is not in the library.'));
    }
  }

  /** Looks for sources, at the first call. */
  private async start(): Promise<void> {
    const { library } = this.deps;
    if (!this.hasStarted) {
      await withViewProgress(Views.sources, () => library.start());
      this.hasStarted = true;
      this.update();
    }
  }

  private update(): void {
    if (this.isDisposed) {
      return;
    }
    const { library } = this.deps;
    this.tree.provider.update();
    this.tellProblems(library);
    this.tellActivity();
    this.tell(library);
    const isEmpty =
      this.hasStarted && library.sources.length === 0 && library.unreadable.length === 0;
    if (isEmpty !== this.isEmpty) {
      this.isEmpty = isEmpty;
      setContextKey(ContextKeys.sourcesEmpty, isEmpty);
    }
  }

  /** Messages that are there for as long as what they tell of. */
  private tell({ outside, notStored }: Pick<Library, 'outside' | 'notStored'>): void {
    const messages = [
      ...(notStored === undefined ? [] : [notStoredMessage(notStored, vscode.l10n)]),
      ...outsideMessage(outside),
    ];
    tellInView(this.tree.view, messages.join(' '));
    const isSome = outside.length > 0;
    if (isSome !== this.isSomeOutside) {
      this.isSomeOutside = isSome;
      setContextKey(ContextKeys.sourcesOutside, isSome);
    }
  }

  /** The badge: of problems that the user knows of it would remind her for ever. */
  private tellProblems({ sources, unreadable }: Pick<Library, 'sources' | 'unreadable'>): void {
    const isNews = (problem: SourceProblem): boolean => !this.acknowledgements.has(problem);
    const badge = problemBadge(sources.filter(isNews), vscode.l10n, unreadable.filter(isNews));
    setBadge(this.tree.view, badge);
  }

  private tellActivity(): void {
    const progress = readingProgress(this.deps.library, vscode.l10n);
    const { activity } = progress;
    if (activity !== this.activity) {
      this.activity = activity;
      setContextKey(ContextKeys.sourcesActivity, activity);
      clearTimeout(this.announcing);
      this.isAnnounced = activity !== 'reading';
      if (activity === 'reading') {
        this.announcing = setTimeout(() => {
          this.isAnnounced = true;
          this.update();
        }, ANNOUNCE_AFTER_MS);
      }
    }
    const told = this.isAnnounced ? progress : { ...progress, summary: undefined };
    // Beside the title: a message above the tree would push down what the user is pointing at.
    describeView(this.tree.view, told.summary);
    this.status.show(told);
  }
}
