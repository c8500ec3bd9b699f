import type {
  Difference,
  QuotationCitation,
  QuoteCheck,
} from '../../../../src/core/quotes/quoteCheck';
import type { Passage } from '../../../../src/core/library/document';
import type { SourceId } from '../../../../src/core/model';

/** A note with one quotation, and what checking it shows. */
export interface MarkedNote {
  readonly text: string;
  readonly check: QuoteCheck;
}

/**
 * A note out of a text with marks: the quotation is between “ and ”, or else all that is between
 * ⟦ and ⟧ as a block; `{quoted|source}` is a difference; ‹ and › are around a citation, and « and »
 * around the place that it names. What is not marked is absent.
 */
export function markedNote(marked: string, more: Partial<QuoteCheck> = {}): MarkedNote {
  let text = '';
  const differences: Difference[] = [];
  const places = new Map<string, number>();
  for (const [part, quoted, source] of marked.matchAll(/\{([^|{}]*)\|([^{}]*)\}|[^{]/gsu)) {
    if (quoted === undefined || source === undefined) {
      if ('⟦⟧‹›«»'.includes(part)) {
        places.set(part, text.length);
      } else {
        places.set(part, part === '“' ? text.length : text.length + part.length);
        text += part;
      }
      continue;
    }
    const isRecased = quoted.toUpperCase() === source.toUpperCase();
    const kind =
      quoted === '' ? 'dropped' : source === '' ? 'added' : isRecased ? 'recased' : 'changed';
    const start = text.length;
    text += quoted;
    differences.push({ kind, quoted, source, start, end: text.length });
  }
  const isBlock = places.has('⟦');
  const [open, close] = isBlock ? ['⟦', '⟧'] : ['“', '”'];
  const outer = { start: places.get(open) ?? 0, end: places.get(close) ?? text.length };
  const inner = isBlock ? outer : { start: outer.start + 1, end: outer.end - 1 };
  const citation = citationOf(text, places);
  return {
    text,
    check: {
      quotation: { ...inner, outer, kind: isBlock ? 'block' : 'marks' },
      verdict: differences.length > 0 ? 'altered' : 'verbatim',
      others: [],
      differences,
      remarks: [],
      ...(citation && { citation }),
      ...more,
    },
  };
}

function citationOf(
  text: string,
  places: ReadonlyMap<string, number>,
): QuotationCitation | undefined {
  const [start, end] = [places.get('‹'), places.get('›')];
  const [first, last] = [places.get('«'), places.get('»')];
  if (start === undefined || end === undefined) {
    return undefined;
  }
  return {
    span: { start, end },
    sources: [SOURCE],
    ...(first !== undefined &&
      last !== undefined && {
        locator: text.slice(first, last),
        locatorSpan: { start: first, end: last },
      }),
  };
}

export const SOURCE = 'lamps' as SourceId;

/** A passage of the one source that is there. */
export function passage(locator: string): Passage {
  return { id: `at ${locator}`, locator, span: { start: 0, end: 40 } };
}

/** A place in the one source that is there. */
export function place(locator: string, text = 'The lamps are lit at night.') {
  return {
    source: SOURCE,
    passage: passage(locator),
    lastPassage: passage(locator),
    locator,
    printed: locator,
    text,
  };
}
