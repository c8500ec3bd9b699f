import type { PageNumber } from './pageNumber';

/** A number in the head or foot of a page, which may be the page's own. Lengths are in points. */
export interface PrintedNumber extends PageNumber {
  /** The page, counted from 0. */
  readonly page: number;
  readonly edge: 'head' | 'foot';
  /** How far its baseline stands from that edge. */
  readonly depth: number;
  readonly left: number;
  readonly right: number;
  /** How wide the page is. */
  readonly width: number;
  /**
   * - `alone`: nothing else stands in its row, or it says by itself that it is a page's number.
   * - `apart`: a gap or a sign divides it from what else stands in its row.
   * - `joined`: it is the first or the last word of what stands there.
   */
  readonly standing: 'alone' | 'apart' | 'joined';
  /** Whether it may be the number of a chapter, which counts only where it counts on from others. */
  readonly mayBeHeading: boolean;
  /** Whether nothing stands to the right of it. */
  readonly isLast: boolean;
  /** The letters of its row without it. */
  readonly beside: string;
}

/** The numbers in the head and foot of each page; `undefined` for a page without text. */
export type NumbersOfPages = readonly (readonly PrintedNumber[] | undefined)[];

/** How far apart, in points, the numbers of two pages may stand to have the same place. */
const SAME_DEPTH = 4;
const SAME_PLACE = 6;

/** Whether numbers of two pages stand at the same place, or at the two sides of a spread. */
export function standAlike(one: PrintedNumber, other: PrintedNumber): boolean {
  if (one.mayBeHeading || other.mayBeHeading) {
    return false;
  }
  if (one.edge !== other.edge || Math.abs(one.depth - other.depth) > SAME_DEPTH) {
    return false;
  }
  if (one.standing === 'joined' || other.standing === 'joined') {
    return haveAlikeRows(one, other);
  }
  return haveAlikeRows(one, other) || isAligned(one, other);
}

/** Whether two rows say the same besides their numbers. */
export function haveAlikeRows(one: PrintedNumber, other: PrintedNumber): boolean {
  return one.beside !== '' && one.beside === other.beside;
}

function isAligned(one: PrintedNumber, other: PrintedNumber): boolean {
  return [
    one.left - other.left,
    one.right - other.right,
    (one.left + one.right - other.left - other.right) / 2,
    // Mirrored, as on the pages of a book.
    one.left - (other.width - other.right),
    other.left - (one.width - one.right),
  ].some((distance) => Math.abs(distance) <= SAME_PLACE);
}
