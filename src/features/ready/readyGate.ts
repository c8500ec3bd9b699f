import * as vscode from 'vscode';
import { isReport } from '../../core/quotes/report';
import { silencingEdits } from '../../core/ready/readyRemedies';
import { showStatusMessage } from '../../host/surfaces/messages';
import { pickItem, showPick } from '../../host/surfaces/quickPicks';
import { chosenNodes } from '../../host/tree/chosenNodes';
import { TreeNode } from '../../host/tree/treeNode';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';
import { addressesOf } from '../../workspace/library/sourceFiles';
import { isNote } from '../../workspace/notes/noteDocuments';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';
import { makeEdits, ReadyFixes, showAt } from './readyFixes';
import { preferredOf, remediesOf, type ReadyPlace } from './readyTree';
import { ReadyView, type Scope } from './readyView';
import { ReadyWatch } from './readyWatch';

/**
 * The commands of the view of what is left before notes are sent. It follows the notes until it is
 * closed: what is mended goes, and what an undo brings back comes again.
 */
export class ReadyGate extends DisposableStore {
  private readonly watch: ReadyWatch;
  private readonly view: ReadyView;
  private readonly fixes: ReadyFixes;

  constructor(
    private readonly deps: Deps,
    checking: QuoteChecking,
  ) {
    super();
    this.watch = this._register(new ReadyWatch(deps, checking));
    this.view = this._register(new ReadyView(this.watch, deps.log));
    this.fixes = new ReadyFixes(deps);
    this._register(
      this.watch.onDidChange(() => {
        if (this.addresses.length === 0) {
          // The last note has gone.
          this.view.hide();
        }
      }),
    );
  }

  /** The command: what is left of the active note. */
  async showActive(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isNote(document)) {
      showStatusMessage(vscode.l10n.t('Open the note that you want to send.'));
      return;
    }
    await this.show('note', [document.uri]);
  }

  /** The command: what is left of all notes of the workspace. */
  async showAll(): Promise<void> {
    const { library, notes } = this.deps;
    await library.start();
    const sources = addressesOf(library.sources);
    notes.forget();
    const all: vscode.Uri[] = [];
    for (const note of await notes.all()) {
      const text = sources.has(note.uri.toString()) ? undefined : await note.readText();
      if (text !== undefined && !isReport(text)) {
        all.push(note.uri);
      }
    }
    if (all.length === 0) {
      showStatusMessage(vscode.l10n.t('There are no notes in this workspace.'));
      return;
    }
    await this.show('all', all);
  }

  /** The command: looks at the notes again. */
  async recheck(): Promise<void> {
    await (this.view.scope === 'all' ? this.showAll() : this.show('note', this.addresses));
  }

  /** The command: takes the view away. */
  close(): void {
    this.watch.end();
    this.view.hide();
  }

  /** The command, and a click: shows where something is left. */
  async open(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    if (chosen !== undefined) {
      await showAt(chosen.document, chosen.place.item);
    }
  }

  /** The command: makes the preferred remedy, or asks for one where there is none; the next row is at hand then. */
  async fix(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    const preferred = chosen && preferredOf(remediesOf(chosen.place));
    if (chosen !== undefined && preferred !== undefined) {
      await this.mend(chosen, () => this.fixes.make(chosen.document, chosen.place, preferred));
    } else if (chosen !== undefined) {
      await this.choose(chosen);
    }
  }

  /** The command: asks which remedy to make. */
  async showFixes(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    if (chosen !== undefined) {
      await this.choose(chosen);
    }
  }

  /** The command: silences what was found where it stands. */
  async ignore(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    const edits = chosen && silencingEdits(chosen.place.note.note, chosen.place.item);
    if (chosen !== undefined && edits !== undefined) {
      await this.mend(chosen, async () => {
        await makeEdits(chosen.document, edits);
        return 'done';
      });
    }
  }

  /** The notes that are looked at, in their order. */
  get addresses(): readonly vscode.Uri[] {
    return this.watch.addresses;
  }

  private async show(scope: Scope, notes: readonly vscode.Uri[]): Promise<void> {
    this.view.scope = scope;
    const checked = this.watch.begin(notes);
    await this.view.show();
    await checked;
  }

  /** A row, in its note as that is now; `undefined` when it is not left any more. */
  private async chosen(argument: unknown): Promise<Chosen | undefined> {
    const [node] =
      argument instanceof TreeNode
        ? [argument]
        : ((await chosenNodes([this.view.tree.view])) ?? []);
    const before = node && this.view.tree.provider.placeOf(node);
    if (node === undefined || before === undefined) {
      return undefined;
    }
    const document = await vscode.workspace.openTextDocument(before.note.uri);
    if (document.getText() !== before.note.note.text) {
      await this.watch.lookNow(document.uri);
    }
    this.view.tree.provider.flush();
    const rows = this.view.tree.provider.rows();
    const at = rows.findIndex(({ id }) => id === node.id);
    const row = rows[at];
    const place = row && this.view.tree.provider.placeOf(row);
    if (place === undefined) {
      showStatusMessage(vscode.l10n.t('This is not left any more.'));
      return undefined;
    }
    return { document, place, at };
  }

  private async choose(chosen: Chosen): Promise<void> {
    const remedies = remediesOf(chosen.place);
    if (remedies.length === 0) {
      await showAt(chosen.document, chosen.place.item);
      return;
    }
    const picked = await showPick(
      remedies.map((remedy) => ({ ...pickItem({ label: remedy.title }), remedy })),
      {
        title: vscode.l10n.t('Ready to Send'),
        placeholder: vscode.l10n.t('Choose what to do'),
      },
    );
    if (picked !== undefined) {
      await this.mend(chosen, () => this.fixes.make(chosen.document, chosen.place, picked.remedy));
    }
  }

  /** Does something about a row; where that has changed the note, the next row is at hand then. */
  private async mend({ document, place, at }: Chosen, mend: () => Promise<'done' | 'writing'>) {
    const { version } = document;
    if (document.getText() !== place.note.note.text) {
      showStatusMessage(vscode.l10n.t('The note has changed meanwhile.'));
      return;
    }
    const done = await mend();
    if (document.version === version) {
      return;
    }
    await this.watch.lookNow(document.uri);
    const rows = this.view.tree.provider.rows();
    const next = rows[Math.min(at, rows.length - 1)];
    if (next !== undefined && done !== 'writing' && this.view.tree.view.visible) {
      await this.view.tree.view.reveal(next, { select: true, focus: true });
    }
  }
}

/** A row that a command is about. */
interface Chosen {
  readonly document: vscode.TextDocument;
  readonly place: ReadyPlace;
  /** Its place among the rows. */
  readonly at: number;
}
