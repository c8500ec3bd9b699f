import type { Span } from '../model';

/** The list of items in a JSON text, and where each of them stands. */
export interface JsonList extends Span {
  readonly items: readonly Span[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Finds the list that valid JSON is, or that it holds under "items"; `undefined` when it is and holds
 * none. The list is given with its brackets. Offsets are UTF-16; one pass, without a tree.
 */
export function jsonListIn(text: string): JsonList | undefined {
  let list: JsonList | undefined;
  let items: Span[] = [];
  let depth = 0;
  /** The depth within the list at hand; -1 outside of it. */
  let listDepth = -1;
  let listStart = 0;
  let itemStart = -1;
  let itemEnd = 0;
  let lastString = '';
  const endItem = (): void => {
    if (itemStart >= 0) {
      items.push({ start: itemStart, end: itemEnd });
    }
    itemStart = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20) {
      continue;
    }
    const start = at;
    if (unit === COMMA && depth === listDepth) {
      endItem();
      continue;
    }
    if (unit === QUOTE) {
      at = closingQuote(text, at);
      lastString = depth === 1 ? text.slice(start, at + 1) : lastString;
    } else if (unit === CLOSE_BRACKET || unit === CLOSE_BRACE) {
      depth--;
      if (depth < listDepth) {
        endItem();
        list = { start: listStart, end: at + 1, items };
        listDepth = -1;
        continue;
      }
    } else if (unit === OPEN_BRACKET || unit === OPEN_BRACE) {
      depth++;
      const isList = depth === 1 || (depth === 2 && lastString === '"items"');
      if (unit === OPEN_BRACKET && listDepth < 0 && isList) {
        listDepth = depth;
        listStart = at;
        items = [];
        continue;
      }
    }
    if (listDepth >= 0) {
      itemStart = itemStart < 0 ? start : itemStart;
      itemEnd = at + 1;
    }
  }
  return list;
}

/** The offset of the quotation mark that ends the string at `start`. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) {
      escapes++;
    }
    if (escapes % 2 === 0) {
      return at;
    }
  }
  return text.length;
}
