import type { PassageRef } from '../../../core/library/document';
import type { Span } from '../../../core/model';

/** A hit at its place in the library. */
export interface PlacedHit {
  readonly ref: PassageRef;
  /** The place of its document among the library's. */
  readonly order: number;
  readonly span: Span;
}

/** Where the reader is: an offset into a document. */
export interface ReadingPlace {
  readonly order: number;
  readonly offset: number;
}

/** Hits in the order in which somebody who reads all documents one after the other meets them. */
export function inReadingOrder(hits: readonly PlacedHit[]): readonly PlacedHit[] {
  return [...hits].sort((a, b) => a.order - b.order || a.span.start - b.span.start);
}

/**
 * The next or previous hit, as an index: of the hits around the reader's place, the one that the
 * place does not lie in; behind the last one comes the first. The first, or the last, from nowhere.
 *
 * @param hits in reading order, not empty
 */
export function neighbourOf(
  hits: readonly PlacedHit[],
  place: ReadingPlace | undefined,
  direction: 'next' | 'previous',
): number {
  if (direction === 'next') {
    const next = hits.findIndex((hit) => place === undefined || compare(hit, place) > 0);
    return next === -1 ? 0 : next;
  }
  const before = hits.filter((hit) => place === undefined || compare(hit, place) < 0).length;
  return (before === 0 ? hits.length : before) - 1;
}

/** Negative when a hit lies before a place, 0 when the place lies in it. */
function compare({ order, span }: PlacedHit, place: ReadingPlace): number {
  if (order !== place.order) {
    return order - place.order;
  }
  if (span.start > place.offset) {
    return 1;
  }
  return span.end < place.offset ? -1 : 0;
}
