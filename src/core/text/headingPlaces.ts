/**
 * A section of a document that has no pages, as the Chicago Manual of Style has it cited: by its
 * heading, "under “Strait and harbour”".
 */

/** In UTF-16 units; longer headings are no places that people print. */
export const LONGEST_HEADING_PLACE = 240;

const WORDS = String.raw`{1,${LONGEST_HEADING_PLACE - 40}}`;
const QUOTED = [
  String.raw`“[^“”]${WORDS}”`,
  String.raw`"[^"]${WORDS}"`,
  String.raw`„[^„“”]${WORDS}[“”]`,
  String.raw`«[^«»]${WORDS}»`,
  String.raw`\x60\x60(?:[^']|'(?!'))${WORDS}''`,
  // What stands before a letter is an apostrophe.
  String.raw`‘(?:[^‘’]|’(?=\p{L}))${WORDS}’`,
  String.raw`‚(?:[^‚‘’]|’(?=\p{L}))${WORDS}[‘’]`,
  String.raw`‹[^‹›]${WORDS}›`,
  String.raw`[\x60'](?:[^\x60']|'(?=\p{L}))${WORDS}'`,
  String.raw`\\enquote\*?\{(?:\\[^]|\{\}|[^\\{}])${WORDS}\}`,
].join('|');

/** "under “Costs”", "sec. “Costs”", "under \enquote{Costs}"; the words of the heading with their marks. */
export const HEADING_PLACE = String.raw`(?:under|secs?\.?|sections?)[\s~\u00A0]{1,4}(?:${QUOTED})`;

const WHOLE = new RegExp(`^${HEADING_PLACE}$`, 'iu');
const OUTER_MARKS =
  /^[^“"„«‘‚‹'\x60\\]+(?:[“"„«‘‚‹']|\x60\x60?|\\enquote\*?\{)|(?:[”“"»’‘›}]|''?)$/gu;
/** What stands in a markup for a mark: "&#42;", "\textbackslash{}". */
const NAMED_MARK = /&#\d{1,6};|\\text[a-z]{1,20}\{\}/g;

/** The place that a heading is: words in double quotation marks, with single ones within. */
export function headingPlace(heading: string): string {
  return `under “${heading.replace(/[“”„"«»]/g, (mark) => ('“„«'.includes(mark) ? '‘' : '’'))}”`;
}

/** The words of the heading that a place names; `undefined` where it is a place of another kind. */
export function headingOfPlace(place: string): string | undefined {
  return place.length <= LONGEST_HEADING_PLACE && WHOLE.test(place)
    ? place.replace(OUTER_MARKS, '').replace(NAMED_MARK, ' ')
    : undefined;
}
