import type { Span } from '../model';

/** A stretch of a text without the blanks at either end; an empty one where there is nothing else. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
