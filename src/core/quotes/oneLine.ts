/** The end of a line with what begins the next one in a block of Markdown. */
const LINE_BREAK = /\r?\n[^\S\r\n]*(?:>[^\S\r\n]*)*/g;

/** Words of a note on one line, without what sets the lines of a block off. */
export function quotedOnOneLine(words: string): string {
  return words.replace(LINE_BREAK, ' ').replace(/\s+/gu, ' ').trim();
}
