import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands, PDF_EDITOR } from '../../../host/ids';
import { combined, type Disposable } from '../../../util/dispose';
import { openOriginal } from './openOriginal';
import { PdfEditor } from './pdfEditor';

/** The files that sources were read from, and a view of PDFs. */
export function registerOriginal(deps: Deps): Disposable {
  const pdfs = new PdfEditor(deps.extension, deps.log, deps.library);
  return combined(
    pdfs,
    vscode.window.registerCustomEditorProvider(PDF_EDITOR, pdfs),
    vscode.commands.registerCommand(Commands.openOriginal, (...args: unknown[]) =>
      openOriginal(deps, pdfs, args),
    ),
  );
}
