import { itemAt } from '../../util/defined';
import type { Span } from '../model';
import { isFunctionWord } from '../text/stopWords';

/** Names in capitals, with small words within: "Royal Board of Lamps". */
const NAME =
  /(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}+(?:(?:[ \t]|-|\n(?!\n))(?:(?:of|the|and|for|in|on|de|du)[ \t]){0,2}\p{Lu}\p{Ll}+){1,7}(?![\p{L}\p{N}])/gu;

/**
 * Where a note writes names out, by the acronyms that their capitals make; the first place of each.
 * Linear in the note's length.
 *
 * @param isChecked whether a stretch is prose of the note's own
 */
export function writtenNames(
  text: string,
  isChecked: (span: Span) => boolean,
): ReadonlyMap<string, Span> {
  const names = new Map<string, Span>();
  for (const { index, 0: name } of text.matchAll(NAME)) {
    const words = [...name.matchAll(/\p{L}+/gu)];
    // "The Royal Lamp Board" is the Royal Lamp Board.
    for (const first of [0, 1]) {
      const from = words[first];
      if (
        from === undefined ||
        (first === 1 && !isFunctionWord(itemAt(words, 0)[0].toLowerCase()))
      ) {
        continue;
      }
      const capitals = words.slice(first).flatMap(([word]) => /^\p{Lu}/u.exec(word) ?? []);
      const acronym = capitals.join('');
      const span = { start: index + from.index, end: index + name.length };
      if (capitals.length > 1 && !names.has(acronym) && isChecked(span)) {
        names.set(acronym, span);
      }
    }
  }
  return names;
}
