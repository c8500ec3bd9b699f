/** An entry of a list of contents, whose title a row of dots leads on to a page. */
interface ContentsEntry {
  readonly title: string;
  readonly page: string;
}

const FEWEST_DOTS = 5;

/** Backwards from the end, since a line may be of nothing but dots, of any length. */
function contentsEntry(line: string): ContentsEntry | undefined {
  const page = /[.·…_]\s?(\d{1,4}|[ivxlc]{1,8})$/iu.exec(line)?.[1];
  if (page === undefined) {
    return undefined;
  }
  let dots = 0;
  let end = line.length - page.length;
  for (; /[.·…_\s]/u.test(line.charAt(end - 1)); end -= 1) {
    dots += line.charAt(end - 1) === ' ' ? 0 : 1;
  }
  return dots < FEWEST_DOTS ? undefined : { title: line.slice(0, end), page };
}

/** Whether a line ends in a row of dots and the number of a page. */
export function isContentsEntry(line: string): boolean {
  return contentsEntry(line) !== undefined;
}

/** An entry with an ellipsis for its dots, which nobody reads or searches; other text as it is. */
export function withoutLeader(text: string): string {
  const entry = contentsEntry(text);
  return entry ? `${entry.title} … ${entry.page}`.trimStart() : text;
}
