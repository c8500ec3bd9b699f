import type { Span } from '../model';
import { JsonTokens } from '../text/jsonTokens';

/** The list of items in a JSON text, and where each of them stands. */
export interface JsonList extends Span {
  readonly items: readonly Span[];
}

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
  for (const tokens = new JsonTokens(text); tokens.next().kind !== 'end';) {
    const { kind, start, end } = tokens;
    if (kind === ',' && depth === listDepth) {
      endItem();
      continue;
    }
    if (kind === 'string') {
      lastString = depth === 1 ? text.slice(start, end) : lastString;
    } else if (kind === ']' || kind === '}') {
      depth--;
      if (depth < listDepth) {
        endItem();
        list = { start: listStart, end, items };
        listDepth = -1;
        continue;
      }
    } else if (kind === '[' || kind === '{') {
      depth++;
      const isList = depth === 1 || (depth === 2 && lastString === '"items"');
      if (kind === '[' && listDepth < 0 && isList) {
        listDepth = depth;
        listStart = start;
        items = [];
        continue;
      }
    }
    if (listDepth >= 0) {
      itemStart = itemStart < 0 ? start : itemStart;
      itemEnd = end;
    }
  }
  return list;
}
