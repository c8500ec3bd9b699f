import { isBlankUnit } from '../../../text/lines';
import {
  BACKSLASH,
  CLOSE_PAREN,
  GREATER_THAN,
  LESS_THAN,
  LINE_FEED,
  OPEN_PAREN,
  QUOTE,
  SPACE_UNIT,
} from '../../../text/characters';

const APOSTROPHE = 0x27;

/** How deep parentheses nest in a target, as in CommonMark. */
const DEEPEST_PARENTHESES = 32;

/**
 * The offset behind `target "title")`, given that of the target's start; -1 if this is no link.
 * Failing is cheap: at the first blank, bracket or parenthesis too many.
 */
export function linkTargetEnd(text: string, start: number, end: number): number {
  let i = skipSpace(text, start, end);
  const targetEnd = destinationEnd(text, i, end);
  if (targetEnd < 0) {
    return -1;
  }
  i = skipSpace(text, targetEnd, end);
  if (i < end && text.charCodeAt(i) !== CLOSE_PAREN) {
    const titleEnd = i > targetEnd ? linkTitleEnd(text, i, end) : -1;
    if (titleEnd < 0) {
      return -1;
    }
    i = skipSpace(text, titleEnd, end);
  }
  return i < end && text.charCodeAt(i) === CLOSE_PAREN ? i + 1 : -1;
}

/** The offset behind a link's destination, which may be empty; -1 if it is malformed. */
export function destinationEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) === LESS_THAN) {
    for (let i = start + 1; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === GREATER_THAN) {
        return i + 1;
      }
      if (unit === LINE_FEED || unit === LESS_THAN) {
        return -1;
      }
    }
    return -1;
  }
  let depth = 0;
  let i = start;
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) {
      i++;
    } else if (unit === OPEN_PAREN) {
      depth++;
      if (depth > DEEPEST_PARENTHESES) {
        return -1;
      }
    } else if (unit === CLOSE_PAREN) {
      if (depth === 0) {
        break;
      }
      depth--;
    } else if (unit <= SPACE_UNIT) {
      break;
    }
  }
  return depth === 0 ? Math.min(i, end) : -1;
}

/** The offset behind a quoted link title; -1 if there is none. */
export function linkTitleEnd(text: string, start: number, end: number): number {
  const open = text.charCodeAt(start);
  if (open !== QUOTE && open !== APOSTROPHE && open !== OPEN_PAREN) {
    return -1;
  }
  const close = open === OPEN_PAREN ? CLOSE_PAREN : open;
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) {
      i++;
    } else if (unit === close) {
      return i + 1;
    } else if (unit === OPEN_PAREN && open === OPEN_PAREN) {
      return -1;
    }
  }
  return -1;
}

function skipSpace(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && (isBlankUnit(text.charCodeAt(i)) || text.charCodeAt(i) === LINE_FEED)) {
    i++;
  }
  return i;
}
