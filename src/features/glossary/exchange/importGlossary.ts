import * as vscode from 'vscode';
import { LARGEST_IMPORT } from '../../../core/budgets';
import type { ExchangeReading } from '../../../core/glossary/exchange/exchange';
import type { ImportFormat } from '../../../core/glossary/exchange/readExchange';
import { decodeFile } from '../../../host/decodeFile';
import { planImport } from '../../../core/glossary/exchange/importPlan';
import type { Deps } from '../../../workspace/deps';
import {
  type WriteOutcome,
  writeEntries,
  writeNewGlossary,
} from '../../../workspace/glossaries/writeGlossary';
import { isPartFailure } from '../../../host/loadPart';
import { explainFileError } from '../../../host/fileFaultText';
import { describeError } from '../../../host/fileErrors';
import { safeFileName } from '../../../util/fileName';
import { IMPORT_ENDINGS, importFormatOf } from './formats';
import { importReport, importSummary, type Imported } from './importReport';
import { showStatusMessage, showError } from '../../../host/surfaces/messages';
import { type Item, pickItem, showPick } from '../../../host/surfaces/quickPicks';
import { askForFiles, askWhereToSave } from '../../../host/surfaces/dialogs';

/** What the command can be told beforehand; it asks for what is absent. */
export interface ImportRequest {
  readonly file?: vscode.Uri;
  /** An existing glossary file, or the one to be made. */
  readonly glossary?: vscode.Uri;
}

type ImportDeps = Pick<Deps, 'glossaries' | 'log' | 'parsing'>;

/** Asks which file to import and into which glossary, writes the entries, and shows what was done. */
export async function importGlossary(deps: ImportDeps, request: ImportRequest = {}): Promise<void> {
  const file = request.file ?? (await askForFile());
  const format = file && importFormatOf(file.path);
  if (file === undefined) {
    return;
  }
  if (format === undefined) {
    void showError(
      vscode.l10n.t(
        '“{0}” cannot be imported: choose a file that ends with .csv, .tsv, .tbx or .xml.',
        nameOf(file),
      ),
    );
    return;
  }
  const reading = await readFile(deps, file, format);
  if (reading.entries.length === 0) {
    await showReport({
      file: nameOf(file),
      glossary: vscode.l10n.t('a glossary'),
      added: [],
      remarks: [],
      reading: reading.remarks,
    });
    return;
  }
  await deps.glossaries.start();
  const glossary = request.glossary ?? (await askForGlossary(deps, file));
  if (glossary === undefined) {
    return;
  }
  const existing = deps.glossaries.all.find(({ uri }) => uri.toString() === glossary.toString());
  const context = existing?.glossary.contexts[0];
  const plan = planImport(reading.entries, context?.entries ?? []);
  const [first] = new Set(reading.entries.map((entry) => entry.context));
  const outcome: WriteOutcome =
    plan.added.length === 0
      ? 'written'
      : existing === undefined
        ? await writeNewGlossary(glossary, first ?? titleOf(file), plan.added)
        : await writeEntries(deps.parsing, glossary, plan.added);
  if (outcome === 'written') {
    await showReport({
      ...plan,
      file: nameOf(file),
      glossary: nameOf(glossary),
      reading: reading.remarks,
    });
  } else {
    tellFailure(outcome, glossary);
  }
}

/** Reads a file as text in UTF-8, UTF-16 or Windows-1252. What cannot be read is a remark. */
async function readFile(
  { parsing }: Pick<Deps, 'parsing'>,
  file: vscode.Uri,
  format: ImportFormat,
): Promise<ExchangeReading> {
  const unreadable = (detail: string): ExchangeReading => ({
    entries: [],
    remarks: [{ kind: 'unreadable', detail }],
  });
  let bytes: Uint8Array | undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    bytes = size > LARGEST_IMPORT ? undefined : await vscode.workspace.fs.readFile(file);
  } catch (error) {
    return unreadable(explainFileError(error, 'read', vscode.l10n));
  }
  // It may have grown between the two.
  if (bytes === undefined || bytes.length > LARGEST_IMPORT) {
    return unreadable(
      vscode.l10n.t('It has more than {0} MB. Split it into several.', LARGEST_IMPORT / 1_000_000),
    );
  }
  const { text } = await decodeFile(bytes);
  try {
    return await parsing.run('exchange', text, format);
  } catch (error) {
    if (isPartFailure(error)) {
      throw error;
    }
    return unreadable(describeError(error));
  }
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const files = await askForFiles({
    title: vscode.l10n.t('Import Glossary'),
    button: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Glossaries')]: [...IMPORT_ENDINGS] },
  });
  return files?.[0];
}

/** A glossary to choose; the one to be made has no address yet. */
type GlossaryItem = Item<{ readonly label: string; readonly uri?: vscode.Uri }>;

/** An existing glossary, or a new file of the imported one's name beside the notes. */
async function askForGlossary(
  { glossaries }: ImportDeps,
  file: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${safeFileName(titleOf(file), 'imported')}.glossary.yml`;
  const isNew: GlossaryItem = pickItem({
    label: vscode.l10n.t('New glossary “{0}”', name),
    iconPath: new vscode.ThemeIcon('new-file'),
  });
  const known = glossaries.all.map(({ path, uri }): GlossaryItem => pickItem({ label: path, uri }));
  const chosen =
    known.length === 0
      ? isNew
      : await showPick([isNew, ...known], {
          title: vscode.l10n.t('Import Glossary'),
          placeholder: vscode.l10n.t('Choose a glossary'),
        });
  if (chosen === undefined || chosen.uri !== undefined) {
    return chosen?.uri;
  }
  return askWhereToSave({
    title: vscode.l10n.t('New Glossary'),
    proposed: vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.joinPath(file, '..'), name),
    filters: { [vscode.l10n.t('Glossary')]: ['yml', 'yaml'] },
  });
}

/** Opens the report as a new document, which is saved only if the user does so. */
async function showReport(imported: Imported): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: importReport(imported, vscode.l10n),
  });
  await vscode.window.showTextDocument(document, { preview: true });
  showStatusMessage(importSummary(imported, vscode.l10n));
}

function tellFailure(outcome: Exclude<WriteOutcome, 'written'>, glossary: vscode.Uri): void {
  const name = nameOf(glossary);
  void showError(
    outcome === 'broken'
      ? vscode.l10n.t(
          'Nothing was imported: “{0}” has errors that leave no place for entries. Fix them first (see Problems).',
          name,
        )
      : vscode.l10n.t('Nothing was imported: “{0}” cannot be written, or is there already.', name),
  );
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function titleOf(file: vscode.Uri): string {
  return nameOf(file).replace(/\.[^.]+$/, '');
}
