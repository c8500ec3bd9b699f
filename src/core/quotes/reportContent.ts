import type { Span } from '../model';
import type { QuoteCheck, QuotedPlace } from './quoteCheck';
import type { Localizer } from '../localizer';
import { LINE_BREAK } from './oneLine';
import {
  countsText,
  groupedFindings,
  quotationsText,
  summaryText,
  type FindingGroup,
} from './counts';
import type { QuoteNames } from './messages';

/** Letters of a quotation that are shown. */
const LONGEST_QUOTATION = 1200;

/** One note in a report. */
export interface ReportedNote {
  /** Its address. */
  readonly id: string;
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

/** One quotation in a report. */
export interface ReportedQuotation {
  readonly note: ReportedNote;
  readonly check: QuoteCheck;
}

/** What a report says, whatever it is shown in. */
export interface ReportContent {
  readonly title: string;
  readonly summary: string;
  /** What to know of notes: that they have changed, or were not checked to their ends. */
  readonly remarks: readonly string[];
  /** The quotations by what was found of them, worst first. */
  readonly groups: readonly FindingGroup<ReportedQuotation>[];
}

/** @param date for people */
export function reportContent(
  notes: readonly ReportedNote[],
  date: string,
  l10n: Localizer,
): ReportContent {
  const quotations = notes.flatMap((note) => note.checks.map((check) => ({ note, check })));
  const checks = quotations.map(({ check }) => check);
  const total = notes.reduce((sum, note) => sum + note.total, 0);
  return {
    title: l10n.t('Quotations, checked on {0}', date),
    summary:
      checks.length < total
        ? `${[quotationsText(total, l10n), countsText(checks, l10n)].filter(Boolean).join(': ')}.`
        : summaryText(checks, total, l10n),
    remarks: notes.flatMap((note) => remarksOn(note, l10n)),
    groups: groupedFindings(quotations, ({ check }) => check, l10n),
  };
}

function remarksOn({ label, total, checks, isStale }: ReportedNote, l10n: Localizer): string[] {
  const missing = total - checks.length;
  return [
    ...(missing > 0
      ? [
          l10n.t(
            '{0} are left out: the check was stopped before them, or they were edited since.',
            missing,
          ),
        ]
      : []),
    ...(isStale ? [l10n.t('The note or its sources have changed since it was checked.')] : []),
  ].map((remark) => `${label}: ${remark}`);
}

/** "Altered (2)" */
export function groupTitle(name: string, count: number): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${count})`;
}

/** "notes/brief.md, line 3" */
export function whereText({ note, check }: ReportedQuotation, l10n: Localizer): string {
  return l10n.t('{0}, line {1}', note.label, noteLineOf({ note, check }));
}

/** The line of its note that a quotation begins in, counted from 1. */
export function noteLineOf({ note, check }: ReportedQuotation): number {
  return note.lineAt(check.quotation.outer.start);
}

/** A stretch of words, set off where it differs from the other wording. */
export interface WordsPiece {
  readonly words: string;
  readonly isSetOff: boolean;
}

/** The words of a quotation as its note has them; many are cut. */
export function quotedPieces({
  note,
  check,
}: {
  readonly note: Pick<ReportedNote, 'names'>;
  readonly check: QuoteCheck;
}): readonly WordsPiece[] {
  const { quotation, differences } = check;
  const within = differences.map(({ start, end }) => ({
    start: start - quotation.start,
    end: end - quotation.start,
  }));
  return pieces(note.names.wordsAt(quotation), within);
}

/** The words that an altered quotation has in its source; none for others. */
export function sourcePieces(check: QuoteCheck): readonly WordsPiece[] {
  return check.verdict === 'altered' ? placePieces(check) : [];
}

/** The source's own words at the place of a quotation; none where it stands in no source. */
export function placePieces({ place, differences }: QuoteCheck): readonly WordsPiece[] {
  if (place === undefined) {
    return [];
  }
  const spans: Span[] = [];
  let from = 0;
  for (const { source } of differences) {
    const start = source === '' ? -1 : place.text.indexOf(source, from);
    if (start >= 0) {
      from = start + source.length;
      spans.push({ start, end: from });
    }
  }
  return pieces(place.text, spans);
}

function pieces(words: string, setOff: readonly Span[]): readonly WordsPiece[] {
  const limit = Math.min(words.length, LONGEST_QUOTATION);
  const found: WordsPiece[] = [];
  let at = 0;
  for (const { start, end } of setOff) {
    if (start >= at && end > start && end <= limit) {
      found.push({ words: words.slice(at, start), isSetOff: false });
      found.push({ words: words.slice(start, end), isSetOff: true });
      at = end;
    }
  }
  const rest = `${words.slice(at, limit)}${words.length > limit ? ' …' : ''}`;
  return [...found, { words: rest, isSetOff: false }]
    .map((piece) => ({ ...piece, words: piece.words.replace(LINE_BREAK, ' ') }))
    .filter((piece) => piece.words !== '');
}
