import * as vscode from 'vscode';
import type { EntryAnswers } from '../../../core/citation/entryCompletion';
import { NO_AUTHOR, NO_DATE, type EntryPart } from '../../../core/citation/entryParts';
import { issuedOf, personNames, shortText } from '../../../core/library/formats/metadata';
import { askText, type Outcome, type StepTitle } from '../../../host/steps';

/**
 * Asks for a part of an entry. That a source has none is an answer as well, and is typed; what is left
 * empty is left for later.
 *
 * @param value what has been typed before, for whoever comes back to it
 */
export function askForPart(
  part: EntryPart,
  title: StepTitle,
  value: string,
  onType: (typed: string) => void,
): Promise<Outcome> {
  return askText({
    ...title,
    value,
    prompt: promptOf(part),
    onDidChange: onType,
    validate: (typed) => {
      const isAnswer = typed.trim() === '' || answerOf(part, typed) !== undefined;
      const severity = 'error' as const;
      return Promise.resolve(isAnswer ? undefined : { message: hintOf(part), severity });
    },
  });
}

function promptOf(part: EntryPart): string {
  const { l10n } = vscode;
  switch (part) {
    case 'author':
      return l10n.t(
        'Authors, such as Mallow, Ann; Harbour Board. Type “{0}” where none is named.',
        NO_AUTHOR,
      );
    case 'title':
      return l10n.t('Title');
    case 'date':
      return l10n.t(
        'Date, such as 2024, 2024-07 or 2024-07-11. Type “{0}” where none is given.',
        NO_DATE,
      );
  }
}

function hintOf(part: EntryPart): string {
  const { l10n } = vscode;
  switch (part) {
    case 'author':
      return l10n.t('Enter names, with semicolons between them, or “{0}”.', NO_AUTHOR);
    case 'title':
      return l10n.t('Enter no more than 500 characters.');
    case 'date':
      return l10n.t(
        'Enter a year, a month or a day, such as 2024, 2024-07 or 2024-07-11, or “{0}”.',
        NO_DATE,
      );
  }
}

/** What was typed as an answer; `undefined` for what is none. */
export function answerOf(part: EntryPart, typed: string): EntryAnswers | undefined {
  const said = typed.trim().toLowerCase();
  switch (part) {
    case 'author': {
      const names = personNames(typed);
      return said === NO_AUTHOR
        ? { author: 'none' }
        : names.length === 0
          ? undefined
          : { author: names };
    }
    case 'title': {
      const title = shortText(typed);
      return title === undefined ? undefined : { title };
    }
    case 'date': {
      const date = issuedOf(typed);
      return said === NO_DATE ? { date: 'none' } : date && { date };
    }
  }
}
