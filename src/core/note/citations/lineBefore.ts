/** UTF-16 units of a line that are looked at before a place in it. */
const LONGEST_LINE = 1000;

/** What stands on a line before an offset, of a long line the end of it. */
export function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}
