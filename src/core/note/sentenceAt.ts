import type { Span } from '../model';
import { lineEnd } from '../text/lines';
import { sentenceSpans } from '../text/sentenceSpans';
import { trimmedSpan } from '../text/trimmedSpan';
import type { Note } from './note';

/** A sentence of a note. */
export interface SentenceInNote {
  /** As it is read: on one line, without markup, citations and the marks of footnotes. */
  readonly text: string;
  /** Where it stands. */
  readonly span: Span;
}

/** What is further off, in UTF-16 units, is of another sentence, even in a paragraph without end. */
const REACH = 5_000;

/** A line that begins something of its own: an item of a list or a row of a table. */
const BEGINNING = /^[\s>]*(?:[-*+•–]\s|\.+\s|\(?\w{1,3}[.)]\s|\\item\b|\|)/;

/**
 * The sentence of a note at an offset; behind the last of a paragraph, that one. Undefined where
 * there is no prose: in code, between paragraphs, in the front matter.
 */
export function sentenceAt(note: Note, at: number): SentenceInNote | undefined {
  const read = note.read(paragraphAt(note, at));
  const line = read.text.replace(/\s/g, ' ');
  const spans = sentenceSpans(line)
    .map((span) => trimmedSpan(line, span))
    .filter(({ start, end }) => start < end);
  const sentences = spans.map((span) => ({
    text: onOneLine(line.slice(span.start, span.end)),
    span: read.spanOf(span),
  }));
  return sentences.filter(({ span }) => span.start <= at).at(-1) ?? sentences[0];
}

/** What is read of a stretch of a note, as of a selection; undefined where that is nothing. */
export function readStretch(note: Note, span: Span): SentenceInNote | undefined {
  const read = note.read(span);
  const words = trimmedSpan(read.text, { start: 0, end: read.text.length });
  return words.start === words.end
    ? undefined
    : {
        text: onOneLine(read.text.slice(words.start, words.end)),
        span: read.spanOf(words),
      };
}

/** Without the blanks that markup, such as a citation before the full stop, has left. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ (?=[.,;:!?])/g, '');
}

/** The lines around an offset that belong to one paragraph, item, row or heading. */
function paragraphAt(note: Note, at: number): Span {
  const { text } = note;
  let start = lineStart(text, at);
  let end = lineEnd(text, at);
  if (!hasProse(note, { start, end })) {
    return { start, end: start };
  }
  while (start > Math.max(0, at - REACH) && !begins(note, { start, end: lineEnd(text, start) })) {
    const before = { start: lineStart(text, start - 1), end: start - 1 };
    if (!hasProse(note, before) || isHeading(note, before)) {
      break;
    }
    start = before.start;
  }
  while (
    end < Math.min(text.length, at + REACH) &&
    !isHeading(note, { start: lineStart(text, end), end })
  ) {
    const next = { start: end + 1, end: lineEnd(text, end + 1) };
    if (!hasProse(note, next) || begins(note, next)) {
      break;
    }
    end = next.end;
  }
  return { start: Math.max(start, at - REACH), end: Math.min(end, at + REACH) };
}

function hasProse(note: Note, line: Span): boolean {
  return note.read(line).text.trim() !== '';
}

function begins(note: Note, line: Span): boolean {
  return BEGINNING.test(note.text.slice(line.start, line.end)) || isHeading(note, line);
}

function isHeading(note: Note, line: Span): boolean {
  return note.zones.touches(line, ['heading']);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
