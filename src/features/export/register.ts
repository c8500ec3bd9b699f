import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportNote';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import type { Deps } from '../../workspace/deps';
import { combined, type Disposable } from '../../util/dispose';

/** Notes as Word and HTML files. What makes them is large, and is loaded when the first is asked for. */
export function registerExport(deps: Deps): Disposable {
  const on = (command: string, format: ExportFormat, hasAnnex = false): Disposable =>
    vscode.commands.registerCommand(command, async (target: unknown) => {
      const part = await loadPart(deps.log, () => import('./exportTo'));
      await part.exportTo(deps, format, target, hasAnnex ? part.quotationAnnexOf(deps) : undefined);
    });
  return combined(
    on(Commands.exportToWord, 'word'),
    on(Commands.exportToWordWithAnnex, 'word', true),
    on(Commands.exportAsHtml, 'html'),
  );
}
