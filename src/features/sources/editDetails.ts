import * as vscode from 'vscode';
import type { SourceDetails } from '../../core/library/sourceDetails';
import { askChoice, askText, type Outcome } from '../../host/steps';
import { showError } from '../../host/surfaces/messages';
import { pickItem, type Item } from '../../host/surfaces/quickPicks';
import type { Deps } from '../../workspace/deps';
import type { LibrarySource, SourceStatements } from '../../workspace/library/library';
import { explainRefusal } from '../../workspace/library/explainRefusal';
import {
  fieldText,
  inputProblem,
  shownFields,
  withInput,
  type ShownField,
  type Speaker,
} from './detailInput';

type Choice = ShownField | 'reset';
type ChoiceItem = Item<{ readonly label: string; readonly choice: Choice }>;

/**
 * Shows what is known of a source and who says so, and keeps what the user says instead, field by
 * field, until the user leaves.
 */
export async function editDetails(
  { library, log }: Pick<Deps, 'library' | 'log'>,
  source: LibrarySource,
): Promise<void> {
  for (;;) {
    const statements = library.statementsOf(source.id);
    if (statements === undefined) {
      return;
    }
    const title = vscode.l10n.t('Source Details: {0}', source.path);
    let choice: Choice | undefined;
    await askChoice(
      { title, placeholder: vscode.l10n.t('Select a field to edit') },
      itemsOf(statements),
      (item) => (choice = item.choice),
    );
    if (choice === undefined) {
      return;
    }
    const details = choice === 'reset' ? {} : await askForField(statements, choice, title);
    if (details === 'cancelled') {
      return;
    }
    if (details !== undefined) {
      try {
        await library.setDetails(source.id, details);
      } catch (error) {
        log.error(`Details of ${source.path} cannot be kept: ${String(error)}`);
        void showError(explainRefusal(error));
        return;
      }
    }
  }
}

function itemsOf(statements: SourceStatements): readonly ChoiceItem[] {
  const fields = shownFields(statements, vscode.l10n).map((field) =>
    pickItem({
      label: field.label,
      description: field.value === '' ? '\u2013' : field.value,
      detail: speakerText(field.speaker),
      choice: field,
    }),
  );
  return Object.keys(statements.details).length === 0
    ? fields
    : [
        ...fields,
        pickItem({
          label: vscode.l10n.t('Undo All Edits'),
          detail: vscode.l10n.t('Go back to what the document says of itself.'),
          choice: 'reset' as const,
        }),
      ];
}

function speakerText(speaker: Speaker): string {
  const { l10n } = vscode;
  switch (speaker) {
    case 'bibliography':
      return l10n.t('From a bibliography, which counts before what is edited here.');
    case 'user':
      return l10n.t('Edited');
    case 'document':
      return l10n.t('From the document');
    case 'nobody':
      return l10n.t('Not known');
  }
}

/** What the user says then; `undefined` when the user goes back. */
async function askForField(
  statements: SourceStatements,
  { field, label, value }: ShownField,
  title: string,
): Promise<SourceDetails | 'cancelled' | undefined> {
  const { l10n } = vscode;
  let typed = value;
  const outcome: Outcome = await askText({
    title,
    step: 2,
    totalSteps: 2,
    value,
    prompt: promptOf(statements, field, label),
    onDidChange: (now) => (typed = now),
    validate: (now) => {
      const message = inputProblem(field, now, l10n);
      return Promise.resolve(
        message === undefined ? undefined : { message, severity: 'error' as const },
      );
    },
  });
  if (outcome === undefined) {
    return 'cancelled';
  }
  return outcome === 'back' || typed === value ? undefined : withInput(statements, field, typed);
}

function promptOf(
  { document }: SourceStatements,
  field: ShownField['field'],
  label: string,
): string {
  const { l10n } = vscode;
  const own = fieldText(document, field);
  const saidByDocument =
    own === '' ? l10n.t('The document does not say it.') : l10n.t('The document says: {0}', own);
  return field === 'author'
    ? l10n.t('{0}, such as Mallow, Ann; Harbour Board. {1}', label, saidByDocument)
    : l10n.t('{0}. {1}', label, saidByDocument);
}
