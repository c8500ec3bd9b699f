import { lazy } from '../../util/lazy';
import type { Span } from '../model';
import { SpanSet } from '../text/spanSet';
import { referenceLists } from './referenceLists';
import type { HiddenRanges } from './hiddenRanges';
import type { CollectedMarkup, ToldQuotation } from './markup';

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
 * holds no prose. Each kind is gathered when it is first asked for.
 * @param quotations those that markup and marks tell
 * @param addresses those that stand in the text as they are
 */
export function zonesOf(
  text: string,
  hidden: HiddenRanges,
  { headings, link, reference }: CollectedMarkup,
  quotations: () => readonly ToldQuotation[],
  addresses: () => readonly Span[],
): Zones {
  const sets: Readonly<Record<ZoneKind, () => SpanSet>> = {
    markup: lazy(() => new SpanSet([...spansOf(hidden), ...addresses()])),
    heading: lazy(() => new SpanSet(headings)),
    link: lazy(() => new SpanSet(link)),
    quotation: lazy(() => new SpanSet(quotations().map(({ outer }) => outer))),
    reference: lazy(() => new SpanSet([...reference, ...referenceLists(text, headings)])),
  };
  return {
    touches: (span, kinds) => kinds.some((kind) => sets[kind]().touches(span)),
    of: (kind) => sets[kind]().spans,
  };
}

function spansOf(hidden: HiddenRanges): readonly Span[] {
  return Array.from({ length: hidden.count }, (_, index) => ({
    start: hidden.start(index),
    end: hidden.end(index),
  }));
}
