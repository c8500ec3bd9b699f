import { plainProse } from '../note/prose';
import type { Occurrence } from './occurrence';
import { TermPlaces } from './termPlaces';
import type { TermSet } from './termSet';

/** UTF-16 units that are searched at a time: about a millisecond. */
const CHUNK = 40_000;

/**
 * Where the terms of a set stand in a plain text, in pieces of work of about a millisecond. What is
 * found is what one search of the whole finds: no term is read across a blank line, and front matter
 * is the first piece's.
 */
export function* placesInPlainText(text: string, terms: TermSet): Generator<undefined, TermPlaces> {
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    // A later piece begins with the line break before it, so that no rule opens front matter there.
    const from = Math.max(0, start - 1);
    for (const occurrence of terms.automaton.occurrences(plainProse(text.slice(from, end)))) {
      found.push({
        start: occurrence.start + from,
        end: occurrence.end + from,
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
