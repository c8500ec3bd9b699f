import type { TextLine } from './textLines';
import { endsSentence, isFull } from './textLines';
import { underlineLevel } from '../../text/textHeadings';

/** Lines of a plain text that make one block. */
export interface TextPiece {
  readonly lines: readonly TextLine[];
  /** Empty lines, or the ends of the text, are before and behind it. */
  readonly isAlone: boolean;
  /** Of an underlined heading; its underline is not among the lines. */
  readonly underline?: number;
  /** Of an item of a list, how many characters of its first line are its bullet. */
  readonly bullet?: number;
}

/** A line of nothing but marks, which parts sections and has no words. */
const RULE = /^(?:[-=_*~#•] ?){3,}$/u;
const BULLET = /^[-*•‣▪◦●○] +(?=\S)/u;
/** The number is kept as text, since numbered paragraphs are cited by it. */
const NUMBER = /^\(?(?:\d{1,3}|[a-z])[.)] +(?=\S)/iu;

/**
 * Takes a group of lines apart. `width` is where the text is hard-wrapped; `undefined` makes every
 * line a piece.
 */
export function textPieces(
  group: readonly TextLine[],
  width: number | undefined,
): readonly TextPiece[] {
  const [first, second] = group;
  const underline = first && second ? underlineLevel(first.text, second.text) : undefined;
  if (first && underline !== undefined) {
    const isAlone = group.length === 2;
    return [{ lines: [first], isAlone, underline }, ...bodyPiecesOf(group.slice(2), width)];
  }
  return bodyPiecesOf(group, width);
}

function bodyPiecesOf(group: readonly TextLine[], width: number | undefined): readonly TextPiece[] {
  // One number alone may as well open a paragraph, or be the end of a sentence.
  const hasNumbers = group.filter(({ text }) => NUMBER.test(text)).length > 1;
  const pieces: { lines: TextLine[]; bullet?: number }[] = [];
  for (const [at, line] of group.entries()) {
    if (RULE.test(line.text)) {
      continue;
    }
    const before = group[at - 1];
    const piece = pieces.at(-1);
    const canOpen =
      !before || !piece || width === undefined || canEnd(before, line, width, piece.bullet);
    const bullet = canOpen ? bulletOf(line, hasNumbers) : undefined;
    if (bullet !== undefined) {
      pieces.push({ lines: [line], bullet });
    } else if (!before || !piece || width === undefined || isParted(before, line, width, piece)) {
      pieces.push({ lines: [line] });
    } else {
      piece.lines.push(line);
    }
  }
  return pieces.map((piece) => ({ ...piece, isAlone: pieces.length === 1 }));
}

/** The length of the mark that makes a line an item: none of its text, where it is a number. */
function bulletOf({ text }: TextLine, hasNumbers: boolean): number | undefined {
  const bullet = BULLET.exec(text);
  if (bullet) {
    return bullet[0].length;
  }
  return hasNumbers && NUMBER.test(text) ? 0 : undefined;
}

/** Whether a list can go on or begin behind a line: not amid a sentence that was broken there. */
function canEnd(line: TextLine, next: TextLine, width: number, bullet?: number): boolean {
  return bullet !== undefined || endsSentence(line.text) || !isFull(line, next, width);
}

/** Whether a paragraph ends at a line although no empty line follows. */
function isParted(
  line: TextLine,
  next: TextLine,
  width: number,
  piece: { readonly bullet?: number },
): boolean {
  if (piece.bullet !== undefined) {
    return false;
  }
  const isIndented = next.indent >= line.indent + 2 && endsSentence(line.text);
  const isShort = !isFull(line, next, width) && !/^\p{Ll}/u.test(next.text);
  return isIndented || isShort;
}
