/**
 * Elements in which no term is marked: headings and links, which have a look of their own; quotations,
 * which are the words of others; code, math and what a browser does not show as text; and what
 * explains itself already.
 */
const CLOSED = new Set(
  (
    'h1 h2 h3 h4 h5 h6 a button code kbd math option pre samp script style svg textarea title tt var ' +
    'abbr dfn blockquote q'
  ).split(' '),
);
const COMMENT = /<!--[^]*?(?:-->|$)/g;
const TAG = /<(\/?)([a-z][a-z\d-]*)(?=[\s/>])[^<>]*?(\/?)>/gi;

/** Keeps account of the elements around a place in which no term is marked. */
export class ClosedElements {
  /** How many of each are open. */
  private readonly depths = new Map<string, number>();

  /** Whether the place is within one. */
  get surround(): boolean {
    return this.depths.size > 0;
  }

  /** Passes a tag by: of an element that begins (1), ends (-1) or has no content (0). */
  pass(element: string, nesting: number): void {
    if (!CLOSED.has(element) || nesting === 0) {
      return;
    }
    const depth = (this.depths.get(element) ?? 0) + nesting;
    if (depth > 0) {
      this.depths.set(element, depth);
    } else {
      this.depths.delete(element);
    }
  }

  /** Passes by all tags of a piece of HTML. */
  passHtml(html: string): void {
    for (const [, slash, name = '', selfClosing] of html.replace(COMMENT, '').matchAll(TAG)) {
      this.pass(name.toLowerCase(), slash === '/' ? -1 : selfClosing === '/' ? 0 : 1);
    }
  }
}
