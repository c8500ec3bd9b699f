import * as vscode from 'vscode';
import { explainFileError } from '../../../host/fileFaultText';
import type { ExchangeFormat, ExportedContext } from '../../../core/glossary/exchange/exchange';
import { writeMarkdown } from '../../../core/glossary/exchange/markdown';
import { writeTable } from '../../../core/glossary/exchange/table';
import { writeTbx } from '../../../core/glossary/exchange/tbxWriter';
import type { Deps } from '../../../workspace/deps';
import type { LoadedGlossary } from '../../../workspace/glossaries/glossaries';
import { exportLosses } from './exportReport';
import { showError, showInformation, showStatusMessage } from '../../../host/surfaces/messages';
import { pickItem, showPick } from '../../../host/surfaces/quickPicks';
import { askWhereToSave } from '../../../host/surfaces/dialogs';

/** What the command can be told beforehand; it asks for what is absent. */
export interface ExportRequest {
  /** The address of a glossary file. */
  readonly glossary?: string;
  readonly format?: ExchangeFormat;
  /** The file to write; overwritten without a question. */
  readonly file?: vscode.Uri;
}

const ENDINGS: Readonly<Record<ExchangeFormat, string>> = {
  csv: 'csv',
  tsv: 'tsv',
  tbx: 'tbx',
  markdown: 'md',
};

/** Asks which glossary to write in which format and where, writes it, and says what did not fit. */
export async function exportGlossary(
  { glossaries }: Pick<Deps, 'glossaries'>,
  request: ExportRequest = {},
): Promise<void> {
  await glossaries.start();
  const glossary =
    request.glossary === undefined
      ? await askForGlossary(glossaries.all)
      : glossaries.all.find(({ uri }) => uri.toString() === request.glossary);
  if (glossary === undefined) {
    return;
  }
  const format = request.format ?? (await askForFormat());
  const file = request.file ?? (format && (await askForFile(glossary, format)));
  if (format === undefined || file === undefined) {
    return;
  }
  const title = titleOf(glossary);
  const contexts = glossary.contexts.map(({ context, label }): ExportedContext => ({
    name: context.name ?? label,
    entries: context.entries,
  }));
  try {
    const text =
      format === 'markdown' ? markdownOf(title, contexts) : dataOf(format, title, contexts);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    void showError(
      vscode.l10n.t(
        '“{0}” could not be written: {1}',
        file.path,
        explainFileError(error, 'write', vscode.l10n),
      ),
    );
    return;
  }
  await tell(file, contexts, format);
}

function dataOf(
  format: Exclude<ExchangeFormat, 'markdown'>,
  title: string,
  contexts: readonly ExportedContext[],
): string {
  switch (format) {
    case 'csv':
      // Without the mark, spreadsheets take a file for one in an older encoding.
      return `\ufeff${writeTable(contexts, ',')}`;
    case 'tsv':
      return writeTable(contexts, '\t');
    case 'tbx':
      return writeTbx(title, contexts, 'en');
  }
}

function markdownOf(title: string, contexts: readonly ExportedContext[]): string {
  const { l10n } = vscode;
  return writeMarkdown(title, contexts, {
    also: l10n.t('Also'),
    example: l10n.t('Example'),
    useInstead: l10n.t('Use instead'),
    deprecated: l10n.t('Deprecated'),
    seeAlso: l10n.t('See also'),
    source: l10n.t('Source'),
  });
}

async function askForGlossary(
  glossaries: readonly LoadedGlossary[],
): Promise<LoadedGlossary | undefined> {
  if (glossaries.length === 0) {
    showStatusMessage(vscode.l10n.t('There is no glossary in this workspace to export.'));
    return undefined;
  }
  const items = glossaries.map((glossary) => pickItem({ label: glossary.path, glossary }));
  const chosen = await showPick(items, {
    title: vscode.l10n.t('Export Glossary'),
    placeholder: vscode.l10n.t('Choose the glossary to export'),
  });
  return chosen?.glossary;
}

async function askForFormat(): Promise<ExchangeFormat | undefined> {
  const formats: readonly {
    readonly format: ExchangeFormat;
    readonly label: string;
    readonly description: string;
  }[] = [
    { format: 'csv', label: 'CSV', description: vscode.l10n.t('for spreadsheets') },
    { format: 'tbx', label: 'TBX', description: vscode.l10n.t('for terminology tools') },
    { format: 'markdown', label: 'Markdown', description: vscode.l10n.t('for readers') },
  ];
  const chosen = await showPick(
    formats.map((one) => pickItem(one)),
    {
      title: vscode.l10n.t('Export Glossary'),
      placeholder: vscode.l10n.t('Choose a format'),
    },
  );
  return chosen?.format;
}

function askForFile(
  glossary: LoadedGlossary,
  format: ExchangeFormat,
): Thenable<vscode.Uri | undefined> {
  const ending = ENDINGS[format];
  return askWhereToSave({
    title: vscode.l10n.t('Export Glossary'),
    button: vscode.l10n.t('Export'),
    proposed: vscode.Uri.joinPath(glossary.uri, '..', `${titleOf(glossary)}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

/** Says how much was written and what the format could not hold, and offers to open the file. */
async function tell(
  file: vscode.Uri,
  contexts: readonly ExportedContext[],
  format: ExchangeFormat,
): Promise<void> {
  const { l10n } = vscode;
  const count = contexts.reduce((sum, { entries }) => sum + entries.length, 0);
  const losses = exportLosses(contexts, format, l10n);
  const open = l10n.t('Open');
  const chosen = await showInformation(
    [l10n.t('Entries exported: {0}.', count), ...losses].join(' '),
    open,
  );
  if (chosen === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
}

function titleOf({ uri }: LoadedGlossary): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return name.replace(/\.glossary\.(?:ya?ml|json)$/i, '');
}
