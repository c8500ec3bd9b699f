import * as vscode from 'vscode';
import type { ConflictAnswer } from './copyPlan';
import { askForFiles } from '../../host/surfaces/dialogs';
import { askInDialog } from '../../host/surfaces/messages';
import { pickWorkspaceFolder } from '../../host/surfaces/quickPicks';

/** The extensions that the dialog offers, and that messages name: those that are looked for by default. */
const EXTENSIONS = ['pdf', 'docx', 'md', 'txt', 'html', 'htm'];

/** What the user is asked while sources are added. Tests answer in the user's place. */
export interface AddPrompts {
  /** The files to add; `undefined` when the user has thought better of it. */
  files(): Promise<readonly vscode.Uri[] | undefined>;
  /** The folder of the workspace to add them to; `undefined` when the user has thought better of it. */
  folder(): Promise<vscode.WorkspaceFolder | undefined>;
  /** What to do with files whose places are taken: an answer for each name; one that lacks is skipped. */
  conflicts(names: readonly string[]): Promise<readonly ConflictAnswer[]>;
}

interface ConflictButton extends vscode.MessageItem {
  readonly answer: ConflictAnswer | 'ask';
}

export const DIALOGS: AddPrompts = {
  async files() {
    return askForFiles({
      title: vscode.l10n.t('Add Sources'),
      button: vscode.l10n.t('Add'),
      several: true,
      filters: { [vscode.l10n.t('Documents')]: EXTENSIONS },
    });
  },

  async folder() {
    return pickWorkspaceFolder(vscode.l10n.t('Choose the folder to add the files to'));
  },

  async conflicts(names) {
    const [first, ...others] = names;
    if (first === undefined) {
      return [];
    }
    if (others.length === 0) {
      return [await askAboutOne(first)];
    }
    const answer = await askAboutAll(names);
    if (answer !== 'ask') {
      return names.map(() => answer);
    }
    const answers: ConflictAnswer[] = [];
    for (const name of names) {
      answers.push(await askAboutOne(name));
    }
    return answers;
  },
};

async function askAboutOne(name: string): Promise<ConflictAnswer> {
  const chosen = await askInDialog<ConflictButton & { answer: ConflictAnswer }>(
    vscode.l10n.t('“{0}” is already among the sources.', name),
    { detail: vscode.l10n.t('Replacing it cannot be undone.') },
    { title: vscode.l10n.t('Replace'), answer: 'replace' },
    { title: vscode.l10n.t('Keep Both'), answer: 'keepBoth' },
    { title: vscode.l10n.t('Skip'), answer: 'skip', isCloseAffordance: true },
  );
  return chosen?.answer ?? 'skip';
}

async function askAboutAll(names: readonly string[]): Promise<ConflictButton['answer']> {
  const chosen = await askInDialog<ConflictButton>(
    vscode.l10n.t('{0} of the files are already among the sources.', names.length),
    { detail: listOf(names) },
    { title: vscode.l10n.t('Replace All'), answer: 'replace' },
    { title: vscode.l10n.t('Keep All'), answer: 'keepBoth' },
    { title: vscode.l10n.t('Ask for Each'), answer: 'ask' },
    { title: vscode.l10n.t('Skip All'), answer: 'skip', isCloseAffordance: true },
  );
  return chosen?.answer ?? 'skip';
}

/** The first of `names`, one a line, and how many more there are. */
function listOf(names: readonly string[]): string {
  const named = names.slice(0, 10);
  const more = names.length - named.length;
  return [...named, ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join('\n');
}
