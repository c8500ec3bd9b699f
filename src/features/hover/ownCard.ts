import * as vscode from 'vscode';
import type { GlossaryEntry } from '../../core/glossary/glossary';
import { Commands } from '../../host/ids';
import { commandLink, plainText } from '../../host/trustedMarkdown';
import { type CardParts, PARAGRAPH } from './cardParts';
import type { OwnCard } from './termCard';

/** The card of a term of a glossary: all that its entry says, the definition and where it is from first. */
export function ownCard({ id, origin: { label, entry } }: OwnCard): CardParts {
  const { l10n } = vscode;
  const ref = { term: id };
  return {
    head: paragraphs([
      title(entry),
      entry.status === 'deprecated' ? plainText(deprecation(entry)) : '',
      entry.definition === undefined
        ? `_${plainText(l10n.t('The entry gives no definition.'))}_`
        : plainText(entry.definition),
      `_${plainText(listed([label, place(entry), entry.date]))}_`,
    ]),
    actions: [
      commandLink(
        `$(go-to-file) ${l10n.t('Go to Entry')}`,
        Commands.openGlossaryEntry,
        ref,
        l10n.t('Open the glossary at this entry'),
      ),
      commandLink(
        `$(search) ${l10n.t('Search')}`,
        Commands.search,
        ref,
        l10n.t('Search for this term'),
      ),
    ].join(' &nbsp; '),
    rest: paragraphs([
      entry.related.length === 0
        ? ''
        : l10n.t('Related: {0}', entry.related.map((name) => plainText(name)).join(' · ')),
      ...entry.examples.map((example) => plainText(l10n.t('For example: {0}', example))),
      ...Array.from(entry.meta, ([key, value]) => plainText(`${key}: ${value}`)),
    ]),
  };
}

function title({ name, abbreviation = '', status }: GlossaryEntry): string {
  return listed([
    `**${plainText(name)}**`,
    plainText(abbreviation),
    status === undefined || status === 'deprecated' ? '' : statusName(status),
  ]);
}

function statusName(status: 'preferred' | 'admitted'): string {
  return status === 'preferred' ? vscode.l10n.t('preferred') : vscode.l10n.t('admitted');
}

function deprecation({ use }: GlossaryEntry): string {
  return use === undefined
    ? vscode.l10n.t('Deprecated.')
    : vscode.l10n.t('Deprecated: write “{0}” instead.', use);
}

function place({ source, locator }: GlossaryEntry): string {
  return [source, locator].filter(Boolean).join(', ');
}

function listed(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter(Boolean).join(PARAGRAPH);
}
