import type { Span } from '../model';
import type { Note } from '../note/note';
import { lineEnd, nextLine, skipBlanks, trimEnd } from '../text/lines';

/** A paragraph of a note, an item of a list or a block quotation. */
export interface ProseBlock extends Span {
  readonly isItem: boolean;
}

const ITEM = /^(?:[-*+•–—]|\(?\p{Nd}{1,3}[.)]|\(?\p{Ll}[.)]|#\.|\\item\b)(?=[\s[])/u;
/** A row of a table, or what only draws one. */
const TABLE = /^(?:\||\+[-=+]+\+|[|:\s-]+$)|^[^|]*\|[^|]*\|/u;
/** A command that stands alone on its line, such as `\begin{abstract}`. */
const COMMAND =
  /^\\(?:begin|end|section|subsection|chapter|paragraph|label|caption|title|author|date)\b/u;
/** UTF-16 units of a line that tell what it is. */
const LONGEST_BEGINNING = 400;

/** The blocks of a note's text, in order, without headings, tables and front matter. Linear in it. */
export function proseBlocks({
  text,
  zones,
  frontMatter,
}: Pick<Note, 'text' | 'zones' | 'frontMatter'>): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let open: { readonly start: number; readonly isItem: boolean; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined) {
      blocks.push(open);
      open = undefined;
    }
  };
  for (let line = frontMatter?.end ?? 0; line < text.length;) {
    const end = lineEnd(text, line);
    const start = skipBlanks(text, line, end);
    const last = trimEnd(text, start, end);
    const beginning = text.slice(start, Math.min(last, start + LONGEST_BEGINNING));
    if (
      start === last ||
      isTableRow(beginning) ||
      COMMAND.test(beginning) ||
      zones.touches({ start, end: last }, ['heading'])
    ) {
      close();
    } else {
      const isItem = ITEM.test(beginning);
      if (isItem) {
        close();
      }
      open ??= { start, isItem, end: last };
      open.end = last;
    }
    line = nextLine(text, end);
    if (end === text.length) {
      break;
    }
  }
  close();
  return blocks;
}

/** In LaTeX cells have "&" between, and a row ends in two backslashes. */
function isTableRow(line: string): boolean {
  return TABLE.test(line) || (line.includes('&') && line.endsWith('\\\\'));
}
