import * as vscode from 'vscode';
import { type Item, pickItem, showPick } from '../../host/surfaces/quickPicks';
import type { Glossaries } from '../../workspace/glossaries/glossaries';
import { SHIPPED, shippedLabel, type TermsFilter } from './termsFilter';

type FilterItem = Item<{
  readonly label: string;
  readonly filter: string | undefined;
}>;

/** Lets the user choose which terms the view of terms shows. */
export async function chooseTerms(
  filter: Pick<TermsFilter, 'set'>,
  glossaries: Pick<Glossaries, 'start' | 'all'>,
): Promise<void> {
  const chosen = await showPick(termChoices(glossaries), {
    title: vscode.l10n.t('Filter Terms'),
    placeholder: vscode.l10n.t('Choose which terms the view shows'),
    matchOnDetail: true,
  });
  if (chosen) {
    filter.set(chosen.filter);
  }
}

/** What there is to choose from. */
export async function termChoices(
  glossaries: Pick<Glossaries, 'start' | 'all'>,
): Promise<readonly FilterItem[]> {
  await glossaries.start();
  return [
    pickItem({ label: vscode.l10n.t('All terms'), filter: undefined }),
    pickItem({ label: shippedLabel(), filter: SHIPPED }),
    ...glossaries.all.map(({ uri, path, contexts }) =>
      pickItem({
        label: path,
        description: termCount(contexts.reduce((sum, { terms }) => sum + terms.length, 0)),
        detail: contexts.map(({ label }) => label).join(' · '),
        filter: uri.toString(),
      }),
    ),
  ];
}

function termCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 term') : vscode.l10n.t('{0} terms', count);
}
