import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportNote';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import type { Deps } from '../../workspace/deps';
import { combined, type Disposable } from '../../util/dispose';

/** Notes as Word and HTML files. What makes them is large, and is loaded when the first is asked for. */
export function registerExport(deps: Deps): Disposable {
  const on = (command: string, format: ExportFormat): Disposable =>
    vscode.commands.registerCommand(command, async (target: unknown) => {
      const { exportTo } = await loadPart(deps.log, () => import('./exportTo'));
      await exportTo(deps, format, target);
    });
  return combined(on(Commands.exportToWord, 'word'), on(Commands.exportAsHtml, 'html'));
}
