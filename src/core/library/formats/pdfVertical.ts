import { withLigatures } from './pdfGlyphs';
import {
  fragmentsOf,
  rowsOf,
  type PdfFragment,
  type PdfPageRows,
  type PdfRow,
  type PdfTextItem,
} from './pdfLines';

/** A piece of text as pdf.js gives it, which may run down: see `TextItem` in its API. */
export interface PdfDirectedItem extends PdfTextItem {
  /** How far it reaches down, where `dir` is `ttb`. */
  readonly height: number;
}

/** Where a page shows its text: see `PageViewport` in pdf.js's API. */
export interface PdfPageSpace {
  /** From the space of the text to the page as it is shown, with y running down. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Signs that have other forms in columns, which are Unicode's for old fonts alone, and the usual ones. */
const SET_DOWN_SIGNS = '︐︑︒︓︔︕︖︗︘︙︰︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const USUAL = '，、。：；！？〖〗…‥—–（）｛｝〔〕【】《》〈〉「」『』［］';
const SET_DOWN = new RegExp(`[${SET_DOWN_SIGNS}]`, 'gu');

/** How far the baseline of letters lies from their middle, in parts of their size. */
const BELOW_MIDDLE = 0.38;
/** The part of its size that a letter set across stands above its baseline. */
const ABOVE_BASELINE = 0.8;

/**
 * The rows of a page. A page whose text runs down in columns from right to left, as Chinese and
 * Japanese may, is read as if it were turned by a quarter: its columns are rows then. What is set
 * across it stands before them or behind them, as it does above or below the columns: heads, page
 * numbers, captions.
 * @param mend what is done to the fragments of one direction before they become rows
 */
export function rowsOfPage(
  found: readonly PdfDirectedItem[],
  { transform, width, height }: PdfPageSpace,
  mend: (fragments: readonly PdfFragment[]) => readonly PdfFragment[],
): PdfPageRows {
  const given = withLigatures(found);
  const items = withStacks(given);
  if (!isVertical(items)) {
    const upright = given.filter(({ dir }) => dir !== 'ttb');
    return { rows: rowsOf(mend(fragmentsOf(upright, transform))), width, height };
  }
  const { down, across } = parted(items);
  const fragments = fragmentsOf(down, transform);
  const top = fragments.reduce((top, { left }) => Math.min(top, left), height);
  const columns = rowsOf(mend(fragments)).map((row) => moved(row, top + width));
  const others = rowsOf(mend(fragmentsOf(across, transform)));
  return {
    rows: [
      ...others.filter(({ baseline }) => baseline <= top),
      ...columns,
      ...others.filter(({ baseline }) => baseline > top).map((row) => moved(row, width)),
    ],
    width: Math.max(width, height),
    height: height + width,
  };
}

/** Items with letters that are stacked one by one, as some programs set columns, as the columns that they are. */
function withStacks(items: readonly PdfDirectedItem[]): readonly PdfDirectedItem[] {
  const stacks: PdfDirectedItem[][] = [];
  let open: PdfDirectedItem[] | undefined;
  for (const item of items) {
    const last = open?.at(-1);
    if (item.str.trim() === '') {
      // Nothing marks the ends of lines but items without text.
      stacks.push([item]);
    } else if (open && last && isBelow(last, item)) {
      open.push(item);
    } else {
      open = [item];
      stacks.push(open);
    }
  }
  return stacks.flatMap((stack) => (stack.length === 1 ? stack : columnsOf(stack)));
}

/** A stack of letters as a column, or as several where it has gaps. */
function columnsOf(stack: readonly PdfDirectedItem[]): readonly PdfDirectedItem[] {
  const columns: PdfDirectedItem[][] = [];
  for (const item of stack.map(inColumn)) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column && last && bottomOf(last) - topOf(item) < 0.3 * sizeOf(item)) {
      column.push(item);
    } else {
      columns.push([item]);
    }
  }
  return columns.flatMap((column) => {
    const [first, last] = [column[0], column.at(-1)];
    return first && last
      ? [
          {
            ...first,
            str: column.map(({ str }) => str).join(''),
            height: topOf(first) - bottomOf(last),
          },
        ]
      : [];
  });
}

/** A letter of a script that runs down, or a figure between such. */
const STACKED =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\ufe10-\ufe4f\uff00-\uffef]|\d{1,3})$/u;

/** Whether a letter stands right below another, or the end of a column. */
function isBelow(last: PdfDirectedItem, item: PdfDirectedItem): boolean {
  const end = last.str.trimEnd();
  const isStacked =
    STACKED.test(/\d$/.test(end) ? end : end.slice(-1)) &&
    STACKED.test(item.str.trim()) &&
    !(/^\d+$/.test(end) && /^\d/.test(item.str)) &&
    Math.abs(sizeOf(last) - sizeOf(item)) < 0.05 * sizeOf(item);
  if (!isStacked) {
    return false;
  }
  const [upper, lower] = [inColumn(last), inColumn(item)];
  const [[, , , , x = 0], [, , , , e = 0]] = [upper.transform, lower.transform];
  const step = (bottomOf(upper) - bottomOf(lower)) / sizeOf(item);
  return step > 0.6 && step < 2.1 && Math.abs(x - e) < 0.4 * sizeOf(item);
}

function inColumn(item: PdfDirectedItem): PdfDirectedItem {
  return item.dir === 'ttb' ? item : asColumn(item);
}

function topOf({ transform: [, , , , , f = 0] }: PdfDirectedItem): number {
  return f;
}

function bottomOf(item: PdfDirectedItem): number {
  return topOf(item) - item.height;
}

function isVertical(items: readonly PdfDirectedItem[]): boolean {
  let letters = 0;
  for (const { dir, str } of items) {
    letters += dir === 'ttb' ? str.trim().length : -str.trim().length;
  }
  return letters > 0;
}

/** What belongs to columns, as text that is turned by a quarter, and what is set across the page. */
function parted(items: readonly PdfDirectedItem[]): {
  readonly down: readonly PdfTextItem[];
  readonly across: readonly PdfTextItem[];
} {
  const down: PdfTextItem[] = [];
  const across: PdfTextItem[] = [];
  let before: PdfDirectedItem | undefined;
  for (const [at, item] of items.entries()) {
    const isDown = item.dir === 'ttb';
    if (isDown || isTurned(item)) {
      down.push(isDown ? turned(item) : item);
    } else if (item.str.trim() === '') {
      // A blank belongs to what it stands behind.
      (before?.dir === 'ttb' ? down : across).push(before?.dir === 'ttb' ? turned(item) : item);
      continue;
    } else if (isInColumn(item, before) || isInColumn(item, items[at + 1])) {
      // What comes next may go on from it.
      before = asColumn(item);
      down.push(turned(before));
      continue;
    } else {
      across.push(item);
    }
    before = item;
  }
  return { down, across };
}

/** Whether letters lie on their side, and run down: words in Latin letters do so. */
function isTurned({ transform: [a = 0, b = 0] }: PdfTextItem): boolean {
  return b < 0 && Math.abs(a) < 0.05 * -b;
}

function sizeOf({ transform: [, , c = 0, d = 0] }: PdfTextItem): number {
  return Math.hypot(c, d);
}

/** A stretch of a column as text of the same place that is turned by a quarter. */
function turned(item: PdfDirectedItem): PdfTextItem {
  const [, , , , e = 0, f = 0] = item.transform;
  const size = sizeOf(item);
  return {
    ...item,
    str: item.str.replace(SET_DOWN, (sign) => USUAL[SET_DOWN_SIGNS.indexOf(sign)] ?? sign),
    dir: 'ltr',
    width: item.height,
    transform: [0, -size, size, 0, e - BELOW_MIDDLE * size, f],
  };
}

/** A letter or a figure that is set across as the stretch of a column that it is. */
function asColumn(item: PdfDirectedItem): PdfDirectedItem {
  const [, , , , e = 0, f = 0] = item.transform;
  const size = sizeOf(item);
  const transform = [size, 0, 0, size, e + item.width / 2, f + ABOVE_BASELINE * size];
  return { ...item, dir: 'ttb', transform, height: size };
}

/** Whether short text that is set across stands in a column, next to a stretch of it: "12" of "12月". */
function isInColumn(item: PdfDirectedItem, column: PdfDirectedItem | undefined): boolean {
  const size = sizeOf(item);
  if (column?.dir !== 'ttb' || item.str.trim().length > 4 || item.width > 1.5 * size) {
    return false;
  }
  const [, , , , x = 0, y = 0] = asColumn(item).transform;
  const [, , , , e = 0, f = 0] = column.transform;
  const gap = Math.max(y - size - f, f - column.height - y);
  return Math.abs(x - e) < 0.5 * size && gap < 0.7 * size && gap > -0.5 * size;
}

function moved(row: PdfRow, down: number): PdfRow {
  return {
    ...row,
    baseline: row.baseline + down,
    fragments: row.fragments.map((fragment) => ({
      ...fragment,
      baseline: fragment.baseline + down,
    })),
  };
}
