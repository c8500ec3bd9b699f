import type { Span } from '../../../../core/model';
import type { LinkTarget } from './pageModel';
import type { TextPage } from './textPage';

/**
 * The link at a place of a page, or else the only one on its line.
 *
 * @param lineStart where the line of the place begins
 */
export function linkAt(
  { text, links }: Pick<TextPage, 'text' | 'links'>,
  caret: number,
  lineStart: number,
): LinkTarget | 'none' | 'several' {
  const lineEnd = text.indexOf('\n', lineStart);
  const onLine = links.filter(({ span }) => span.start >= lineStart && span.end <= lineEnd);
  // A caret between two links is at the one that it stands before.
  const at = onLine.filter(({ span }) => holds(span, caret)).at(-1);
  if (at !== undefined) {
    return at.target;
  }
  const [only, ...others] = onLine;
  return only === undefined ? 'none' : others.length > 0 ? 'several' : only.target;
}

function holds({ start, end }: Span, caret: number): boolean {
  return start <= caret && caret <= end;
}
