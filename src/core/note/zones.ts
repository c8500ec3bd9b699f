import type { Span } from '../model';
import { markupOf } from './languages';
import { HiddenRanges } from './hiddenRanges';
import type { MarkedKind, ZoneMarks } from './zoneMarks';
import { SpanSet } from '../text/spanSet';
import { bibliographies, type Heading } from './bibliography';
import { quotationsInMarks } from './quotationMarks';
import { addressesIn } from './webAddresses';

/**
 * What a stretch of a note is besides running prose. `markup` is what no term is looked for in:
 * code, math, URLs, front matter, comments.
 */
export type ZoneKind = 'markup' | 'heading' | 'link' | 'quotation' | 'reference';

/** The zones of one text. */
export interface Zones {
  /**
   * Whether a stretch of text touches a zone of one of these kinds. An empty span is a caret: one at
   * the edge of a zone is outside.
   */
  touches(span: Span, kinds: readonly ZoneKind[]): boolean;

  /** The zones of a kind in order, without overlap, none of them empty. */
  of(kind: ZoneKind): readonly Span[];
}

/**
 * The zones of a text: headings; links with their text; quotations, as blocks and in quotation marks;
 * footnotes, citations, and the list of references under a heading that says so; and all markup that
 * holds no prose. One pass more than the matcher's over the text, linear in its length whatever it
 * holds.
 * @param language a VS Code language id; unknown ones are plain text
 */
export function zonesOf(text: string, language: string): Zones {
  const marks = new CollectedMarks();
  const hidden = new HiddenRanges(marks);
  markupOf(language).hide(text, hidden);
  const markup: Span[] = [];
  for (let index = 0; index < hidden.count; index++) {
    markup.push({ start: hidden.start(index), end: hidden.end(index) });
  }
  const { headings, link, quotation, reference } = marks;
  const sets: Readonly<Record<ZoneKind, SpanSet>> = {
    markup: new SpanSet([...markup, ...addressesIn(text)]),
    heading: new SpanSet(headings),
    link: new SpanSet(link),
    quotation: new SpanSet([...quotation, ...quotationsInMarks(text, hidden, language)]),
    reference: new SpanSet([...reference, ...bibliographies(text, headings)]),
  };
  return {
    touches: (span, kinds) => kinds.some((kind) => sets[kind].touches(span)),
    of: (kind) => sets[kind].spans,
  };
}

const ZONE_OF_ELEMENT: ReadonlyMap<string, MarkedKind> = new Map<string, MarkedKind>([
  ['a', 'link'],
  ['blockquote', 'quotation'],
  ['q', 'quotation'],
  ['cite', 'reference'],
]);
const HTML_HEADING = /^h[1-6]$/;

class CollectedMarks implements ZoneMarks {
  readonly headings: Heading[] = [];
  readonly link: Span[] = [];
  readonly quotation: Span[] = [];
  readonly reference: Span[] = [];
  /** Where elements of HTML begin that have not ended yet. */
  private readonly openElements = new Map<string, number>();

  mark(kind: MarkedKind, start: number, end: number): void {
    this[kind].push({ start, end });
  }

  heading(start: number, end: number, level: number): void {
    this.headings.push({ start, end, level });
  }

  tag(name: string, isClosing: boolean, at: number): void {
    if (!isClosing) {
      if (ZONE_OF_ELEMENT.has(name) || HTML_HEADING.test(name)) {
        this.openElements.set(name, at);
      }
      return;
    }
    const start = this.openElements.get(name);
    if (start === undefined) {
      return;
    }
    this.openElements.delete(name);
    const kind = ZONE_OF_ELEMENT.get(name);
    if (kind === undefined) {
      this.heading(start, at, Number(name.charAt(1)));
    } else {
      this.mark(kind, start, at);
    }
  }
}
