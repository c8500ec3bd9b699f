import type { Span } from '../../model';
import { runLength } from '../../text/lines';

/** A part of a Markdown file that can be parsed by itself. */
export interface MarkdownPiece {
  readonly span: Span;
  /**
   * Not Markdown that anybody writes, and nothing for a parser whose time grows with the square of
   * such things: it is read as plain text.
   */
  readonly isPlain: boolean;
}

/** Pieces are cut when they have so many characters; parsing one takes some milliseconds. */
const LONG_ENOUGH = 2048;
/** No paragraph, list or table that somebody writes is longer. */
const MOST_PIECE_UNITS = 32_768;
/** Nor has a piece so many brackets, stars and strokes: the parser compares each with those before. */
const MOST_MARKS = 2000;
/** Nor are quotes and lists deeper in each other. */
const MOST_CONTAINER_LEVELS = 64;

const LINE = /[^\n\r]*(?:\r\n|\n|\r|$)/y;
const MARKERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/;

/** HTML that goes on over empty lines, and what ends it (CommonMark 0.31, 4.6, kinds 1 to 5). */
const HTML_OVER_BLANKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/**
 * Cuts a Markdown text, from `start`, where nothing goes on: before a line that is not indented,
 * behind an empty one, and not in fenced code or in HTML. What a reader makes of the pieces is what
 * it makes of the whole, but for links and footnotes defined in another piece.
 */
export function* markdownPieces(text: string, start: number): Generator<MarkdownPiece> {
  let from = start;
  let isPlain = false;
  let afterEmpty = false;
  let end: ((line: string) => boolean) | undefined;
  const pieceUpTo = (to: number): MarkdownPiece => ({
    span: { start: from, end: to },
    isPlain: isPlain || to - from > MOST_PIECE_UNITS || marksIn(text.slice(from, to)) > MOST_MARKS,
  });
  for (let at = start; at < text.length;) {
    LINE.lastIndex = at;
    const line = LINE.exec(text)?.[0] ?? '';
    if (end !== undefined) {
      end = end(line) ? undefined : end;
      afterEmpty = false;
    } else {
      const isEmpty = line.trim() === '';
      if (afterEmpty && !isEmpty && !/^[ \t]/.test(line) && at - from >= LONG_ENOUGH) {
        yield pieceUpTo(at);
        from = at;
        isPlain = false;
      }
      isPlain ||= depthOf(line) > MOST_CONTAINER_LEVELS;
      end = endOfOpened(line);
      afterEmpty = isEmpty;
    }
    at += line.length;
  }
  if (from < text.length) {
    yield pieceUpTo(text.length);
  }
}

function marksIn(piece: string): number {
  return piece.match(/[[\]*_~]/g)?.length ?? 0;
}

/** How many quotes and lists are opened at a line. */
function depthOf(line: string): number {
  return MARKERS.exec(line)?.[0].replace(/[ \t\d.)]+/g, '').length ?? 0;
}

/** The run of backticks or tildes that a line begins with, and what is behind it. */
function fenceOf(
  line: string,
): { readonly mark: string; readonly length: number; readonly rest: string } | undefined {
  const indent = /^ {0,3}/.exec(line)?.[0].length ?? 0;
  const mark = line.charAt(indent);
  if (mark !== '`' && mark !== '~') {
    return undefined;
  }
  const length = runLength(line, indent, line.length);
  return { mark, length, rest: line.slice(indent + length) };
}

/** What ends the code or HTML that a line opens, over empty lines; `undefined` where it opens none. */
function endOfOpened(line: string): ((later: string) => boolean) | undefined {
  const fence = fenceOf(line);
  if (fence !== undefined && fence.length >= 3) {
    // Text in backticks on one line is no fence.
    return fence.mark === '`' && fence.rest.includes('`')
      ? undefined
      : (later) => {
          const { mark, length = 0, rest = '' } = fenceOf(later) ?? {};
          return mark === fence.mark && length >= fence.length && rest.trim() === '';
        };
  }
  const [, end] = HTML_OVER_BLANKS.find(([opens]) => opens.test(line)) ?? [];
  const rest = line.replace(/^\s*<(?:!--)?/, '');
  return end === undefined || end.test(rest) ? undefined : (later) => end.test(later);
}
