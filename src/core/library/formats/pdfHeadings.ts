import { itemAt } from '../../../util/defined';
import type { FlowLine, Typography } from './pdfTypography';

/** An entry of a document's outline. */
export interface OutlineEntry {
  readonly title: string;
  /** Counted from 1. */
  readonly page: number;
  /** From 1 at the top. */
  readonly level: number;
}

/** Lines that are a heading together. */
export interface HeadingLines {
  readonly first: FlowLine;
  readonly lines: number;
  readonly level: number;
}

/** Lines of one heading at most. */
const MOST_LINES = 5;

/**
 * Finds the entries of an outline in the lines of their pages: where the lines say the same, numbers
 * before it and signs aside. Entries that no line says are left out.
 */
export function outlineHeadings(
  lines: readonly FlowLine[],
  outline: readonly OutlineEntry[],
): readonly HeadingLines[] {
  const starts = new Map<number, number>();
  lines.forEach(({ page }, at) => {
    if (!starts.has(page)) {
      starts.set(page, at);
    }
  });
  const taken = new Set<FlowLine>();
  const found: HeadingLines[] = [];
  for (const { title, page, level } of outline) {
    const wanted = lettersOf(title);
    const heading = wanted === '' ? undefined : find(lines, starts.get(page), wanted, taken);
    if (heading) {
      taken.add(heading.first);
      found.push({ ...heading, level });
    }
  }
  return found;
}

/** The lines on the page that begins at `start` whose letters are `wanted`: the largest of them. */
function find(
  lines: readonly FlowLine[],
  start: number | undefined,
  wanted: string,
  taken: ReadonlySet<FlowLine>,
): Omit<HeadingLines, 'level'> | undefined {
  let best: Omit<HeadingLines, 'level'> | undefined;
  const page = start === undefined ? undefined : lines[start]?.page;
  for (let at = start ?? lines.length; lines[at]?.page === page && page !== undefined; at++) {
    const first = itemAt(lines, at);
    const count = taken.has(first) ? undefined : linesSaying(lines, at, wanted);
    if (count !== undefined && first.size > (best?.first.size ?? 0)) {
      best = { first, lines: count };
    }
  }
  return best;
}

/** How many lines from `at` on say `wanted` together. */
function linesSaying(lines: readonly FlowLine[], at: number, wanted: string): number | undefined {
  let said = '';
  for (let count = 1; count <= MOST_LINES; count++) {
    const line = lines[at + count - 1];
    if (line?.column !== itemAt(lines, at).column) {
      return undefined;
    }
    said += count === 1 ? lettersOf(line.text) : bare(line.text);
    if (said === wanted) {
      return count;
    }
    if (!wanted.startsWith(said)) {
      return undefined;
    }
  }
  return undefined;
}

/** What a heading says without its number. */
function lettersOf(text: string): string {
  const unnumbered = text.replace(/^(?:\d+(?:\.\d+)*|[IVX]+)[.):]?\s+(?=\S)/u, '');
  return bare(unnumbered);
}

/** In small letters, without signs and blanks. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** From this part of the text's size on, type is that of headings. */
const LARGE = 1.15;
const MOST_HEADING_UNITS = 200;
const MOST_HEADING_LEVELS = 6;

/**
 * Which of the groups of lines, each set apart from the others, are headings by their look: larger
 * type; or type of the text's size in a font that little of the document is set in. Their level is
 * the rank of their size. Conservative: what ends like a sentence is text.
 */
export function headingsByLook(
  groups: readonly (readonly FlowLine[])[],
  typography: Typography,
): ReadonlyMap<readonly FlowLine[], number> {
  const looks = groups
    .map((lines) => ({ lines, size: sizeIfHeading(lines, typography) }))
    .filter((look) => look.size !== undefined);
  const sizes = [...new Set(looks.map(({ size }) => size))].sort((a = 0, b = 0) => b - a);
  return new Map(
    looks.map(({ lines, size }) => [lines, Math.min(MOST_HEADING_LEVELS, sizes.indexOf(size) + 1)]),
  );
}

/** The size, to half a point, of lines that look like a heading. */
function sizeIfHeading(
  lines: readonly FlowLine[],
  { bodySize, shareOf }: Typography,
): number | undefined {
  const text = lines.map((line) => line.text).join(' ');
  const size = Math.round((lines[0]?.size ?? 0) * 2) / 2;
  if (
    lines.length === 0 ||
    lines.length > MOST_LINES ||
    text.length > MOST_HEADING_UNITS ||
    !/\p{L}{2}/u.test(text) ||
    /[.;,:…]["”’»)]*$|(?<![.·…\s])[.·…\s]{5,}\d+$/u.test(text)
  ) {
    return undefined;
  }
  if (lines.every((line) => line.size >= LARGE * bodySize)) {
    return size;
  }
  const isOtherFont = lines.every(
    (line) => line.size >= 0.95 * bodySize && shareOf(line.font) < 0.15,
  );
  const isShort = lines.length <= 2 && text.length <= 100 && /^[\p{Lu}\p{N}]/u.test(text);
  return isOtherFont && isShort ? size : undefined;
}
