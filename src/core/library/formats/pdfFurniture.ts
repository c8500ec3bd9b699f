import { countUpTo } from '../../../util/rank';
import { itemAt } from '../../../util/defined';
import { median } from '../../../util/median';
import type { PdfRow } from './pdfLines';

interface RowsOfPage {
  /** From top to bottom. */
  readonly rows: readonly PdfRow[];
  /** In points. */
  readonly height: number;
  /** What the page is called by its labels, or else its number. */
  readonly label: string;
  /** The number that is printed on it, for certain. */
  readonly printed?: string | undefined;
}

/** Heads and feet stand in this part of a page, above and below. */
const MARGIN = 0.15;
/** Rows at most in a head or a foot. */
const MOST_ROWS = 3;
/** How far apart, in points, the same head may stand on two pages. */
const SAME_HEIGHT = 3;
/** From so many pages on, what repeats is a head even where it stands as close as a line of text. */
const SURE = 5;

const WHOLE_NUMBER = /^\W*(?:page\s+)?(\d{1,5}|[ivxlc]{1,8})(?:\s*(?:of|\/)\s*\d{1,5})?\W*$/iu;

type Edge = 'head' | 'foot';

/** An outermost row of a page. */
interface Candidate {
  readonly row: PdfRow;
  readonly height: number;
  readonly page: RowsOfPage;
  /** What it says without numbers. */
  readonly text: string;
  /** Where it says nothing but a number. */
  readonly number?: string;
  /** Whether it begins or ends with the label of its page. */
  readonly isLabelled: boolean;
  /** Whether it is set off from the text beside it, by a gap or by smaller type. */
  readonly isApart: boolean;
}

/**
 * The rows of each page without running heads, running feet and page numbers: the outermost rows
 * that say the same, numbers aside, at the same height of three pages (of both, where there are but
 * two); those that have their page's number at the same height of three pages, whatever they say
 * besides; and numbers that are the page's own.
 */
export function withoutFurniture(pages: readonly RowsOfPage[]): readonly (readonly PdfRow[])[] {
  const dropped = new Set<PdfRow>();
  for (const edge of ['head', 'foot'] as const) {
    const candidates = pages.map((page) => candidatesOf(page, edge));
    const isRepeated = repetition(candidates.flat(), pages.length);
    for (const ofPage of candidates) {
      for (const candidate of ofPage) {
        if (!isOwnNumber(candidate) && !isRepeated(candidate)) {
          break;
        }
        dropped.add(candidate.row);
      }
    }
  }
  return pages.map(({ rows }) => rows.filter((row) => !dropped.has(row)));
}

/** From the edge inwards. */
function candidatesOf(page: RowsOfPage, edge: Edge): readonly Candidate[] {
  const { rows, height } = page;
  const usualStep = median(
    rows.slice(1).map((row, at) => row.baseline - itemAt(rows, at).baseline),
  );
  const usualSize = median(rows.map(({ size }) => size));
  const inwards = edge === 'head' ? rows : [...rows].reverse();
  return inwards
    .slice(0, MOST_ROWS)
    .filter(({ baseline }) =>
      edge === 'head' ? baseline < MARGIN * height : baseline > (1 - MARGIN) * height,
    )
    .map((row, depth) => {
      const next = inwards[depth + 1];
      const step = next ? Math.abs(next.baseline - row.baseline) : Infinity;
      const words = row.fragments.map(({ text }) => text).join(' ');
      const number = words.trim() === page.printed ? page.printed : WHOLE_NUMBER.exec(words)?.[1];
      return {
        row,
        page,
        height: row.baseline,
        text: number === undefined ? words.replace(/[^\p{L}]+/gu, ' ').trim() : '',
        ...(number !== undefined && { number }),
        isLabelled: beginsOrEnds(words.trim(), page.label),
        isApart: step > 1.4 * usualStep || row.size < 0.95 * usualSize,
      };
    });
}

function beginsOrEnds(text: string, word: string): boolean {
  return word !== '' && (text.startsWith(`${word} `) || text.endsWith(` ${word}`));
}

/** A page number of a document that is too short for repetition to tell. */
function isOwnNumber({ number, page: { label, printed }, isApart }: Candidate): boolean {
  const isOwn = (known: string | undefined) => number?.toLowerCase() === known?.toLowerCase();
  return number !== undefined && (isOwn(printed) || (isApart && isOwn(label)));
}

/** Tells of a candidate whether enough pages have the like. */
function repetition(
  candidates: readonly Candidate[],
  pages: number,
): (candidate: Candidate) => boolean {
  const heights = new Map<string, number[]>();
  for (const candidate of candidates) {
    for (const likeness of likenessesOf(candidate)) {
      const list = heights.get(likeness) ?? [];
      list.push(candidate.height);
      heights.set(likeness, list);
    }
  }
  for (const list of heights.values()) {
    list.sort((a, b) => a - b);
  }
  return (candidate) => {
    const { height, isApart } = candidate;
    const enough = isApart ? Math.min(3, Math.max(2, pages)) : SURE;
    return likenessesOf(candidate).some((likeness) => {
      const list = heights.get(likeness) ?? [];
      const count = countUpTo(list, height + SAME_HEIGHT) - countUpTo(list, height - SAME_HEIGHT);
      return count >= enough;
    });
  };
}

/** In what a row may be like those of other pages. */
function likenessesOf({ text, number, isLabelled }: Candidate): readonly string[] {
  return [
    ...(text !== '' ? [`says ${text}`] : []),
    ...(number !== undefined ? ['is a number'] : []),
    ...(isLabelled ? ['has the label'] : []),
  ];
}
