import * as vscode from 'vscode';
import { glossaryText } from '../../core/glossary/edit';
import type { EntryFields } from '../../core/glossary/glossary';
import type { TextEdit } from '../../core/model';
import { lettersHeldBy, openForEdit } from '../../host/fileEncoding';
import { TooCostly, type Parsing } from '../parsing/parsing';
import { spanRange } from '../../host/ranges';

/** What became of an attempt to write into a glossary file. */
export type WriteOutcome =
  | 'written'
  /** The file is so broken that no place for an entry can be found in it. */
  | 'broken'
  /**
   * The editor did not take the change: the file is read-only, is not there any more, or is in an
   * encoding that lacks some letters of the entries.
   */
  | 'refused';

/**
 * Adds entries to a glossary file, as one step to undo. A file without unsaved changes is saved, so
 * that other programs see the entries; what somebody has not saved yet stays unsaved.
 *
 * @param context the number of the context in the file
 */
export async function writeEntries(
  parsing: Parsing,
  file: vscode.Uri,
  entries: readonly EntryFields[],
  context = 0,
): Promise<WriteOutcome> {
  let document: vscode.TextDocument;
  try {
    document = await openForEdit(file);
  } catch {
    return 'refused';
  }
  const holds = await lettersHeldBy(document);
  const { version } = document;
  const addition = await additionTo(parsing, document.getText(), entries, context);
  if (addition === undefined) {
    return 'broken';
  }
  if (document.version !== version) {
    // The place was found in another text.
    return writeEntries(parsing, file, entries, context);
  }
  if (!holds(addition.text)) {
    return 'refused';
  }
  const { isDirty } = document;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file, spanRange(document, addition), addition.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    return 'refused';
  }
  return isDirty || (await document.save()) ? 'written' : 'refused';
}

async function additionTo(
  parsing: Parsing,
  text: string,
  entries: readonly EntryFields[],
  context: number,
): Promise<TextEdit | undefined> {
  try {
    return await parsing.run('addition', text, entries, context);
  } catch (error) {
    if (error instanceof TooCostly) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Makes a glossary file, with the entries in one context.
 *
 * @returns `refused` when there is such a file already, or it cannot be written
 */
export async function writeNewGlossary(
  file: vscode.Uri,
  name: string | undefined,
  entries: readonly EntryFields[],
): Promise<WriteOutcome> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(glossaryText(name, entries)) });
  return (await vscode.workspace.applyEdit(edit)) ? 'written' : 'refused';
}
