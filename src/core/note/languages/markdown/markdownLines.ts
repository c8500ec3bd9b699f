import { destinationEnd, linkTitleEnd } from './linkTarget';
import { closingBracket, isBlankUnit, runLength, skipBlanks } from '../../../text/lines';
import {
  BACKTICK,
  CARET,
  COLON,
  EQUALS,
  HASH,
  HYPHEN,
  OPEN_BRACKET,
  STAR,
  TILDE,
} from '../../../text/characters';

const PLUS = 0x2b;

/** The length of the marks that open a fenced code block at `content`; 0 if none do. */
export function fenceLength(text: string, content: number, end: number): number {
  const unit = text.charCodeAt(content);
  if (unit !== BACKTICK && unit !== TILDE) {
    return 0;
  }
  const length = runLength(text, content, end);
  if (length < 3) {
    return 0;
  }
  // A backtick behind makes it a code span.
  const backtick = unit === BACKTICK ? text.indexOf('`', content + length) : -1;
  return backtick >= 0 && backtick < end ? 0 : length;
}

/** Whether a heading begins at `content`. */
export function isHeading(text: string, content: number, end: number): boolean {
  if (text.charCodeAt(content) !== HASH) {
    return false;
  }
  const length = runLength(text, content, end);
  const behind = content + length;
  return length <= 6 && (behind === end || isBlankUnit(text.charCodeAt(behind)));
}

/** Whether a line makes a heading of the paragraph above it: "===" or "---". */
export function isUnderline(text: string, content: number, end: number): boolean {
  const unit = text.charCodeAt(content);
  return (
    (unit === EQUALS || unit === HYPHEN) &&
    skipBlanks(text, content + runLength(text, content, end), end) === end
  );
}

/** The length of a list marker; 0 for anything else, such as a rule of stars. */
export function markerLength(text: string, content: number, end: number): number {
  const unit = text.charCodeAt(content);
  let i = content;
  if (unit === HYPHEN || unit === PLUS || unit === STAR) {
    i++;
  } else {
    while (i < end && i - content < 9 && isDigit(text.charCodeAt(i))) {
      i++;
    }
    if (i === content || !'.)'.includes(text[i] ?? ' ')) {
      return 0;
    }
    i++;
  }
  if (i < end && !isBlankUnit(text.charCodeAt(i))) {
    return 0;
  }
  return isRule(text, content, end) ? 0 : i - content;
}

function isRule(text: string, content: number, end: number): boolean {
  const unit = text.charCodeAt(content);
  if (unit !== HYPHEN && unit !== STAR) {
    return false;
  }
  let marks = 0;
  for (let i = content; i < end; i++) {
    const other = text.charCodeAt(i);
    if (other === unit) {
      marks++;
    } else if (!isBlankUnit(other)) {
      return false;
    }
  }
  return marks >= 3;
}

/** Whether a "[^label]:" stands at `content`. */
export function isFootnoteDefinition(text: string, content: number, end: number): boolean {
  if (text.charCodeAt(content) !== OPEN_BRACKET || text.charCodeAt(content + 1) !== CARET) {
    return false;
  }
  const close = closingBracket(text, content + 2, end);
  return close > 0 && text.charCodeAt(close + 1) === COLON;
}

/** Whether what follows a "[label]:" is a destination and perhaps a title, and nothing else. */
export function isDefinition(text: string, start: number, end: number): boolean {
  const destination = skipBlanks(text, start, end);
  const behind = destination < end ? destinationEnd(text, destination, end) : -1;
  if (behind < 0) {
    return false;
  }
  const title = skipBlanks(text, behind, end);
  if (title === end) {
    return true;
  }
  const titleEnd = title > behind ? linkTitleEnd(text, title, end) : -1;
  return titleEnd > 0 && skipBlanks(text, titleEnd, end) === end;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
