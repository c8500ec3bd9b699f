import type { Span } from '../model';
import { itemAt } from '../../util/defined';

export interface Heading extends Span {
  /** 1 for the highest. */
  readonly level: number;
}

/** What a heading over a list of references says, without numbers and marks. */
const TITLE =
  /^(?:references|reference list|list of references|bibliography|(?:select(?:ed)?|annotated) bibliography|(?:works|literature|sources) (?:cited|consulted)|literature|further reading|sources|endnotes|footnotes)$/i;

/** Longer lines are no such heading, and are not looked at. */
const LONGEST_TITLE = 80;

/**
 * The lists of references of a text: from behind a heading that announces one to the next heading
 * that is no deeper, or to the end.
 * @param headings in the order of the text
 */
export function referenceLists(text: string, headings: readonly Heading[]): readonly Span[] {
  return sectionsUnder(TITLE, text, headings);
}

/**
 * The sections of a text under headings of some title: from behind such a heading to the next that is
 * no deeper, or to the end.
 * @param title what a heading's words are, without numbers and marks
 * @param headings in the order of the text
 */
export function sectionsUnder(
  title: RegExp,
  text: string,
  headings: readonly Heading[],
): readonly Span[] {
  const sections: Span[] = [];
  headings.forEach(({ start, end, level }, index) => {
    if (end - start <= LONGEST_TITLE && title.test(words(text.slice(start, end)))) {
      sections.push({ start: end, end: endOfSection(headings, index + 1, level) ?? text.length });
    }
  });
  return sections;
}

/** A heading's words: no marks, no number, no attributes behind. */
function words(heading: string): string {
  return withoutAttributes(heading)
    .replace(/\\\w+\*?/g, ' ')
    .replace(/^\P{L}+|(?<!\P{L})\P{L}+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** Without what stands in the last braces at its end, be they closed or not. */
function withoutAttributes(heading: string): string {
  const trimmed = heading.trimEnd();
  const content = trimmed.endsWith('}') ? trimmed.slice(0, -1) : heading;
  const open = content.indexOf('{', content.lastIndexOf('}') + 1);
  return open < 0 ? heading : heading.slice(0, open);
}

function endOfSection(
  headings: readonly Heading[],
  from: number,
  level: number,
): number | undefined {
  let index = from;
  while (index < headings.length && itemAt(headings, index).level > level) {
    index++;
  }
  return headings[index]?.start;
}
