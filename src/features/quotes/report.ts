import type { Span } from '../../core/model';
import type { QuoteCheck, QuotedPlace } from '../../core/quotes/quoteCheck';
import type { Localizer } from '../../core/localizer';
import { escapeMarkdown } from '../../util/markdownText';
import {
  countedVerdicts,
  countsText,
  filePageOf,
  placeText,
  quoteMessage,
  quotationsText,
  summaryText,
  verdictName,
  type QuoteNames,
} from './messages';

/** Says in a report, where nobody sees it, that it is one: what it quotes is not to be checked again. */
const MARK = '<!-- IP4 Desk: report on quotations -->';

/** Letters of a quotation that are shown. */
const LONGEST_QUOTATION = 1200;

/** One note in a report. */
export interface ReportedNote {
  /** For people. */
  readonly label: string;
  /** The address that links lead to; without it there are none, as for a note that has no file. */
  readonly link?: string;
  /** How many quotations it has; more than there are checks when the check was stopped or some were edited. */
  readonly total: number;
  readonly checks: readonly QuoteCheck[];
  /** Whether something has changed since. */
  readonly isStale: boolean;
  readonly names: QuoteNames;
  /** The line of the note that an offset is in, counted from 1. */
  lineAt(offset: number): number;
  /** The address of a place in a source; `undefined` when it has none. */
  linkTo(place: QuotedPlace): string | undefined;
}

/** Whether a text is a report, saved or not. */
export function isReport(text: string): boolean {
  return text.includes(MARK);
}

/**
 * The account of what was found, as Markdown: the counts, then each note with each of its quotations.
 * @param date for people
 */
export function reportOf(notes: readonly ReportedNote[], date: string, l10n: Localizer): string {
  const checks = notes.flatMap((note) => note.checks);
  const links = new Links();
  const parts = [
    `# ${l10n.t('Quotations, checked on {0}', date)}`,
    countsTable(checks, l10n),
    ...notes.flatMap((note) => notePart(note, links, l10n)),
    ...links.definitions,
    MARK,
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

/** A table that is one as source, too. */
function countsTable(checks: readonly QuoteCheck[], l10n: Localizer): string {
  const counts = countedVerdicts(checks, l10n).map(({ name, count }) => ({
    name: capitalised(name),
    count,
  }));
  const [first, second] = [l10n.t('Verdict'), l10n.t('Quotations')];
  const width = Math.max(...[first, ...counts.map(({ name }) => name)].map(({ length }) => length));
  const row = (name: string, count: string) =>
    `| ${name.padEnd(width)} | ${count.padStart(second.length)} |`;
  return [
    row(first, second),
    `| ${'-'.repeat(width)} | ${'-'.repeat(second.length - 1)}: |`,
    ...counts.map(({ name, count }) => row(name, String(count))),
    row(l10n.t('All'), String(checks.length)),
  ].join('\n');
}

function notePart(note: ReportedNote, links: Links, l10n: Localizer): readonly string[] {
  const { label, link, total, checks, isStale } = note;
  const missing = total - checks.length;
  return [
    `## ${linked(escapeMarkdown(label), link)}`,
    missing > 0
      ? `${[quotationsText(total, l10n), countsText(checks, l10n)].filter(Boolean).join(': ')}.`
      : summaryText(checks, total, l10n),
    ...(missing > 0
      ? [
          l10n.t(
            '{0} are left out: the check was stopped before them, or they were edited since.',
            missing,
          ),
        ]
      : []),
    ...(isStale ? [l10n.t('The note or its sources have changed since it was checked.')] : []),
    ...checks.map((check) => quotationPart(check, note, links, l10n)),
  ];
}

function quotationPart(
  check: QuoteCheck,
  note: ReportedNote,
  links: Links,
  l10n: Localizer,
): string {
  const { quotation, verdict, place, differences } = check;
  const { names, link } = note;
  const line = note.lineAt(quotation.outer.start);
  const at = linked(l10n.t('line {0}', line), link && `${link}#L${line}`);
  const shown = [place, ...check.others].filter((one) => one !== undefined);
  const lines = [
    `### ${capitalised(verdictName(check, l10n))}, ${at}`,
    blockOf(
      names.wordsAt(quotation),
      differences.map((difference) => within(difference, quotation)),
    ),
    ...(verdict === 'verbatim' && check.remarks.length === 0
      ? []
      : [escapeMarkdown(quoteMessage(check, names, l10n))]),
    ...(verdict === 'altered' && place
      ? [l10n.t('The source:'), blockOf(place.text, sourceSpans(check, place.text))]
      : []),
    ...(shown.length > 0
      ? [shown.map((one) => `- ${placeLink(one, note, links, l10n)}`).join('\n')]
      : []),
  ];
  return lines.join('\n\n');
}

function placeLink(place: QuotedPlace, note: ReportedNote, links: Links, l10n: Localizer): string {
  const ofFile = filePageOf(place, l10n);
  const link = links.to(escapeMarkdown(placeText(place, note.names, l10n)), note.linkTo(place));
  return ofFile === undefined ? link : `${link} (${ofFile})`;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param label Markdown */
function linked(label: string, link: string | undefined): string {
  return link === undefined ? label : `[${label}](${address(link)})`;
}

/** An address without what would end it early in Markdown. */
function address(link: string): string {
  return link.replace(
    /[()<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function within({ start, end }: Span, quotation: Span): Span {
  return { start: start - quotation.start, end: end - quotation.start };
}

/** Where the source's words at each difference stand in what it says, as far as they are found in their order. */
function sourceSpans({ differences }: QuoteCheck, text: string): readonly Span[] {
  let from = 0;
  return differences.flatMap(({ source }) => {
    const start = source === '' ? -1 : text.indexOf(source, from);
    if (start < 0) {
      return [];
    }
    from = start + source.length;
    return [{ start, end: from }];
  });
}

/** Words as a block, those at `bold` set off; many are cut. */
function blockOf(words: string, bold: readonly Span[]): string {
  let result = '';
  let at = 0;
  const limit = Math.min(words.length, LONGEST_QUOTATION);
  for (const { start, end } of bold) {
    if (start >= at && end > start && end <= limit) {
      const marked = inline(words.slice(start, end)).trim();
      result += inline(words.slice(at, start)) + (marked === '' ? '' : `**${marked}**`);
      at = end;
    }
  }
  return `> ${result}${inline(words.slice(at, limit))}${words.length > limit ? ' …' : ''}`;
}

/** Words of a line, with the blanks around them. */
function inline(words: string): string {
  const line = words.replace(/\r?\n[^\S\r\n]*(?:>[^\S\r\n]*)*/g, ' ');
  const [before, behind] = [/^\s/.test(line) ? ' ' : '', /\S\s+$/.test(line) ? ' ' : ''];
  return `${before}${escapeMarkdown(line)}${behind}`;
}
