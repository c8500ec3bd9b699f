import { escapeMarkdown } from '../../util/markdownText';
import type { Localizer } from '../localizer';
import { findingName, summaryText } from './counts';
import { placeText, quoteMessage, type QuoteNames } from './messages';
import { quotedOnOneLine } from './oneLine';
import type { QuoteCheck } from './quoteCheck';
import { blockOf } from './report';
import { placePieces, quotedPieces, type WordsPiece } from './reportContent';

/** The quotations of one note that an annex lists. */
export interface AnnexedQuotations {
  /** In the order in which they are to be listed. */
  readonly checks: readonly QuoteCheck[];
  readonly names: QuoteNames;
  /** The day on which they were checked, for people: "1 December 2026". */
  readonly checkedOn: string;
}

/**
 * An annex for a reviewer, as Markdown that can stand in any document: each quotation with its words
 * in the note and in the source, the place, what was found and the day of checking. All that is
 * quoted is escaped. Ends in a line break; empty when there are no quotations.
 *
 * @param level of its heading, 1 to 5; each quotation has a heading of the next one
 */
export function quotationAnnex(
  { checks, names, checkedOn }: AnnexedQuotations,
  l10n: Localizer,
  level = 2,
): string {
  if (checks.length === 0) {
    return '';
  }
  const marks = '#'.repeat(level);
  const parts = [
    `${marks} ${l10n.t('Annex: quotations and their sources')}`,
    escapeMarkdown(l10n.t('Checked on {0}.', checkedOn)),
    escapeMarkdown(summaryText(checks, checks.length, l10n)),
    ...checks.flatMap((check, at) => [
      `${marks}# ${titleOf(check, at + 1, names, l10n)}`,
      ...wordsOf(check, names, l10n),
      escapeMarkdown(quoteMessage(check, names, l10n)),
    ]),
  ];
  // Keys that it names are no citations of its own, which Pandoc and the export would write out.
  return `${parts.join('\n\n').replaceAll('@', '\\@')}\n`;
}

/** "Quotation 3, p. 12 of Harbour lights: verbatim"; without a place where it has none of its own. */
function titleOf(check: QuoteCheck, number: number, names: QuoteNames, l10n: Localizer): string {
  const found = findingName(check, l10n);
  const { place, verdict } = check;
  const stands = verdict !== 'not found' && verdict !== 'cannot check';
  return place === undefined || !stands
    ? l10n.t('Quotation {0}: {1}', number, found)
    : escapeMarkdown(
        l10n.t('Quotation {0}, {1}: {2}', number, placeText(place, names, l10n), found),
      );
}

/** Both wordings, or one where they are the same. */
function wordsOf(check: QuoteCheck, names: QuoteNames, l10n: Localizer): readonly string[] {
  const quoted = quotedPieces({ note: { names }, check });
  const source = placePieces(check);
  if (source.length > 0 && lineOf(quoted) === lineOf(source)) {
    return [l10n.t('In the note and in the source:'), blockOf(quoted)];
  }
  return [
    l10n.t('In the note:'),
    blockOf(quoted),
    ...(source.length === 0 ? [] : [sourceLabel(check, l10n), blockOf(source)]),
  ];
}

function sourceLabel({ verdict }: QuoteCheck, l10n: Localizer): string {
  switch (verdict) {
    case 'not found':
      return l10n.t('Nearest in the sources:');
    case 'cannot check':
      return l10n.t('In another source:');
    default:
      return l10n.t('In the source:');
  }
}

function lineOf(pieces: readonly WordsPiece[]): string {
  return quotedOnOneLine(pieces.map(({ words }) => words).join(''));
}
