import * as vscode from 'vscode';
import { FileChanged, openRanged, type RangedFile } from '../../../host/rangedFile';
import { Commands } from '../../../host/ids';
import { describeError } from '../../../host/fileErrors';
import { explainFileError } from '../../../host/fileFaultText';
import type { Log } from '../../../host/surfaces/log';
import { DisposableStore } from '../../../util/dispose';
import type { PdfMessage, PdfPlace, PdfRequest, PdfSelection } from '../../../viewer/messages';

/** Bytes that the page may ask for at a time; PDF.js asks for what lies together at once. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One PDF in its tab: what the page asks for and what it is told. */
export class PdfPanel extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** `canGoBack` or `isActive` may be another. */
  readonly onDidChange = this.changed.event;
  private readonly turnedDark = this._register(new vscode.EventEmitter<boolean>());
  /** Somebody has asked for dark pages, or for light ones. */
  readonly onDidTurnDark = this.turnedDark.event;

  /** Whether there is a place to go back to, of a jump. */
  canGoBack = false;
  private file: RangedFile | undefined;
  private labels: readonly string[] | undefined;
  /** Where to go as soon as the page listens. */
  private wanted: PdfPlace | undefined;
  private questions = 0;
  private readonly answers = new Map<number, (selection: PdfSelection | undefined) => void>();

  /** @param isDark asked each time that the page is made */
  constructor(
    readonly uri: vscode.Uri,
    private readonly panel: vscode.WebviewPanel,
    private readonly log: Log,
    private readonly isDark: () => boolean,
  ) {
    super();
    this._register(
      panel.webview.onDidReceiveMessage((message: PdfMessage) => this.receive(message)),
    );
    this._register(panel.onDidChangeViewState(() => this.changed.fire()));
    this._register({
      dispose: () => this.answers.forEach((answer) => answer(undefined)),
    });
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  /** Whether the page knows what the library calls its pages. */
  get isLabelled(): boolean {
    return this.labels !== undefined;
  }

  /** Where the page is to begin that has not been made yet. */
  awaitAt(place: PdfPlace | undefined): void {
    this.wanted = place;
  }

  /** Brings the tab to the front, at a place where one is given. */
  async reveal(place: PdfPlace | undefined): Promise<void> {
    if (place !== undefined && this.panel.visible) {
      await this.tell({ kind: 'goTo', place });
    } else {
      // A page in the background is not there: it is made again when it comes to the front.
      this.wanted = place;
    }
    this.panel.reveal(this.panel.viewColumn);
  }

  async setLabels(labels: readonly string[]): Promise<void> {
    this.labels = labels;
    await this.tell({ kind: 'labels', labels });
  }

  async tell(request: PdfRequest): Promise<void> {
    if (!this.isDisposed) {
      await this.panel.webview.postMessage(request);
    }
  }

  /** What is selected; `undefined` when the page is not there to be asked. */
  async selection(): Promise<PdfSelection | undefined> {
    if (!this.panel.visible || this.isDisposed) {
      return undefined;
    }
    const question = (this.questions += 1);
    const answered = new Promise<PdfSelection | undefined>((answer) =>
      this.answers.set(question, answer),
    );
    await this.tell({ kind: 'select', question });
    const selection = await answered;
    this.answers.delete(question);
    return selection;
  }

  private receive(message: PdfMessage): void {
    switch (message.kind) {
      case 'ready':
        void this.open();
        break;
      case 'read':
        void this.read(message.begin, message.end);
        break;
      case 'selection':
        this.answers.get(message.question)?.(message.selection);
        break;
      case 'canGoBack':
        this.canGoBack = message.canGoBack;
        this.changed.fire();
        break;
      case 'dark':
        this.turnedDark.fire(message.isDark);
        break;
      case 'copyPressed':
        // Elsewhere the key reaches the editor by itself.
        if (vscode.env.uiKind === vscode.UIKind.Web) {
          void vscode.commands.executeCommand(Commands.copyWithCitation);
        }
        break;
      case 'leave':
        leaveFor(message.url);
    }
  }

  /** Tells the page what there is to show. Never rejects. */
  private async open(): Promise<void> {
    try {
      const file = (this.file = await openRanged(this.uri));
      await this.tell({ kind: 'dark', isDark: this.isDark() });
      if (this.labels !== undefined) {
        await this.tell({ kind: 'labels', labels: this.labels });
      }
      const place = this.wanted;
      this.wanted = undefined;
      await this.tell({ kind: 'open', length: file.size, ...(place && { place }) });
    } catch (error) {
      await this.refuse(error);
    }
  }

  /** Sends a part of the file, or all that is to be seen again when it is another by now. Never rejects. */
  private async read(begin: number, end: number): Promise<void> {
    const { file } = this;
    if (file === undefined || !isPart(begin, end)) {
      return;
    }
    try {
      const bytes = await file.read(begin, end);
      if (file === this.file) {
        await this.tell({ kind: 'bytes', begin, bytes });
      }
    } catch (error) {
      if (file !== this.file) {
        return;
      }
      if (error instanceof FileChanged) {
        await this.open();
      } else {
        await this.refuse(error);
      }
    }
  }

  private async refuse(error: unknown): Promise<void> {
    const reason = explainFileError(error, 'read', vscode.l10n);
    this.log.warn(`${this.uri.toString(true)} cannot be read: ${describeError(error)}`);
    const message = vscode.l10n.t('This file could not be opened: {0}', reason);
    await this.tell({ kind: 'unavailable', message });
  }
}

function isPart(begin: unknown, end: unknown): boolean {
  return (
    Number.isInteger(begin) &&
    Number.isInteger(end) &&
    (begin as number) >= 0 &&
    (begin as number) < (end as number) &&
    (end as number) - (begin as number) <= MOST_BYTES
  );
}

/** Opens an address on the web, about which the editor asks first unless its user trusts the place. */
function leaveFor(url: unknown): void {
  if (typeof url === 'string' && /^https?:/i.test(url)) {
    void vscode.env.openExternal(vscode.Uri.parse(url, true));
  }
}
