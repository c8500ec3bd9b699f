const ENVIRONMENT_END = /\\end\{/gi;
const LONGEST = 20;
const CLOSING_WORDS = ['#+end_quote', '</blockquote>'];

/**
 * Where the words of a block quotation end: the offset in the block of all that closes it, in any
 * language. Read from the end, since an expression would begin again at each of the signs.
 */
export function blockEnd(block: string): number {
  for (let end = block.length; ;) {
    const tail = block.slice(Math.max(0, end - LONGEST), end).toLowerCase();
    const word = CLOSING_WORDS.find((closing) => tail.endsWith(closing));
    const last = block.charAt(end - 1);
    let start = end;
    if (word !== undefined) {
      start -= word.length;
    } else if (last === '}') {
      ENVIRONMENT_END.lastIndex = block.lastIndexOf('}', end - 2) + 1;
      const begun = ENVIRONMENT_END.exec(block)?.index ?? end;
      start = Math.min(begun, end);
    } else if (last === '_' || last === '"') {
      while (block.charAt(start - 1) === last) {
        start -= 1;
      }
      start = end - start >= (last === '_' ? 4 : 2) ? start : end;
    } else if (/^[>\s]$/.test(last)) {
      start -= 1;
    }
    if (start === end) {
      return end;
    }
    end = start;
  }
}
