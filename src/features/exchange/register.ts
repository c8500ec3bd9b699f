import * as vscode from 'vscode';
import type { Deps } from '../../host/deps';
import { Commands } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { exportGlossary, type ExportRequest } from './exportGlossary';
import { importGlossary, type ImportRequest } from './importGlossary';

/** Import of glossaries from other formats, and export to them. */
export function registerExchange(deps: Deps): Disposable {
  return combined(
    vscode.commands.registerCommand(Commands.importGlossary, (argument: unknown) =>
      importGlossary(deps, importRequest(argument)),
    ),
    vscode.commands.registerCommand(Commands.exportGlossary, (argument: unknown) =>
      exportGlossary(deps, exportRequest(argument)),
    ),
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
