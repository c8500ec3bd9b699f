import * as vscode from 'vscode';
import type { Citation } from '../../../core/model';
import type { EvidenceIndex } from '../../../core/terms/evidence';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { Commands } from '../../../host/ids';
import type { NotePlace } from '../../../host/notePlace';
import {
  commandLink,
  emphasized,
  icon,
  joined,
  type Markdown,
  compose,
  plainText,
  trustedMarkdown,
  untrustedMarkdown,
} from '../../../host/surfaces/markdown';
import { type CardParts, searchLink } from './cardParts';
import { ownCard } from './ownCard';
import { createTermCards, type OwnPassage, type ShippedCard } from './termCard';

const NOTHING = compose``;
/** A line above what follows. */
const RULE = compose`---\n\n`;

/**
 * The cards of the terms that share a wording as one hover, in the order given. What packs and
 * glossaries say is Markdown without any trust; our links, which may run five commands on the
 * entries, passages and terms that they name, are Markdown of their own. They stand above what a
 * reader can do without, since the editor shows the first dozen lines of a hover and scrolls for the
 * rest.
 *
 * @param count at most so many excerpts for each
 * @param place where a citation goes: behind the wording in its note
 */
export function renderTermCards(
  index: EvidenceIndex,
  terms: readonly KnownTerm[],
  count: number,
  place: NotePlace,
  copyOf: (citation: Citation) => OwnPassage | undefined,
): readonly vscode.MarkdownString[] {
  const cards = createTermCards(index, terms, count, copyOf, vscode.l10n);
  return cards.flatMap((card, at) => {
    const { head, actions, rest } = card.kind === 'pack' ? shippedCard(card, place) : ownCard(card);
    return [
      untrustedMarkdown(at === 0 ? head : compose`${RULE}${head}`),
      trustedMarkdown(actions, [
        Commands.openEntry,
        Commands.openGlossaryEntry,
        Commands.openPassage,
        Commands.search,
        Commands.insertCitation,
      ]),
      ...(rest === NOTHING ? [] : [untrustedMarkdown(rest)]),
    ];
  });
}

function shippedCard(card: ShippedCard, place: NotePlace): CardParts {
  return {
    head: definition(card),
    actions: links(card, place),
    rest: card.evidence.length === 0 ? NOTHING : joined(evidence(card), '\n\n'),
  };
}

function definition({ term, provenance, later }: ShippedCard): Markdown {
  const name = joined(
    [compose`**${plainText(term.name)}**`, plainText(term.abbreviation ?? '')],
    ' · ',
  );
  const lines = [plainText(term.definition), emphasized(plainText(provenance)), plainText(later)];
  return joined([name, joined(lines, '  \n')], '\n\n');
}

function evidence(card: ShippedCard): readonly Markdown[] {
  return card.evidence.map(({ excerpt: { heading }, text, place }) => {
    const words = joined([plainText(text), emphasized(plainText(place))], ' ');
    return compose`**${plainText(heading)}**  \n${words}`;
  });
}

function links({ term, evidence: excerpts, cited }: ShippedCard, place: NotePlace): Markdown {
  const { l10n } = vscode;
  const copy = excerpts.find((excerpt) => excerpt.copy !== undefined)?.copy;
  return joined(
    [
      commandLink(
        compose`${icon('go-to-file')} ${plainText(l10n.t('Open'))}`,
        Commands.openEntry,
        { kind: 'term', id: term.id },
        l10n.t('Open the page of this term'),
      ),
      cited &&
        commandLink(
          compose`${icon('references')} ${plainText(l10n.t('Cite'))}`,
          Commands.insertCitation,
          cited,
          l10n.t('Insert a citation of the source behind this term'),
          place,
        ),
      searchLink({ kind: 'term', id: term.id }),
      copy &&
        commandLink(
          compose`${icon('book')} ${plainText(l10n.t('In Your Library'))}`,
          Commands.openPassage,
          { source: copy.ref.source, passage: copy.ref.passage },
          l10n.t('Open this place in “{0}”', copy.title),
        ),
    ],
    ' &nbsp; ',
  );
}
