import * as vscode from 'vscode';
import { Commands, Views } from '../../host/ids';
import { joined, plainCommandLink, plainText, sentence } from '../../host/surfaces/markdown';
import { DisposableStore } from '../../util/dispose';
import type { ReadingProgress } from './readingProgress';
import { createStatusItem, showStatusItem } from '../../host/surfaces/statusBar';

const FOCUS_VIEW = `${Views.sources}.focus`;

/** Tells in the status bar that sources are being read, where the view cannot be seen. */
export class ReadingStatus extends DisposableStore {
  private readonly item = this._register(
    createStatusItem('reading', vscode.l10n.t('IP4 Desk: Source Indexing'), FOCUS_VIEW),
  );

  /** Shows how far the reading is; nothing when there is nothing to tell. */
  show({ activity, summary, titles }: ReadingProgress): void {
    const { item } = this;
    if (summary === undefined) {
      item.hide();
      return;
    }
    const isPaused = activity === 'paused';
    const [command, label] = isPaused
      ? [Commands.resumeReading, vscode.l10n.t('Resume Indexing')]
      : [Commands.stopReading, vscode.l10n.t('Pause Indexing')];
    const reading = titles.map((title) =>
      sentence(vscode.l10n.t('Indexing {0}'), plainText(title, { icons: true })),
    );
    showStatusItem(item, {
      icon: isPaused ? 'stop-circle' : 'loading~spin',
      text: vscode.l10n.t('Sources: {0}', summary),
      tooltip: joined([...reading, plainCommandLink(plainText(label), command)], '\n\n'),
      commands: [command],
    });
  }
}
