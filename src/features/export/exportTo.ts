import * as vscode from 'vscode';
import {
  planExport,
  type ExportFormat,
  type ExportPlan,
  type ExportRefusal,
} from '../../core/export/exportNote';
import { exportRefusalMessage } from '../../core/export/problemMessage';
import { exportSettings } from '../../host/config';
import { explainFileError } from '../../host/fileFaultText';
import { withLateProgress } from '../../host/lateProgress';
import { askWhereToSave } from '../../host/surfaces/dialogs';
import { askInDialog, showError, showStatusMessage } from '../../host/surfaces/messages';
import { pause } from '../../util/pause';
import type { Deps } from '../../workspace/deps';
import { isNote } from '../../workspace/notes/noteDocuments';
import { noteOf } from '../../workspace/notes/noteOf';
import { noteAnnex } from '../../workspace/quotes/noteAnnex';
import { nameOf, notePlaces, proposedFile } from './notePlaces';
import { namedFiles } from './namedFiles';
import { acceptsProblems } from './problemQuestion';
import { exists, writeAside } from './writeAside';
import { tellWritten } from './tellWritten';

/** What a command can be told beforehand; it asks for what is absent. */
export interface NoteExportRequest {
  readonly note?: vscode.Uri;
  /** The file to write, without a question: neither about one that is there, nor about what is lost. */
  readonly file?: vscode.Uri;
}

type ExportDeps = Pick<Deps, 'access' | 'bibliographies'>;

/** Markdown to stand behind a note; `undefined` when there is none, of which the user has been told. */
type AnnexOf = (note: vscode.TextDocument) => Promise<string | undefined>;

const ENDINGS: Readonly<Record<ExportFormat, string>> = { word: 'docx', html: 'html' };

/** Milliseconds of work between two looks at whether somebody has cancelled it. */
const STRETCH_MS = 30;

/**
 * Makes a Word or HTML file of a note: reads it and all that it names, tells what will be another in
 * the file, asks where to save it, writes it, and says so.
 * @param target the address of a note from a menu, or a request; the open note when absent
 * @param annexOf what stands behind the note as a section of its own; nothing when absent
 */
export async function exportTo(
  deps: ExportDeps,
  format: ExportFormat,
  target: unknown,
  annexOf?: AnnexOf,
): Promise<void> {
  const request = requestOf(target);
  const note = await noteFor(request);
  if (note === undefined) {
    showStatusMessage(vscode.l10n.t('Open a note to export it.'));
    return;
  }
  const annex = await annexOf?.(note);
  if (annexOf !== undefined && annex === undefined) {
    return;
  }
  const plan = await cancellable(note, (token) => planFor(deps, format, note, annex, token));
  if (plan === undefined) {
    return;
  }
  if (typeof plan === 'string') {
    void showError(exportRefusalMessage(plan, vscode.l10n));
    return;
  }
  if (request.file === undefined && !(await acceptsProblems(note, plan.problems))) {
    return;
  }
  const file = request.file ?? (await askForFile(note, format));
  if (file === undefined) {
    return;
  }
  const written = await cancellable(note, async (token) => {
    const bytes = await plan.write();
    return token.isCancellationRequested ? undefined : writeOrTell(file, bytes);
  });
  if (written === true) {
    tellWritten(file, format);
  }
}

/** The annex on the quotations of a note. */
export function quotationAnnexOf({ library, quotes }: Pick<Deps, 'library' | 'quotes'>): AnnexOf {
  return async (note) => noteAnnex(library, await quotes.load(), note);
}

function requestOf(target: unknown): NoteExportRequest {
  if (target instanceof vscode.Uri) {
    return { note: target };
  }
  const { note, file } = (target ?? {}) as Partial<Record<string, unknown>>;
  return {
    ...(note instanceof vscode.Uri && { note }),
    ...(file instanceof vscode.Uri && { file }),
  };
}

/** The note that is meant, unsaved edits included; `undefined` where there is none. */
async function noteFor({ note }: NoteExportRequest): Promise<vscode.TextDocument | undefined> {
  const document =
    note === undefined
      ? vscode.window.activeTextEditor?.document
      : await vscode.workspace.openTextDocument(note);
  return document !== undefined && isNote(document) ? document : undefined;
}

/** Does work for a note; `undefined` once the user has cancelled it. */
async function cancellable<T>(
  note: vscode.TextDocument,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  let result: T | undefined;
  try {
    await withLateProgress(
      vscode.l10n.t('Exporting “{0}”…', nameOf(note.uri)),
      async (_report, token) => {
        result = await work(token);
      },
    );
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) {
      throw error;
    }
  }
  return result;
}

async function planFor(
  { access, bibliographies }: ExportDeps,
  format: ExportFormat,
  document: vscode.TextDocument,
  annex: string | undefined,
  token: vscode.CancellationToken,
): Promise<ExportPlan | ExportRefusal> {
  const settings = exportSettings(document);
  const known = await bibliographies.of(document);
  const places = notePlaces(document);
  let rested = Date.now();
  return planExport(
    noteOf(document),
    format,
    {
      form: settings.citations,
      language: settings.language,
      referencesTitle: vscode.l10n.t('References'),
      ...(annex !== undefined && { annex }),
      findEntry: (citekey) => {
        for (const bibliography of known) {
          const entry = bibliography.entry(citekey);
          if (entry !== undefined) {
            return entry.metadata;
          }
        }
        return undefined;
      },
      pause: async () => {
        if (Date.now() - rested > STRETCH_MS) {
          await pause();
          rested = Date.now();
        }
        if (token.isCancellationRequested) {
          throw new vscode.CancellationError();
        }
      },
    },
    namedFiles(access, places, settings.referenceDocument),
  );
}

/** Asks where to save; what is there is replaced only after a question, which the dialog asks. */
async function askForFile(
  note: vscode.TextDocument,
  format: ExportFormat,
): Promise<vscode.Uri | undefined> {
  const { l10n } = vscode;
  const ending = ENDINGS[format];
  const chosen = await askWhereToSave({
    title: format === 'word' ? l10n.t('Export to Word') : l10n.t('Export as HTML'),
    button: l10n.t('Export'),
    proposed: proposedFile(note, ending),
    filters:
      format === 'word' ? { [l10n.t('Word Document')]: ['docx'] } : { HTML: ['html', 'htm'] },
  });
  if (chosen === undefined || /\.(?:docx|html?)$/i.test(chosen.path)) {
    return chosen;
  }
  // The dialog has asked about the name without the ending.
  const file = chosen.with({ path: `${chosen.path}.${ending}` });
  const replace = l10n.t('Replace');
  return !(await exists(file)) ||
    (await askInDialog(
      l10n.t('“{0}” already exists. Do you want to replace it?', nameOf(file)),
      {},
      replace,
    )) === replace
    ? file
    : undefined;
}

/** Whether the file is there now; the user is told why not. */
async function writeOrTell(file: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeAside(file, bytes);
    return true;
  } catch (error) {
    void showError(
      vscode.l10n.t(
        '“{0}” could not be written: {1}',
        nameOf(file),
        explainFileError(error, 'write', vscode.l10n),
      ),
    );
    return false;
  }
}
