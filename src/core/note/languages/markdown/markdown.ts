import { BREAK, type HiddenRanges } from '../../hiddenRanges';
import {
  closingBracket,
  isBlankUnit,
  lineEnd,
  nextLine,
  runLength,
  skipBlanks,
} from '../../../text/lines';
import { MarkdownInline } from './markdownInline';
import {
  fenceLength,
  isHeading,
  isDefinition,
  isFootnoteDefinition,
  isUnderline,
  markerLength,
} from './markdownLines';
import { COLON, EQUALS, GREATER_THAN, OPEN_BRACKET } from '../../../text/characters';

const TAB = 0x09;

/** Columns by which further paragraphs of a footnote are indented. */
const FOOTNOTE_INDENT = 4;
/** Of list markers on one line; more would each be looked at as the beginning of a rule. */
const MOST_MARKERS = 32;

/** Scans a Markdown or Quarto text from an offset on. */
export function scanMarkdown(text: string, start: number, into: HiddenRanges): void {
  new MarkdownBlocks(text, into).scan(start);
}

/** The beginning of a line: quote marks, indentation, and what is left of it. */
interface Line {
  readonly start: number;
  /** Offset of the first unit that is neither quote mark nor blank. */
  readonly content: number;
  readonly end: number;
  readonly quotes: number;
  /** Column of `content`, counted from behind the last quote mark. */
  readonly column: number;
}

/**
 * Splits a Markdown text into blocks, by the rules of CommonMark as far as they decide what is
 * prose and what stands in one paragraph: code blocks are hidden, and breaks are put between
 * headings, list items, quotes and paragraphs.
 */
class MarkdownBlocks {
  private readonly inline: MarkdownInline;
  /** The paragraph being collected: its extent, and `MarkdownInline.scan`'s prefixes. */
  private paragraphStart = -1;
  private paragraphEnd = -1;
  /** Where the paragraph's text goes on behind a heading that is underlined. */
  private paragraphText = -1;
  private prefixes: number[] = [];
  /** Columns in which the text of the open list items begins, outermost first. */
  private items: number[] = [];
  private quotes = 0;
  /** Whether the block quote at hand quotes somebody, rather than being a callout ("> [!NOTE]"). */
  private quoting = false;
  private inFootnote = false;
  /** How many items are open in the footnote at hand, which is as one of them; 0 outside of one. */
  private footnoteDepth = 0;
  /** The block quotation at hand: where its lines and its words begin, and where they end so far. */
  private block: { readonly start: number; readonly words: number; end: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.inline = new MarkdownInline(text, into);
  }

  scan(start: number): void {
    const { text } = this;
    let position = start;
    let withinLine = false;
    while (position < text.length || this.paragraphStart >= 0) {
      const line = withinLine ? this.restOfLine(position) : this.lineAt(position);
      if (!withinLine && position < text.length && this.continuesParagraph(line)) {
        this.extend(line);
        position = nextLine(text, line.end);
        continue;
      }
      const reached = this.finishParagraph();
      // An element or comment of the paragraph has led on into these lines.
      if (reached > position) {
        position = reached;
        withinLine = true;
        continue;
      }
      position = withinLine ? this.begin(line.content, line) : this.readBlock(line);
      withinLine = false;
    }
    this.endQuotation();
  }

  private lineAt(start: number): Line {
    const { text } = this;
    const end = lineEnd(text, start);
    let column = 0;
    let quotes = 0;
    let i = start;
    for (; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === GREATER_THAN && column < 4 + this.innermost()) {
        quotes++;
        // The blank behind a quote mark belongs to it.
        column = text.charCodeAt(i + 1) === 0x20 ? -1 : 0;
      } else if (unit === TAB) {
        column += 4 - (column & 3);
      } else if (isBlankUnit(unit)) {
        column++;
      } else {
        break;
      }
    }
    return { start, content: i, end, quotes, column };
  }

  private restOfLine(position: number): Line {
    const end = lineEnd(this.text, position);
    const content = skipBlanks(this.text, position, end);
    return { start: position, content, end, quotes: this.quotes, column: 0 };
  }

  private innermost(): number {
    return this.items[this.items.length - 1] ?? 0;
  }

  /** Whether a line goes on with the paragraph before it, lazily or not. */
  private continuesParagraph(line: Line): boolean {
    return (
      this.paragraphStart >= 0 &&
      line.content < line.end &&
      line.quotes <= this.quotes &&
      !this.opensBlock(line)
    );
  }

  private opensBlock({ content, end }: Line): boolean {
    const { text } = this;
    return (
      fenceLength(text, content, end) > 0 ||
      isHeading(text, content, end) ||
      text.startsWith(':::', content) ||
      isFootnoteDefinition(text, content, end) ||
      this.isLinkDefinition(content, end) ||
      this.interruptingMarker(content, end)
    );
  }

  /**
   * Whether a line is `[label]: target "title"`. In the middle of a paragraph CommonMark takes it
   * for text, but who writes one there means a definition, and nobody wants a hover in an address.
   */
  private isLinkDefinition(content: number, end: number): boolean {
    const { text } = this;
    if (text.charCodeAt(content) !== OPEN_BRACKET) {
      return false;
    }
    const label = closingBracket(text, content + 1, end);
    return (
      label > 0 &&
      text.charCodeAt(label + 1) === COLON &&
      !isFootnoteDefinition(text, content, end) &&
      isDefinition(text, label + 2, end)
    );
  }

  /** Of numbers, only 1 begins a list in the middle of a paragraph. */
  private interruptingMarker(content: number, end: number): boolean {
    const { text } = this;
    const length = markerLength(text, content, end);
    if (length === 0) {
      return false;
    }
    const bullet = length === 1;
    const inList = this.items.length > 0;
    const empty = skipBlanks(text, content + length, end) === end;
    return inList || (!empty && (bullet || (length === 2 && text.charCodeAt(content) === 0x31)));
  }

  private extend(line: Line): void {
    if (line.quotes > 0) {
      this.prefixes.push(line.start, line.content);
    }
    this.markQuotation(line);
    if (isUnderline(this.text, line.content, line.end) && !this.inFootnote) {
      const level = this.text.charCodeAt(line.content) === EQUALS ? 1 : 2;
      this.into.zones?.heading(this.paragraphText, line.end, level);
      this.paragraphText = line.end;
    }
    this.paragraphEnd = line.end;
  }

  /** Hides the markup within the collected paragraph; gives how far that has led. */
  private finishParagraph(): number {
    if (this.paragraphStart < 0) {
      return 0;
    }
    const reached = this.inline.scan(this.paragraphStart, this.paragraphEnd, this.prefixes);
    if (this.inFootnote) {
      this.into.zones?.mark('reference', this.paragraphStart, this.paragraphEnd);
      this.inFootnote = false;
    }
    this.paragraphStart = -1;
    this.prefixes = [];
    return reached;
  }

  /** Takes up a paragraph at `content`; gives where the next line begins. */
  private begin(content: number, line: Line): number {
    if (content < line.end) {
      this.inFootnote = this.footnoteDepth > 0;
      this.paragraphStart = content;
      this.paragraphText = content;
      this.paragraphEnd = line.end;
    }
    return nextLine(this.text, line.end);
  }

  /** Takes in a line that begins a block, or is blank; gives where to go on. */
  private readBlock(line: Line): number {
    const { text, into } = this;
    if (line.quotes !== this.quotes) {
      this.quotes = line.quotes;
      this.quoting = line.quotes > 0 && !text.startsWith('[!', line.content);
      this.items = [];
      this.footnoteDepth = 0;
    }
    if (!this.quoting) {
      this.endQuotation();
    }
    this.markQuotation(line);
    if (line.content === line.end) {
      return nextLine(text, line.end);
    }
    while (this.items.length > 0 && line.column < this.innermost()) {
      this.items.pop();
    }
    if (this.items.length < this.footnoteDepth) {
      this.footnoteDepth = 0;
    }
    let { content, column } = line;
    // Deep list markers in a list are more often careless than code.
    const careless = this.items.length > 0 && markerLength(text, content, line.end) > 0;
    if (column >= this.innermost() + 4 && !careless) {
      into.add(line.start, line.end, BREAK);
      return nextLine(text, line.end);
    }
    for (let depth = 0; depth < MOST_MARKERS; depth++) {
      const marker = markerLength(text, content, line.end);
      if (marker === 0) {
        break;
      }
      const behind = content + marker;
      content = skipBlanks(text, behind, line.end);
      // Five blanks and more: the item begins with indented code.
      const blanks = content - behind;
      column += marker + (blanks > 4 || content === line.end ? 1 : blanks);
      this.items.push(column);
    }
    into.add(line.start, content, BREAK);
    return this.leaf(content, line);
  }

  private markQuotation(line: Line): void {
    if (!this.quoting || line.content === line.end) {
      return;
    }
    if (this.block === undefined) {
      this.block = { start: line.start, words: line.content, end: line.end };
    } else {
      this.block.end = line.end;
    }
  }

  private endQuotation(): void {
    if (this.block !== undefined) {
      const { start, words, end } = this.block;
      this.into.zones?.quotation('block', start, end, words, end);
      this.block = undefined;
    }
  }

  /** Takes in what follows quote marks and list markers. */
  private leaf(content: number, line: Line): number {
    const { text, into } = this;
    const { end } = line;
    const fence = fenceLength(text, content, end);
    if (fence > 0) {
      return this.fencedCode(content, fence, line);
    }
    if (isHeading(text, content, end)) {
      const reached = this.inline.scan(content, end, []);
      into.add(end, end, BREAK);
      into.zones?.heading(content, end, runLength(text, content, end));
      return Math.max(reached, nextLine(text, end));
    }
    if (text.startsWith(':::', content)) {
      into.add(content, end, BREAK);
      return nextLine(text, end);
    }
    if (isFootnoteDefinition(text, content, end)) {
      const behind = closingBracket(text, content + 1, end) + 2;
      into.add(content, behind, BREAK);
      into.zones?.mark('reference', content, behind);
      this.items.push(this.innermost() + FOOTNOTE_INDENT);
      this.footnoteDepth = this.items.length;
      return this.begin(behind, line);
    }
    if (this.isLinkDefinition(content, end)) {
      into.add(content, end, BREAK);
      into.zones?.mark('reference', content, end);
      return nextLine(text, end);
    }
    return this.begin(content, line);
  }

  /** Hides a code block and its fences; gives where the line behind begins. */
  private fencedCode(content: number, length: number, opening: Line): number {
    const { text } = this;
    const fence = text.charCodeAt(content);
    const base = this.innermost();
    let position = nextLine(text, opening.end);
    let line = opening;
    while (position < text.length) {
      const next = this.lineAt(position);
      const blank = next.content === next.end;
      // The quote or list item that it is in has ended.
      if (next.quotes < opening.quotes || (!blank && next.column < base)) {
        break;
      }
      line = next;
      position = nextLine(text, next.end);
      const mayClose = next.quotes === opening.quotes && next.column < base + 4;
      if (mayClose && text.charCodeAt(next.content) === fence) {
        const run = runLength(text, next.content, next.end);
        if (run >= length && skipBlanks(text, next.content + run, next.end) === next.end) {
          break;
        }
      }
    }
    this.into.add(content, line.end, BREAK);
    return position;
  }
}
