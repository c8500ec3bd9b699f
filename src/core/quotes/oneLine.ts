/** The end of a paragraph with the mark that opens a quotation again in the next one. */
const OPENED_AGAIN = /\r?\n[^\S\r\n]*\r?\n\s{0,40}["“”„«»‹›‘‚「『`]+/g;
/** The end of a line with what begins the next one in a block of Markdown. */
export const LINE_BREAK = /\r?\n[^\S\r\n]*(?:>[^\S\r\n]*)*/g;

/** Words of a note on one line, without what sets lines of a block and paragraphs of a quotation off. */
export function quotedOnOneLine(words: string): string {
  return words.replace(OPENED_AGAIN, ' ').replace(LINE_BREAK, ' ').replace(/\s+/gu, ' ').trim();
}
