import * as vscode from 'vscode';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { DisposableStore, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Deps } from '../../workspace/deps';
import { isNote } from '../../workspace/notes/noteDocuments';
import type { ReadyGate } from './readyGate';

/** What is left before a note is sent: one list, with the remedies at hand. */
export function registerReady(deps: Deps): Disposable {
  return new LateReady(deps);
}

/** Loads all of it when somebody first asks. */
class LateReady extends DisposableStore {
  private readonly loading = lazy(() => this.load());

  constructor(private readonly deps: Deps) {
    super();
    const on = (command: string, run: (gate: ReadyGate, argument: unknown) => unknown) =>
      this._register(
        vscode.commands.registerCommand(command, async (argument: unknown) => {
          await run(await this.loading(), argument);
        }),
      );
    on(Commands.readyToSend, (gate) => gate.showActive());
    on(Commands.readyToSendAll, (gate) => gate.showAll());
    on(Commands.recheckReady, (gate) => gate.recheck());
    on(Commands.closeReady, (gate) => gate.close());
    on(Commands.openReadyItem, (gate, argument) => gate.open(argument));
    on(Commands.fixReadyItem, (gate, argument) => gate.fix(argument));
    on(Commands.showReadyFixes, (gate, argument) => gate.showFixes(argument));
    on(Commands.ignoreReadyItem, (gate, argument) => gate.ignore(argument));
    on(Commands.openQuotationAnnex, (gate) => this.openAnnex(gate));
  }

  private async load(): Promise<ReadyGate> {
    const [{ ReadyGate }, checking] = await Promise.all([
      loadPart(this.deps.log, () => import('./readyGate')),
      this.deps.quotes.load(),
    ]);
    return this._register(new ReadyGate(this.deps, checking));
  }

  /** On the active note or, where none is active, on the first that the view shows. */
  private async openAnnex(gate: ReadyGate): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    const [shown] = gate.addresses;
    const isActive = active !== undefined && isNote(active) && !active.isUntitled;
    const note = isActive ? active.uri : (shown ?? active?.uri);
    if (note === undefined) {
      return;
    }
    const [{ openQuotationAnnex }, checking, document] = await Promise.all([
      loadPart(this.deps.log, () => import('./quotationAnnexPage')),
      this.deps.quotes.load(),
      vscode.workspace.openTextDocument(note),
    ]);
    await openQuotationAnnex(this.deps, checking, document);
  }
}
