import { plainProse } from '../note/prose';
import type { Occurrence } from './occurrence';
import { TermPlaces } from './termPlaces';
import type { TermSet } from './termSet';

/** UTF-16 units that are searched at a time: about a millisecond. */
const CHUNK = 40_000;

/**
 * Where the terms of a set stand in a plain text, in pieces of work of about a millisecond. What is
 * found is what one search of the whole finds, as no term is read across a blank line.
 */
export function* placesInPlainText(text: string, terms: TermSet): Generator<undefined, TermPlaces> {
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    for (const occurrence of terms.automaton.occurrences(plainProse(text.slice(start, end)))) {
      found.push({
        start: occurrence.start + start,
        end: occurrence.end + start,
        terms: occurrence.terms,
      });
    }
    start = end;
    yield;
  }
  return TermPlaces.of(text, found);
}

/** Behind a blank line; a paragraph that is longer than a piece is not parted. */
function pieceEnd(text: string, start: number): number {
  const blank = text.indexOf('\n\n', start + CHUNK);
  return blank < 0 ? text.length : blank + 2;
}
