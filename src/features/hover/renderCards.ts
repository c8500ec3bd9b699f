import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import { ENTRY_ICONS } from '../../host/entryIcons';
import { Commands } from '../../host/ids';
import { commandLink, plainText, trustedMarkdown } from '../../host/trustedMarkdown';
import { type CardParts, PARAGRAPH, RULE } from './cardParts';
import { ownCard } from './ownCard';
import type { ShippedCard, TermCard } from './termCard';

/**
 * Cards as one hover. What packs and glossaries say is Markdown without any trust; our links, which
 * may run five commands on the entries, passages and terms that they name, are Markdown of their own.
 * They stand above what a reader can do without, since the editor shows the first dozen lines of a
 * hover and scrolls for the rest.
 */
export function renderCards(cards: readonly TermCard[]): vscode.MarkdownString[] {
  return cards.flatMap((card, index) => {
    const { head, actions, rest } = card.kind === 'pack' ? shippedCard(card) : ownCard(card);
    return [
      new vscode.MarkdownString((index === 0 ? '' : RULE) + head),
      trustedMarkdown(actions, [
        Commands.openEntry,
        Commands.openGlossaryEntry,
        Commands.openPassage,
        Commands.search,
        Commands.revealInSidebar,
      ]),
      ...(rest === '' ? [] : [new vscode.MarkdownString(rest)]),
    ];
  });
}

function shippedCard(card: ShippedCard): CardParts {
  return {
    head: definition(card),
    actions: links(card),
    rest: card.evidence.length === 0 ? '' : RULE + evidence(card),
  };
}

function definition({ term, places }: ShippedCard): string {
  const abbreviation = term.abbreviation === undefined ? '' : ` · ${plainText(term.abbreviation)}`;
  return [
    `**${plainText(term.name)}**${abbreviation}`,
    plainText(term.definition),
    `_${plainText(provenance(term.basis.kind, places))}_`,
  ].join(PARAGRAPH);
}

function provenance(kind: 'source' | 'general', places: string): string {
  if (kind === 'source') {
    return places;
  }
  return places === ''
    ? vscode.l10n.t('General knowledge')
    : vscode.l10n.t('General knowledge; used in {0}', places);
}

function evidence(card: ShippedCard): string {
  return card.evidence
    .map(
      ({ excerpt: { heading, locator, text } }) =>
        `**${plainText(heading)}** · ${plainText(locator)}  \n${plainText(text)}`,
    )
    .join(PARAGRAPH);
}

function links({ term, related, evidence: excerpts }: ShippedCard): string {
  const { l10n } = vscode;
  const { openEntry, openPassage, search, revealInSidebar } = Commands;
  const ref: EntryRef = { kind: 'term', id: term.id };
  const terms = related.map(({ name, id }) =>
    commandLink(
      plainText(name, { icons: true }),
      openEntry,
      { kind: 'term', id },
      l10n.t('Open the page of this term'),
    ),
  );
  const actions = [
    commandLink(
      `$(go-to-file) ${l10n.t('Open')}`,
      openEntry,
      ref,
      l10n.t('Open the page of this term'),
    ),
    commandLink(`$(search) ${l10n.t('Search')}`, search, ref, l10n.t('Search for this term')),
    commandLink(
      `$(list-tree) ${l10n.t('Reveal')}`,
      revealInSidebar,
      ref,
      l10n.t('Reveal in the sidebar'),
    ),
    ...excerpts.flatMap(({ excerpt: { id, locator }, copy }) => [
      commandLink(
        `$(${ENTRY_ICONS.excerpt}) ${plainText(locator, { icons: true })}`,
        openEntry,
        { kind: 'excerpt', id },
        l10n.t('Open the page of this excerpt'),
      ),
      ...(copy === undefined
        ? []
        : [
            commandLink(
              `$(book) ${l10n.t('{0} in your library', plainText(locator, { icons: true }))}`,
              openPassage,
              { source: copy.ref.source, passage: copy.ref.passage },
              l10n.t('Open this place in “{0}”', plainText(copy.title)),
            ),
          ]),
    ]),
  ];
  return [
    ...(terms.length === 0 ? [] : [l10n.t('Related: {0}', terms.join(' · '))]),
    actions.join(' &nbsp; '),
  ].join(PARAGRAPH);
}
