import type { DocumentHeading } from '../../../core/library/document';
import type { Span } from '../../../core/model';

/** A heading with all that stands under it. */
export interface Section {
  readonly heading: DocumentHeading;
  /** From the heading to where the next section that is not within this one begins. */
  readonly span: Span;
  readonly subsections: readonly Section[];
}

/**
 * The sections at the top of a document, the others within them.
 *
 * @param end where the document's text ends
 */
export function sectionsOf(headings: readonly DocumentHeading[], end: number): readonly Section[] {
  const roots: Section[] = [];
  const sections: (Section & { readonly subsections: Section[] })[] = [];
  for (const [index, heading] of headings.entries()) {
    const section = {
      heading,
      span: { start: heading.span.start, end: endOfSection(headings, index, end) },
      subsections: [],
    };
    sections.push(section);
    const parent = heading.parent === undefined ? undefined : sections[heading.parent];
    (parent?.subsections ?? roots).push(section);
  }
  return roots;
}

/** Where the next section begins that does not lie in the one at `index`. */
function endOfSection(headings: readonly DocumentHeading[], index: number, end: number): number {
  const within = new Set([index]);
  for (let next = index + 1; next < headings.length; next++) {
    const heading = headings[next];
    if (heading?.parent === undefined || !within.has(heading.parent)) {
      return heading?.span.start ?? end;
    }
    within.add(next);
  }
  return end;
}
