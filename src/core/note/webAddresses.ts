import type { Span } from '../model';

/** A scheme is short, which keeps a long word from being looked at again from each of its letters. */
const ADDRESS =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|mailto:|doi:)[^\s<>"“”«»]+/giu;
const TRAILING = /(?<![.,:;!?'’)\]}*_~])[.,:;!?'’)\]}*_~]+$/;

/** The URLs that stand in a text as they are, without the punctuation behind them. */
export function addressesIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(ADDRESS), ({ index, 0: address }) => ({
    start: index,
    end: index + address.length - trailing(address),
  }));
}

/** How much of an address is the sentence's; a bracket that it opens itself is its own. */
function trailing(address: string): number {
  const tail = TRAILING.exec(address.slice(-80))?.[0] ?? '';
  const own = address.includes('(') && tail.startsWith(')') ? 1 : 0;
  return tail.length - own;
}
