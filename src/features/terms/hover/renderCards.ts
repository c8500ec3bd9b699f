import * as vscode from 'vscode';
import type { EntryRef } from '../../../core/model';
import { ENTRY_ICONS } from '../../../host/entryIcons';
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
  trustedMarkdown,
  untrustedMarkdown,
} from '../../../host/surfaces/markdown';
import type { CardParts } from './cardParts';
import { ownCard } from './ownCard';
import type { ShippedCard, TermCard } from './termCard';

const NOTHING = compose``;
/** A line above what follows. */
const RULE = compose`---\n\n`;

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
      untrustedMarkdown(index === 0 ? head : compose`${RULE}${head}`),
      trustedMarkdown(actions, [
        Commands.openEntry,
        Commands.openGlossaryEntry,
        Commands.openPassage,
        Commands.search,
        Commands.revealInSidebar,
      ]),
      ...(rest === NOTHING ? [] : [untrustedMarkdown(rest)]),
    ];
  });
}

function shippedCard(card: ShippedCard): CardParts {
  return {
    head: definition(card),
    actions: links(card),
    rest:
      card.evidence.length + card.statements.length === 0
        ? NOTHING
        : compose`${RULE}${joined([...card.statements.map((text) => plainText(text)), ...evidence(card)], '\n\n')}`,
  };
}

function definition({ term, provenance, later }: ShippedCard): Markdown {
  return joined(
    [
      joined([compose`**${plainText(term.name)}**`, plainText(term.abbreviation ?? '')], ' · '),
      plainText(term.definition),
      emphasized(plainText(provenance)),
      ...later.map((fact) => sentence(vscode.l10n.t('Since then: {0}'), plainText(fact))),
    ],
    '\n\n',
  );
}

function evidence(card: ShippedCard): readonly Markdown[] {
  return card.evidence.map(
    ({ excerpt: { heading, text }, place }) =>
      compose`**${plainText(heading)}** · ${plainText(place)}  \n${plainText(text)}`,
  );
}

function links({ term, related, evidence: excerpts }: ShippedCard): Markdown {
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
      compose`${icon('go-to-file')} ${plainText(l10n.t('Open'))}`,
      openEntry,
      ref,
      l10n.t('Open the page of this term'),
    ),
    commandLink(
      compose`${icon('search')} ${plainText(l10n.t('Search'))}`,
      search,
      ref,
      l10n.t('Search for this term'),
    ),
    commandLink(
      compose`${icon('list-tree')} ${plainText(l10n.t('Reveal'))}`,
      revealInSidebar,
      ref,
      l10n.t('Reveal in the sidebar'),
    ),
    ...excerpts.flatMap(({ excerpt: { id, locator }, copy }) => [
      commandLink(
        compose`${icon(ENTRY_ICONS.excerpt)} ${plainText(locator, { icons: true })}`,
        openEntry,
        { kind: 'excerpt', id },
        l10n.t('Open the page of this excerpt'),
      ),
      ...(copy === undefined
        ? []
        : [
            commandLink(
              compose`${icon('book')} ${sentence(l10n.t('{0} in your library'), plainText(locator, { icons: true }))}`,
              openPassage,
              { source: copy.ref.source, passage: copy.ref.passage },
              l10n.t('Open this place in “{0}”', copy.title),
            ),
          ]),
    ]),
  ];
  return joined(
    [
      terms.length === 0 ? undefined : sentence(l10n.t('Related: {0}'), joined(terms, ' · ')),
      joined(actions, ' &nbsp; '),
    ],
    '\n\n',
  );
}
