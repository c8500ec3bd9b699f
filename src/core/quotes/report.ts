import type { Localizer } from '../localizer';
import { quotedPlaces } from './quoteCheck';
import { escapeMarkdown } from '../../util/markdownText';
import { clipped, filePageOf, placeText, quoteMessage } from './messages';
import {
  groupTitle,
  noteLineOf,
  quotedPieces,
  sourcePieces,
  whereText,
  type ReportContent,
  type ReportedQuotation,
  type WordsPiece,
} from './reportContent';

/** Says in a report, where nobody sees it, that it is one: what it quotes is not to be checked again. */
export const REPORT_MARK = '<!-- IP4 Desk: report on quotations -->';

/** Whether a text is a report. */
export function isReport(text: string): boolean {
  return text.includes(REPORT_MARK);
}

/** A report as Markdown, to be kept and passed on. */
export function reportAsMarkdown(
  { title, summary, remarks, groups }: ReportContent,
  l10n: Localizer,
): string {
  const links = new Links();
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(summary),
    ...remarks.map(escapeMarkdown),
    ...groups.flatMap(({ finding, name, items }) => [
      `## ${groupTitle(name, items.length)}`,
      ...(finding === 'verbatim'
        ? [items.map((item) => briefLine(item, links, l10n)).join('\n')]
        : items.flatMap((item) => quotationPart(item, links, l10n))),
    ]),
    ...links.definitions,
    REPORT_MARK,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The addresses of sources, which are long, at the end of a report: it is read as source, too. */
class Links {
  private readonly numbers = new Map<string, number>();

  /** @param label Markdown */
  to(label: string, link: string | undefined): string {
    if (link === undefined) {
      return label;
    }
    const number = this.numbers.get(link) ?? this.numbers.size + 1;
    this.numbers.set(link, number);
    return `[${label}][${number}]`;
  }

  /** One part of a report, or none. */
  get definitions(): readonly string[] {
    const lines = [...this.numbers].map(([link, number]) => `[${number}]: ${address(link)}`);
    return lines.length === 0 ? [] : [lines.join('\n')];
  }
}

function quotationPart(
  quotation: ReportedQuotation,
  links: Links,
  l10n: Localizer,
): readonly string[] {
  const { check, note } = quotation;
  const source = sourcePieces(check);
  const places = quotedPlaces(check).map((place) => {
    const ofFile = filePageOf(place, l10n);
    const label = escapeMarkdown(placeText(place, note.names, l10n));
    const link = links.to(label, note.linkTo(place));
    return ofFile === undefined ? `- ${link}` : `- ${link} (${ofFile})`;
  });
  return [
    `### ${noteLink(quotation, l10n)}`,
    blockOf(quotedPieces(quotation)),
    escapeMarkdown(quoteMessage(check, note.names, l10n)),
    ...(source.length > 0 ? [l10n.t('The source:'), blockOf(source)] : []),
    ...(places.length > 0 ? [places.join('\n')] : []),
  ];
}

/** What is as it should be takes a line. */
function briefLine(quotation: ReportedQuotation, links: Links, l10n: Localizer): string {
  const { check, note } = quotation;
  const words = escapeMarkdown(`“${clipped(note.names.wordsAt(check.quotation))}”`);
  const places = quotedPlaces(check).map((place) =>
    links.to(escapeMarkdown(placeText(place, note.names, l10n)), note.linkTo(place)),
  );
  return `- ${[noteLink(quotation, l10n), words, ...places].join(' · ')}`;
}

function noteLink(quotation: ReportedQuotation, l10n: Localizer): string {
  const { link } = quotation.note;
  const label = escapeMarkdown(whereText(quotation, l10n));
  return link === undefined ? label : `[${label}](${address(link)}#L${noteLineOf(quotation)})`;
}

/** An address without what would end it early in Markdown. */
function address(link: string): string {
  return link.replace(
    /[()<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** Words as a block of Markdown. */
export function blockOf(pieces: readonly WordsPiece[]): string {
  const words = pieces.map(({ words, isSetOff }) => {
    const inner = escapeMarkdown(words);
    const [before, behind] = [/^\s/.test(words) ? ' ' : '', /\S\s+$/.test(words) ? ' ' : ''];
    return `${before}${isSetOff && inner !== '' ? `**${inner}**` : inner}${behind}`;
  });
  return `> ${words.join('').trim()}`;
}
