import * as vscode from 'vscode';
import type { GlossaryEntry } from '../../../core/glossary/glossary';
import { deprecationText } from '../../../core/terms/deprecationText';
import { Commands } from '../../../host/ids';
import {
  commandLink,
  emphasized,
  icon,
  joined,
  type Markdown,
  compose,
  plainText,
  sentence,
} from '../../../host/surfaces/markdown';
import { type CardParts, searchLink } from './cardParts';
import type { OwnCard } from './termCard';

/** The card of a term of a glossary: all that its entry says, the definition and where it is from first. */
export function ownCard({ id, origin: { label, entry, context } }: OwnCard): CardParts {
  const { l10n } = vscode;
  const ref = { term: id };
  const deprecation = deprecationText(entry, l10n);
  return {
    head: joined(
      [
        title(entry),
        deprecation === undefined ? undefined : plainText(deprecation),
        entry.definition === undefined
          ? emphasized(plainText(l10n.t('The entry gives no definition.')))
          : plainText(entry.definition),
        emphasized(plainText([label, place(entry), entry.date].filter(Boolean).join(' · '))),
      ],
      '\n\n',
    ),
    actions: joined(
      [
        commandLink(
          compose`${icon('edit')} ${plainText(l10n.t('Edit'))}`,
          Commands.openGlossaryEntry,
          ref,
          l10n.t('Open the glossary at this entry'),
        ),
        searchLink(ref),
      ],
      ' &nbsp; ',
    ),
    rest: joined(
      [
        entry.related.length === 0
          ? undefined
          : sentence(
              l10n.t('Related: {0}'),
              joined(
                entry.related.map((name) => plainText(name)),
                ' · ',
              ),
            ),
        ...entry.examples.map((example) => plainText(l10n.t('For example: {0}', example))),
        ...[...entry.meta, ...(context.meta ?? [])].map(([key, value]) =>
          plainText(`${key}: ${value}`),
        ),
      ],
      '\n\n',
    ),
  };
}

function title({ name, abbreviation = '', status }: GlossaryEntry): Markdown {
  return joined(
    [
      compose`**${plainText(name)}**`,
      plainText(abbreviation),
      status === undefined || status === 'deprecated' ? undefined : plainText(statusName(status)),
    ],
    ' · ',
  );
}

function statusName(status: 'preferred' | 'admitted'): string {
  return status === 'preferred' ? vscode.l10n.t('preferred') : vscode.l10n.t('admitted');
}

function place({ source, locator }: GlossaryEntry): string {
  return [source, locator].filter(Boolean).join(', ');
}
