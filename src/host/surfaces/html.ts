/**
 * HTML of a webview: what is put in between is text, and `showPage` takes nothing else. A class, so
 * that HTML is told from text when it runs, too.
 */
export class Html {
  constructor(private readonly markup: TrustedMarkup) {}

  toString(): string {
    return this.markup;
  }
}

declare const trusted: unique symbol;

/** Known to this file alone, so that no other makes HTML of a string. */
type TrustedMarkup = string & { readonly [trusted]: true };

/**
 * HTML as it stands in our code, with text or other HTML in its gaps: htmlOf`<p title="${text}">`.
 * Attributes with gaps have
 * to be in double quotes.
 */
export function htmlOf(
  strings: TemplateStringsArray,
  ...gaps: readonly (string | Html | readonly Html[])[]
): Html {
  const pieces = strings.map((fixed, at) => fixed + filled(gaps[at] ?? ''));
  return new Html(pieces.join('') as TrustedMarkup);
}

function filled(gap: string | Html | readonly Html[]): string {
  if (typeof gap === 'string') {
    return escaped(gap);
  }
  return (gap instanceof Html ? [gap] : gap).map((one) => one.toString()).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
