import { itemAt, defined } from '../../../util/defined';
import type { Block, Extraction, ExtractionOptions } from '../document';
import { readTextFile } from '../../text/readText';
import { joinLines, WordCounts } from './joinLines';
import { metadataOf, shortText } from './metadata';
import { Pacer } from './pacer';
import {
  type HeadingLine,
  isCapitals,
  isNarrative,
  isQuestion,
  isSpeech,
  numberedLevel,
} from '../../text/textHeadings';
import { lineGroups, type TextLine, wrappedWidth } from './textLines';
import { textPieces, type TextPiece } from './textPieces';

/**
 * Reads a plain text: paragraphs, lists, and the headings that are plain, questions above all.
 * Paragraphs are parted by empty lines; in a text that is not hard-wrapped every line is one. Never
 * rejects.
 */
export async function extractText(
  bytes: Uint8Array,
  options: ExtractionOptions,
): Promise<Extraction> {
  const decoded = await readTextFile(bytes, options.encoding);
  if ('problem' in decoded) {
    return decoded;
  }
  const { text, ...encoding } = decoded;
  // The text is gone through twice: for its lines and words, and for what they make.
  const pacer = new Pacer(options, text.length * 2);
  const groups: (readonly TextLine[])[] = [];
  const counts = new WordCounts();
  for (const group of lineGroups(text)) {
    groups.push(group);
    counts.add(group);
    const position = defined(group.at(-1)).span.end;
    if (pacer.isDue(position)) {
      await pacer.rest(position);
    }
  }
  const width = wrappedWidth(groups);
  const pieces: JoinedPiece[] = [];
  for (const group of groups) {
    for (const piece of textPieces(group, width)) {
      pieces.push({ ...piece, text: joinLines(piece.lines, counts).slice(piece.bullet ?? 0) });
    }
    const position = text.length + defined(group.at(-1)).span.end;
    if (pacer.isDue(position)) {
      await pacer.rest(position);
    }
  }
  const headings = headingsAmong(pieces);
  const blocks = blocksOf(pieces, headings);
  if (blocks.length === 0) {
    return { problem: { kind: 'noText' } };
  }
  const first = headings[0];
  const isTitle = first?.kind === 'capitals' || (first?.kind === 'underlined' && first.level === 1);
  const title = isTitle ? shortText(blocks[0]?.text) : undefined;
  return { document: { format: 'text', ...encoding, metadata: metadataOf({ title }), blocks } };
}

interface JoinedPiece extends TextPiece {
  readonly text: string;
}

/** Which pieces are headings, in the same order; `undefined` for those that are none. */
function headingsAmong(pieces: readonly JoinedPiece[]): readonly (HeadingLine | undefined)[] {
  const numbered = pieces.map(({ text, isAlone, lines }) =>
    isAlone && lines.length === 1 ? numberedLevel(text) : undefined,
  );
  const isStory = isNarrative(pieces.map(({ text }) => text));
  const opensAnswer = ({ text, bullet }: JoinedPiece): boolean =>
    !isStory && bullet === undefined && isQuestion(text) && !isSpeech(text);
  // Between questions and answers, lines of capitals are marks of the page rather than headings.
  const hasCapitals = pieces.filter(opensAnswer).length < 2;
  return pieces.map((piece, at) => {
    const { text, isAlone, lines, underline, bullet } = piece;
    if (underline !== undefined) {
      return { kind: 'underlined', level: underline };
    }
    if (bullet !== undefined) {
      return undefined;
    }
    if (opensAnswer(piece)) {
      return { kind: 'question', level: 1 };
    }
    const level = numbered[at];
    // Neighbours with a number of the same rank make it a list with empty lines between its items.
    if (level !== undefined && numbered[at - 1] !== level && numbered[at + 1] !== level) {
      return at + 1 < pieces.length ? { kind: 'numbered', level } : undefined;
    }
    const isHeading = hasCapitals && isAlone && lines.length === 1 && isCapitals(text);
    return isHeading && at + 1 < pieces.length ? { kind: 'capitals', level: 1 } : undefined;
  });
}

function blocksOf(
  pieces: readonly JoinedPiece[],
  headings: readonly (HeadingLine | undefined)[],
): readonly Block[] {
  let above = 0;
  for (const heading of headings) {
    above = heading && heading.kind !== 'question' ? Math.max(above, heading.level) : above;
  }
  const blocks: Block[] = [];
  let indents: number[] = [];
  for (const [at, { text, lines, bullet }] of pieces.entries()) {
    const original = { start: itemAt(lines, 0).span.start, end: defined(lines.at(-1)).span.end };
    const heading = headings[at];
    if (bullet !== undefined) {
      const indent = itemAt(lines, 0).indent;
      indents = [...indents.filter((other) => other < indent), indent];
      blocks.push({ kind: 'item', text, level: indents.length, original });
      continue;
    }
    indents = [];
    if (heading) {
      // Questions stand below what else divides the text.
      const level = heading.kind === 'question' ? above + 1 : heading.level;
      blocks.push({ kind: 'heading', text, level, original });
    } else {
      blocks.push({ kind: 'paragraph', text, original });
    }
  }
  return blocks;
}
