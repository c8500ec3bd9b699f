import * as vscode from 'vscode';
import { Commands, Views } from '../../host/ids';
import { plainText, trustedMarkdown } from '../../host/trustedMarkdown';
import { DisposableStore } from '../../util/dispose';
import type { ReadingProgress } from './readingProgress';

const FOCUS_VIEW = `${Views.sources}.focus`;

/** Tells in the status bar that sources are being read, where the view cannot be seen. */
export class ReadingStatus extends DisposableStore {
  private readonly item = this._register(
    vscode.window.createStatusBarItem('reading', vscode.StatusBarAlignment.Left),
  );

  constructor() {
    super();
    this.item.name = vscode.l10n.t('IP4 Desk: Reading of Sources');
    this.item.command = FOCUS_VIEW;
  }

  /** Shows how far the reading is; nothing when there is nothing to tell. */
  show({ activity, summary, titles }: ReadingProgress): void {
    const { item } = this;
    if (summary === undefined) {
      item.hide();
      return;
    }
    const text = vscode.l10n.t('Sources: {0}', summary);
    const isPaused = activity === 'paused';
    item.text = `$(${isPaused ? 'stop-circle' : 'loading~spin'}) ${text}`;
    item.accessibilityInformation = { label: text, role: 'button' };
    const [command, label] = isPaused
      ? [Commands.resumeReading, vscode.l10n.t('Go on reading')]
      : [Commands.stopReading, vscode.l10n.t('Stop reading')];
    const reading = titles.map((title) =>
      vscode.l10n.t('Reading {0}', plainText(title, { icons: true })),
    );
    item.tooltip = trustedMarkdown([...reading, `[${label}](command:${command})`].join('\n\n'), [
      command,
    ]);
    item.show();
  }
}
