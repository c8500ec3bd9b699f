import * as vscode from 'vscode';
import type { Answer } from '../../core/paths/consents';
import { showInformation, showStatusMessage, showWarning } from '../../host/surfaces/messages';
import { pickItem, showPicks } from '../../host/surfaces/quickPicks';

/** A place outside the workspace that something in it leads to. */
export interface OutsidePlace {
  /** Its real path. */
  readonly place: string;
  /** What leads there, as far as it is known: the path of a link, or the place itself. */
  readonly reference: string;
  /** `undefined` for one that the user has not answered about. */
  readonly answer: Answer | undefined;
}

/** How the user is asked about places outside the workspace. */
export interface AccessQuestions {
  /** @returns `undefined` for "not now"; `choose` when all are to be listed */
  ask(places: readonly OutsidePlace[]): Promise<Answer | 'choose' | undefined>;
  /** Lists places. @returns those that are allowed from now on; `undefined` when nothing was changed */
  choose(places: readonly OutsidePlace[]): Promise<ReadonlySet<string> | undefined>;
  /** The workspace is not trusted, so that there is nothing to choose. */
  tellUntrusted(): void;
  /** A folder has more files than are looked at. */
  tellLimit(folder: vscode.Uri, most: number): void;
}

/** Asks in the window. */
export const WINDOW_QUESTIONS: AccessQuestions = {
  async ask(places) {
    const [first] = places;
    if (first === undefined) {
      return undefined;
    }
    const allow = vscode.l10n.t('Allow');
    const decline = vscode.l10n.t("Don't Allow");
    const choose = vscode.l10n.t('Choose…');
    const chosen =
      places.length === 1
        ? await showInformation(
            first.reference === first.place
              ? vscode.l10n.t(
                  'This workspace refers to “{0}”, which lies outside its folders. Allow IP4 Desk to read it, and to write to it when you add an entry?',
                  first.place,
                )
              : vscode.l10n.t(
                  '“{0}” leads to “{1}”, which lies outside the folders of this workspace. Allow IP4 Desk to read what is there, and to write to it when you add an entry?',
                  first.reference,
                  first.place,
                ),
            allow,
            decline,
          )
        : await showInformation(
            vscode.l10n.t(
              'This workspace leads to {0} places outside its folders, such as “{1}”. IP4 Desk uses none of them unless you allow it.',
              places.length,
              first.place,
            ),
            choose,
          );
    switch (chosen) {
      case allow:
        return 'allowed';
      case decline:
        return 'declined';
      case choose:
        return 'choose';
      default:
        return undefined;
    }
  },

  async choose(places) {
    if (places.length === 0) {
      showStatusMessage(
        vscode.l10n.t('Nothing in this workspace leads to a place outside its folders.'),
      );
      return undefined;
    }
    const items = places.map(({ place, reference, answer }) =>
      pickItem({
        label: place,
        ...(reference !== place && { description: reference }),
        ...(answer === 'declined' && { detail: vscode.l10n.t('You declined this.') }),
        picked: answer === 'allowed',
        place,
      }),
    );
    const picked = await showPicks(items, {
      title: vscode.l10n.t('IP4 Desk: Access Outside the Workspace'),
      placeholder: vscode.l10n.t('Select what may be used; what is not selected is left alone'),
      matchOnDescription: true,
    });
    return picked && new Set(picked.map(({ place }) => place));
  },

  tellUntrusted() {
    const manage = vscode.l10n.t('Manage Workspace Trust');
    void showInformation(
      vscode.l10n.t(
        'This workspace is not trusted, so that nothing outside its folders is read or written.',
      ),
      manage,
    ).then((chosen) =>
      chosen === manage ? vscode.commands.executeCommand('workbench.trust.manage') : undefined,
    );
  },

  tellLimit(folder, most) {
    const settings = vscode.l10n.t('Open Settings');
    void showWarning(
      vscode.l10n.t(
        '“{0}” has more than {1} files. IP4 Desk has looked at so many and knows nothing of the others. Leave folders out with the setting {2}.',
        vscode.workspace.asRelativePath(folder),
        most.toLocaleString('en'),
        'files.exclude',
      ),
      settings,
    ).then((chosen) =>
      chosen === settings
        ? vscode.commands.executeCommand('workbench.action.openSettings', 'files.exclude')
        : undefined,
    );
  },
};
