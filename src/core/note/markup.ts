import type { Span } from '../model';
import type { Heading } from './referenceLists';
import type { MarkedKind, MarkupEvents } from './markupEvents';
import type { Quotation } from './quotations/quotation';

/** A quotation as markup or marks tell it. The span is that of its words. */
export type ToldQuotation = Quotation;

/** What markup prints in the place of what stands there up to an offset, or of what is hidden of it. */
export interface Printed {
  readonly text: string;
  readonly end: number;
}

const ZONE_OF_ELEMENT: ReadonlyMap<string, MarkedKind | 'marks' | 'block' | 'raised'> = new Map([
  ['a', 'link'],
  ['cite', 'reference'],
  ['q', 'marks'],
  ['blockquote', 'block'],
  ['sup', 'raised'],
]);
const HTML_HEADING = /^h[1-6]$/;

/** What a scanner has told of a text. */
export class CollectedMarkup implements MarkupEvents {
  readonly headings: Heading[] = [];
  readonly link: Span[] = [];
  readonly reference: Span[] = [];
  readonly quotations: ToldQuotation[] = [];
  /** What markup prints, by where it begins. */
  readonly printed = new Map<number, Printed>();
  /** The opening tags of elements of HTML that have not ended yet. */
  private readonly openElements = new Map<string, Span>();

  constructor(private readonly text: string) {}

  mark(kind: MarkedKind, start: number, end: number): void {
    this[kind].push({ start, end });
  }

  quotation(
    kind: Quotation['kind'],
    start: number,
    end: number,
    wordsStart: number,
    wordsEnd: number,
  ): void {
    this.quotations.push({
      kind,
      outer: { start, end },
      start: wordsStart,
      end: Math.max(wordsStart, wordsEnd),
    });
  }

  print(at: number, text: string, end = at): void {
    this.printed.set(at, { text, end });
  }

  heading(start: number, end: number, level: number): void {
    this.headings.push({ start, end, level });
  }

  tag(name: string, isClosing: boolean, start: number, end: number): void {
    const kind = ZONE_OF_ELEMENT.get(name);
    const isHeading = HTML_HEADING.test(name);
    if (kind === undefined && !isHeading) {
      return;
    }
    if (!isClosing) {
      this.openElements.set(name, { start, end });
      return;
    }
    const opening = this.openElements.get(name);
    if (opening === undefined) {
      return;
    }
    this.openElements.delete(name);
    if (kind === undefined) {
      this.heading(opening.start, end, Number(name.charAt(1)));
    } else if (kind === 'raised') {
      if (this.isNoteMark(opening, start)) {
        this.mark('reference', opening.start, end);
      }
    } else if (kind === 'marks' || kind === 'block') {
      this.quotation(kind, opening.start, end, opening.end, start);
    } else {
      this.mark(kind, opening.start, end);
    }
  }

  /** Whether what is raised is the mark of a note, and no power or ordinal. */
  private isNoteMark(opening: Span, end: number): boolean {
    return (
      end - opening.end <= LONGEST_MARK &&
      NOTE_MARK.test(this.text.slice(opening.end, end)) &&
      BEFORE_MARK.test(this.text.slice(Math.max(0, opening.start - 3), opening.start))
    );
  }
}

const LONGEST_MARK = 5;
const NOTE_MARK = /^\[?\d{1,3}\]?$/;
const BEFORE_MARK = /(?:\p{L}{3}|[.,;:!?…)\]"”’'»])$/u;
