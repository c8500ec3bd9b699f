import { median } from '../../../util/median';
import { PAGE_UNIT_BEHIND } from '../../text/pageWords';
import { parsePageNumber, type PageNumber } from '../paging/pageNumber';
import type { PrintedNumber } from '../paging/printedNumber';
import { printedLabels } from '../paging/printedLabels';
import { lineOf, rowPieces, type PdfPageRows, type PdfRow } from './pdfLines';

/** Numbers of pages stand in this part of a page, above and below. */
const MARGIN = 0.15;
/** Rows at most in a head or a foot. */
const MOST_ROWS = 4;
/** No head has more numbers: it is the row of a table. */
const MOST_NUMBERS = 20;
/** A number in larger type than this, in sizes of the document's usual one, is a chapter's. */
const LARGEST_NUMBER = 1.5;
/** From this gap on, in sizes of type, a number stands apart. */
const APART = 1.5;
/** Longer rows are text. */
const LONGEST_ROW = 300;
/** Before the second page has ended, an article says which pages of its journal it has. */
const OPENING_PAGES = 2;

/**
 * The numbers that run on in the heads and feet of the pages of a document, in their order; empty
 * for a page of which nothing tells its number. `undefined` where there are none.
 */
export function printedNumbersOf(pages: readonly PdfPageRows[]): readonly string[] | undefined {
  const usualSize = median(
    pages.filter(({ rows }) => rows.length > 0).map(({ rows }) => median(rows.map(sizeOf))),
  );
  return printedLabels(
    pages.map((page, at) => ({
      numbers: page.rows.length === 0 ? undefined : numbersOn(page, at, usualSize),
      ranges: at < OPENING_PAGES ? rangesOn(page) : [],
    })),
  );
}

/**
 * The labels of the pages of a document: those of its file, unless these only count the pages and
 * other numbers are printed on them. `undefined` where there are none.
 */
export function pageLabelsOf(
  printed: readonly string[] | undefined,
  ofFile: readonly string[] | undefined,
): readonly string[] | undefined {
  if (printed === undefined || (ofFile !== undefined && !onlyCounts(ofFile))) {
    return ofFile;
  }
  const known = ofFile ?? printed.map((_, at) => String(at + 1));
  const isSame = printed.every((label, at) => label === '' || label === known[at]);
  return isSame ? ofFile : printed;
}

/** Whether labels are what a program writes that knows none: numbers from the first page to the last. */
function onlyCounts(labels: readonly string[]): boolean {
  const first = Number(labels[0]);
  return labels.every((label, at) => label === '' || label === String(first + at));
}

function sizeOf({ size }: PdfRow): number {
  return size;
}

/** The numbers in the head and foot of a page that may be its own. */
function numbersOn(page: PdfPageRows, at: number, usualSize: number): readonly PrintedNumber[] {
  const { rows, width, height } = page;
  const inside = rows.filter(({ baseline }) => baseline >= 0 && baseline <= height);
  return (['head', 'foot'] as const)
    .flatMap((edge) => {
      const inwards = edge === 'head' ? inside : [...inside].reverse();
      return inwards.slice(0, MOST_ROWS).flatMap((row) => {
        const depth = edge === 'head' ? row.baseline : height - row.baseline;
        const isLarge = row.size > LARGEST_NUMBER * usualSize;
        return depth > MARGIN * height
          ? []
          : numbersIn(row).map((found) => {
              const mayBeHeading = edge === 'head' && (isLarge || isChapter(found));
              return { ...found, mayBeHeading, page: at, edge, depth, width };
            });
      });
    })
    .slice(0, 2 * MOST_NUMBERS);
}

type FoundNumber = Omit<PrintedNumber, 'mayBeHeading' | 'page' | 'edge' | 'depth' | 'width'>;

/** A stretch of a row. */
interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Whether it is the last of its row. */
  readonly isLast: boolean;
}

function numbersIn(row: PdfRow): readonly FoundNumber[] {
  const pieces = rowPieces(row, APART).map((piece, at, all) => ({
    ...lineOf(piece),
    isLast: at === all.length - 1,
  }));
  const all = pieces.map(({ text }) => text).join(' ');
  if (all.length > LONGEST_ROW || !/[\divxlc]/i.test(all)) {
    return [];
  }
  const found = pieces.flatMap((piece, at): readonly FoundNumber[] => {
    const others = [...pieces.slice(0, at), ...pieces.slice(at + 1)].map(({ text }) => text);
    const number = wholeNumber(piece.text);
    if (number === undefined) {
      return numbersWithin(piece, others);
    }
    const isAlone = others.length === 0;
    // Before text it counts an item.
    const isItem = !isAlone && /\.\s*$/u.test(piece.text);
    return isItem ? [] : [placed(number, piece, isAlone ? 'alone' : 'apart', others.join(' '))];
  });
  return found.slice(0, MOST_NUMBERS);
}

/** "IV" alone at the head of a page. */
function isChapter({ series, standing }: FoundNumber): boolean {
  return series === 'I' && standing === 'alone';
}

function placed(
  number: PageNumber,
  { left, right, isLast }: Stretch,
  standing: PrintedNumber['standing'],
  rest: string,
): FoundNumber {
  const beside = rest.replace(/[^\p{L}]+/gu, ' ').trim();
  return { ...number, left, right, isLast, standing, beside };
}

const PAGE = String.raw`(?:[Pp]ages?|PAGE|[Pp]g\.?|[Ss]eite|SEITE|[Pp][áa]gina|P[ÁA]GINA|[Pp][áa]g\.|[Ss]trona|[Ss]tr\.|[Ss]ida|[Ss]ide|[Сс]траница|[Сс]тр\.)`;
const SHORT_PAGE = String.raw`(?:${PAGE}|[PpSCс]\.|[Pp]|第)`;
const FIGURES = String.raw`(?:(?:[A-Z]{1,3}|\d{1,2})\s?[-‐‑–]\s?\d{1,4}|[A-Za-z]?\d{1,6}|[ivxlc]{1,9}|[IVXLC]{1,9})`;
const TOTAL = String.raw`(?:\s*(?:of|von|de|sur|di|av|af|van|z|из|\/)\s*\d{1,6}|\s?\(\d{1,6}\))`;
const UNIT = String.raw`(?:\s*${PAGE_UNIT_BEHIND}(?:[\s,，]*共\s*\d{1,6}\s*[頁页])?)`;
const MARK = String.raw`[\s|•·~[\]()<>«»:_*‐-―-]`;

const WHOLE = new RegExp(
  String.raw`^${MARK}*(?:${SHORT_PAGE}\s*)?(${FIGURES})${TOTAL}?${UNIT}?(?:${MARK}|\.)*$`,
  'u',
);
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${PAGE}\s*(${FIGURES})${TOTAL}?(?![\p{L}\p{N}]|[.,]\d)`,
  'u',
);
/** "-3" is a value, "(3)" and "3)" may count items. */
const NO_PAGE = /^\s*(?:[-‐-―−]\s?\d[^-‐-―]*$|\(?\d+\)|\+)/u;
/** Long enough for "Seite A-3 von 120" between dashes. */
const LONGEST_NUMBER = 40;

/** The number that a stretch of text is, and nothing else: "12", "- 12 -", "Page 3 of 20". */
function wholeNumber(text: string): PageNumber | undefined {
  const figures =
    text.length > LONGEST_NUMBER || NO_PAGE.test(text) ? undefined : WHOLE.exec(text)?.[1];
  return figures === undefined ? undefined : parsePageNumber(figures);
}

/** What stands between a number and a head in one line, as in "12 | Annual Report". */
const DIVIDER = /^[|•·–—/]$/u;
/** What has numbers of its own, which are not the page's. */
const COUNTED = new Set(
  (
    'table figure fig exhibit annex appendix chapter section part article art item no nr vol volume form ' +
    'schedule box map step question day week session lecture version issue year fy rule paragraph para ' +
    'slide plate chart graph tabelle abbildung kapitel abschnitt teil artikel anhang tableau chapitre annexe ' +
    'cuadro capítulo anexo jan january feb february mar march apr april may jun june jul july aug august ' +
    'sep sept september oct october nov november dec december januar februar märz mai juni juli oktober ' +
    'dezember janvier février mars avril juin juillet août septembre octobre novembre décembre'
  ).split(' '),
);

/** Numbers that a stretch of text begins or ends with, and one that it calls a page's. */
function numbersWithin(piece: Stretch, others: readonly string[]): readonly FoundNumber[] {
  const { text } = piece;
  const named = NAMED.exec(text)?.[1];
  const ofName = named === undefined ? undefined : parsePageNumber(named);
  if (ofName !== undefined) {
    return [placed(ofName, piece, 'alone', '')];
  }
  const words = text.split(' ');
  const [first = '', second = ''] = words;
  const [beforeLast = '', last = ''] = [words.at(-2), words.at(-1)];
  const ends = [
    {
      figures: first,
      beside: second,
      rest: words.slice(1),
      side: { ...piece, right: piece.left, isLast: false },
    },
    {
      figures: last,
      beside: beforeLast,
      rest: words.slice(0, -1),
      side: { ...piece, left: piece.right },
    },
  ];
  return ends.flatMap(({ figures, beside, rest, side }) => {
    const number = parsePageNumber(figures);
    const isDivided = DIVIDER.test(beside);
    if (number === undefined || (!isDivided && !mayJoin(number, beside))) {
      return [];
    }
    const standing = isDivided ? 'apart' : 'joined';
    return [placed(number, side, standing, [...others, ...rest].join(' '))];
  });
}

/** Whether a number may be the page's although a word stands beside it with nothing between. */
function mayJoin({ series }: PageNumber, beside: string): boolean {
  const word = beside.toLowerCase().replace(/[^\p{L}]+/gu, '');
  return series === '1' && !/^[§¶#№]/u.test(beside) && !COUNTED.has(word);
}

const RANGE = /(?<![\d.,-])(\d{1,5})\s?[-‐-―]\s?(\d{1,5})(?![\d-])/gu;

/** Ranges of numbers on a page: one of them may be the pages that the document has in its journal. */
function rangesOn({ rows }: PdfPageRows): readonly (readonly [number, number])[] {
  return rows.flatMap((row) => {
    const { text } = lineOf(row.fragments);
    return [...text.matchAll(RANGE)].map(([, from = '', to = '']): readonly [number, number] => [
      Number(from),
      // "213–40" ends at 240.
      Number(from.slice(0, Math.max(0, from.length - to.length)) + to),
    ]);
  });
}
