/** `text` without line breaks and control characters, its runs of blanks made one. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The first `width` units of `line` at most, the ellipsis included; cut at a word where that leaves enough. */
export function cutEnd(line: string, width: number): string {
  if (line.length <= width) {
    return line;
  }
  const blank = line.lastIndexOf(' ', width - 1);
  return `${line.slice(0, blank > width / 2 ? blank : characterStart(line, width - 1))}…`;
}

/** `offset`, moved back when it would split a character outside the basic plane. */
export function characterStart(line: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(line.charAt(offset)) ? offset - 1 : offset;
}
