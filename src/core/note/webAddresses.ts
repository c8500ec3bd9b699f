import type { Span } from '../model';

/** A scheme is short, which keeps a long word from being looked at again from each of its letters. */
const ADDRESS =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|mailto:|doi:)[^\s<>"“”«»]+/giu;
/** What every address has in it, and the units that may stand before it. */
const MARK = /:\/\/|www\.|mailto:|doi:/giu;
const LONGEST_SCHEME = 21;
const TRAILING = /(?<![.,:;!?'’)\]}*_~])[.,:;!?'’)\]}*_~]+$/;

/** The URLs that stand in a text as they are, without the punctuation behind them. */
export function addressesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let end = 0;
  const [marks, address] = [new RegExp(MARK), new RegExp(ADDRESS)];
  // Marks are rare, and what looks for them is ten times as fast as what looks for addresses.
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    address.lastIndex = Math.max(end, mark.index - LONGEST_SCHEME);
    const next = address.exec(text);
    if (next === null) {
      break;
    }
    const { 0: all, index } = next;
    found.push({ start: index, end: index + all.length - trailing(all) });
    end = index + all.length;
    marks.lastIndex = end;
  }
  return found;
}

/** How much of an address is the sentence's; a bracket that it opens itself is its own. */
function trailing(address: string): number {
  const tail = TRAILING.exec(address.slice(-80))?.[0] ?? '';
  const own = address.includes('(') && tail.startsWith(')') ? 1 : 0;
  return tail.length - own;
}
