import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands } from '../../../host/ids';
import { combined, type Disposable } from '../../../util/dispose';
import { loadPart } from '../../../host/loadPart';
import type { ExportRequest } from './exportGlossary';
import type { ImportRequest } from './importGlossary';

/** Import of glossaries from other formats, and export to them. */
export function registerExchange(deps: Deps): Disposable {
  return combined(
    vscode.commands.registerCommand(Commands.importGlossary, async (argument: unknown) => {
      const { importGlossary } = await loadPart(deps.log, () => import('./importGlossary'));
      await importGlossary(deps, importRequest(argument));
    }),
    vscode.commands.registerCommand(Commands.exportGlossary, async (argument: unknown) => {
      const { exportGlossary } = await loadPart(deps.log, () => import('./exportGlossary'));
      await exportGlossary(deps, exportRequest(argument));
    }),
  );
}

function importRequest(argument: unknown): ImportRequest {
  const { file, glossary } = (argument ?? {}) as Partial<Record<string, unknown>>;
  return {
    ...(file instanceof vscode.Uri && { file }),
    ...(glossary instanceof vscode.Uri && { glossary }),
  };
}

/** Of a request, or of a node of the Terms view that has a `glossary`. */
function exportRequest(argument: unknown): ExportRequest {
  const { file, glossary, format } = (argument ?? {}) as Partial<Record<string, unknown>>;
  return {
    ...(file instanceof vscode.Uri && { file }),
    ...(typeof glossary === 'string' && { glossary }),
    ...((format === 'csv' || format === 'tsv' || format === 'tbx' || format === 'markdown') && {
      format,
    }),
  };
}
