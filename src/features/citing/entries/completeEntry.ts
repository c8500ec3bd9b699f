import * as vscode from 'vscode';
import { completedEntry, type EntryAnswers } from '../../../core/citation/entryCompletion';
import { incompleteEntries, type EntryPart } from '../../../core/citation/entryParts';
import type { SourceDetails } from '../../../core/library/sourceDetails';
import { lettersHeldBy, openForEdit } from '../../../host/fileEncoding';
import { spanRange } from '../../../host/ranges';
import { runSteps } from '../../../host/steps';
import {
  showError,
  showInformation,
  showStatusMessage,
  showWarning,
} from '../../../host/surfaces/messages';
import { EntrySources } from '../../../workspace/bibliographies/entrySources';
import type { NoteBibliography } from '../../../workspace/bibliographies/noteBibliographies';
import type { Deps } from '../../../workspace/deps';
import { explainRefusal } from '../../../workspace/library/explainRefusal';
import { isNote } from '../../../workspace/notes/noteDocuments';
import { answerOf, askForPart } from './askForPart';

/**
 * Asks for what an entry lacks, part by part, and writes it into its bibliography, as one step to undo.
 * @param args the address of the bibliography of an open note, and a citekey
 */
export async function completeEntry(
  deps: Pick<Deps, 'bibliographies' | 'library' | 'log'>,
  args: readonly unknown[],
): Promise<void> {
  const [file, citekey] = args;
  const bibliography = typeof file === 'string' ? await heldBibliography(deps, file) : undefined;
  if (bibliography === undefined || typeof citekey !== 'string') {
    showStatusMessage(vscode.l10n.t('No open note has this bibliography.'));
    return;
  }
  const missing = missingIn(await openForEdit(bibliography.uri), citekey);
  if (missing.length === 0) {
    showStatusMessage(vscode.l10n.t('Nothing is missing in the entry “{0}”.', citekey));
    return;
  }
  const answers = await ask(citekey, missing);
  const isSaid = answers !== undefined && Object.keys(answers).length > 0;
  if (!isSaid) {
    return;
  }
  // Opened again: the editor may have let go of it while somebody looked something up.
  const document = await openForEdit(bibliography.uri);
  if (await write(document, citekey, answers)) {
    showStatusMessage(vscode.l10n.t('Entry “{0}” completed', citekey));
    await offerToKeep(deps, bibliography, citekey, answers);
  }
}

/** Only what holds for an open note may be written here. */
async function heldBibliography(
  { bibliographies }: Pick<Deps, 'bibliographies'>,
  file: string,
): Promise<NoteBibliography | undefined> {
  for (const note of vscode.workspace.textDocuments.filter(isNote)) {
    const held = await bibliographies.of(note);
    const found = held.find(({ uri }) => uri.toString() === file);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function missingIn(document: vscode.TextDocument, citekey: string): readonly EntryPart[] {
  const { path } = document.uri;
  const [entry] = incompleteEntries(document.getText(), path, (key) => key === citekey);
  return entry?.missing ?? [];
}

/** `undefined` when the user has cancelled. */
async function ask(
  citekey: string,
  missing: readonly EntryPart[],
): Promise<EntryAnswers | undefined> {
  const typed = new Map<EntryPart, string>();
  const title = vscode.l10n.t('Complete “{0}”', citekey);
  const isAnswered = await runSteps(
    missing.map(
      (part, at) => () =>
        askForPart(
          part,
          { title, step: at + 1, totalSteps: missing.length },
          typed.get(part) ?? '',
          (text) => typed.set(part, text),
        ),
    ),
  );
  return isAnswered
    ? (Object.assign(
        {},
        ...Array.from(typed, ([part, text]) => answerOf(part, text)),
      ) as EntryAnswers)
    : undefined;
}

async function write(
  document: vscode.TextDocument,
  citekey: string,
  answers: EntryAnswers,
): Promise<boolean> {
  const { uri, isDirty } = document;
  const holds = await lettersHeldBy(document);
  const edits = completedEntry(document.getText(), uri.path, citekey, answers);
  if (!edits.every(({ text }) => holds(text))) {
    void showWarning(
      vscode.l10n.t(
        'The bibliography is written in {0}, which lacks some of these letters. Save it in UTF-8 first.',
        document.encoding,
      ),
    );
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ text, ...span }) => new vscode.TextEdit(spanRange(document, span), text)),
  );
  const isWritten = edits.length > 0 && (await vscode.workspace.applyEdit(edit));
  if (!isWritten || !(isDirty || (await document.save()))) {
    void showWarning(vscode.l10n.t('The entry “{0}” could not be written.', citekey));
    return false;
  }
  return true;
}

/** Beside the work: what is said of an entry may be said of its source, for all other bibliographies. */
async function offerToKeep(
  { library, log }: Pick<Deps, 'library' | 'log'>,
  bibliography: NoteBibliography,
  citekey: string,
  answers: EntryAnswers,
): Promise<void> {
  const entry = bibliography.entry(citekey);
  const source = entry && (await new EntrySources(library).of(entry, bibliography));
  const statements = source && library.statementsOf(source.id);
  if (source === undefined || statements === undefined) {
    return;
  }
  const keep = vscode.l10n.t('Keep with Source');
  const chosen = await showInformation(
    vscode.l10n.t('Keep these details with “{0}” as well?', source.title),
    keep,
    vscode.l10n.t('Not Now'),
  );
  if (chosen !== keep) {
    return;
  }
  try {
    await library.setDetails(source.id, { ...statements.details, ...detailsOf(answers) });
  } catch (error) {
    log.error(`Details of ${source.path} cannot be kept: ${String(error)}`);
    void showError(explainRefusal(error));
  }
}

function detailsOf({ author, title, date }: EntryAnswers): SourceDetails {
  return {
    ...(author !== undefined && { author: author === 'none' ? null : author }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { issued: date === 'none' ? null : date }),
  };
}
