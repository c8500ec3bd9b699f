/** How text is written into notes: what the markup would take for its own is escaped. */
export interface NoteWriting {
  /** Text that is to be read as it stands. */
  readonly text: (text: string) => string;
  /** A title that is set in italics. */
  readonly italic: (title: string) => string;
  /** A web address. */
  readonly address: (url: string) => string;
  /** Words in quotation marks; those within them are single ones already. */
  readonly quoted: (words: string) => string;
  /** Lines of a block quotation, from its paragraphs, with the citation behind the last of them. */
  readonly block: (paragraphs: readonly string[], citation: string) => readonly string[];
  /** What begins the lines of a block at a place whose line begins so, in lists and quotes. */
  readonly linePrefix: (line: string) => string;
}

/** Writes words in quotation marks, given how text is escaped. */
export function quotedWith(text: (words: string) => string): (words: string) => string {
  return (words) => `“${text(words)}”`;
}

/** Paragraphs, escaped, with blank lines between them and a citation behind the last. */
export function blockQuotationLines(
  paragraphs: readonly string[],
  citation: string,
  text: (words: string) => string,
): readonly string[] {
  const last = paragraphs.length - 1;
  return paragraphs.flatMap((paragraph, index) => {
    const written = index === last ? `${text(paragraph)}${citation}` : text(paragraph);
    return index === 0 ? [written] : ['', written];
  });
}

/** The blanks that a line begins with. */
export function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
