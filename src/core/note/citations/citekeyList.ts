import type { Span } from '../../model';
import type { CitekeyUse } from './citekeyUse';
import { placeAt } from './placeAt';

/**
 * The citekeys of a list between two offsets.
 * @param pattern whose first group is a key, and whose second the place between brackets behind it
 */
export function usesInList(
  text: string,
  start: number,
  end: number,
  pattern: RegExp,
  citation: Span,
): readonly CitekeyUse[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (found) => {
    const { 0: whole, 1: citekey = '', 2: note, index } = found;
    const behind = start + index + whole.length;
    const keyEnd = note === undefined ? behind : behind - note.length - 2;
    const place = note === undefined ? undefined : placeAt(text, keyEnd + 1, behind - 1);
    const empty = note === undefined ? keyEnd : keyEnd + 1;
    return useOf(citekey, keyEnd - citekey.length, place, empty, text, citation);
  });
}

/**
 * One citekey of a citation.
 * @param place undefined where none is named; then `empty` is where one may be put
 */
export function useOf(
  citekey: string,
  start: number,
  place: Span | undefined,
  empty: number,
  text: string,
  citation: Span,
): CitekeyUse {
  return {
    start,
    end: start + citekey.length,
    citekey,
    ...(place && { locator: text.slice(place.start, place.end) }),
    locatorSpan: place ?? { start: empty, end: empty },
    citation,
    isCertain: true,
  };
}
