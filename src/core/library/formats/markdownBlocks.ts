import { itemAt, defined } from '../../../util/defined';
import type { Code, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block, BlockKind } from '../document';
import { htmlBlocks } from './htmlBlocks';
import { wholeContentOf } from './htmlContent';
import { parseHtmlFragment } from './htmlTree';
import { joinLines, WordCounts } from './joinLines';
import { withoutDivisionFences, withoutEndAttributes } from './markdownAttributes';
import { inlineText } from './markdownInline';
import { blockText, tableText } from './plainText';
import { lineGroups } from './textLines';

const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/**
 * The blocks of a piece of Markdown that begins at `start` of its file. `definitions` are put before
 * it, so that its links and footnotes are known as such. What the parser gives up on is read as text.
 */
export function markdownBlocks(
  markdown: string,
  start: number,
  definitions: string,
): readonly Block[] {
  // A comment ends the last definition, which indented text would go on with otherwise.
  const before = definitions === '' ? '' : `${definitions}\n\n<!-- -->\n\n`;
  try {
    // The parser makes a visible character of NUL; a soft hyphen is as long, and is left out later.
    const text = `${before}${withoutDivisionFences(markdown)}`.replaceAll('\0', '\u00ad');
    return new BlockReader(start, before.length).read(fromMarkdown(text, GFM));
  } catch {
    return plainBlocks(markdown, start);
  }
}

/** The blocks of a piece that is read as plain text: paragraphs between empty lines. */
export function plainBlocks(text: string, start: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const lines of lineGroups(text)) {
    const original = {
      start: start + itemAt(lines, 0).span.start,
      end: start + defined(lines.at(-1)).span.end,
    };
    blocks.push({ kind: 'paragraph', text: joinLines(lines, new WordCounts()), original });
  }
  return blocks;
}

/** A node, and what it stands in. */
interface Place {
  readonly node: RootContent;
  readonly kind: BlockKind;
  /** How many lists it is in. */
  readonly depth: number;
}

class BlockReader {
  private readonly blocks: Block[] = [];

  constructor(
    private readonly start: number,
    /** Characters before the piece in what was parsed. */
    private readonly before: number,
  ) {}

  read(root: Nodes): readonly Block[] {
    const waiting: Place[] = [];
    pushAll(waiting, 'children' in root ? root.children : [], 'paragraph', 0);
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if ((place.node.position?.start.offset ?? 0) >= this.before) {
        this.readNode(place, waiting);
      }
    }
    return this.blocks;
  }

  private readNode({ node, kind, depth }: Place, waiting: Place[]): void {
    switch (node.type) {
      case 'heading':
        this.addInline(node, node.children, { kind: 'heading', level: node.depth });
        break;
      case 'paragraph':
        this.addInline(node, node.children, kind === 'item' ? { kind, level: depth } : { kind });
        break;
      case 'blockquote':
        pushAll(waiting, node.children, kind === 'footnote' ? kind : 'quote', depth);
        break;
      case 'list':
        pushAll(waiting, node.children, kind, depth + 1);
        break;
      case 'listItem': {
        // The first paragraph is the item; others are paragraphs below it.
        const [first, ...others] = node.children;
        const below = kind === 'item' ? 'paragraph' : kind;
        pushAll(waiting, others, below, depth);
        const isItem = first?.type === 'paragraph' && kind !== 'footnote';
        pushAll(waiting, first ? [first] : [], isItem ? 'item' : below, depth);
        break;
      }
      case 'footnoteDefinition':
        pushAll(waiting, node.children, 'footnote', depth);
        break;
      case 'table':
        this.add(node, tableText(rowsOf(node)), { kind: 'table' });
        break;
      case 'code':
        this.addCode(node, kind === 'item' ? 'paragraph' : kind);
        break;
      case 'html':
        this.addHtml(node, node.value);
        break;
      default:
        // Definitions of links and thematic breaks have no text.
        break;
    }
  }

  private addInline(
    node: RootContent,
    children: readonly PhrasingContent[],
    kind: Pick<Block, 'kind' | 'level'>,
  ): void {
    const { text, captions, notes } = inlineText(children);
    this.add(node, withoutEndAttributes(text, kind.kind === 'heading'), kind);
    for (const caption of captions) {
      this.add(node, caption, { kind: 'caption' });
    }
    for (const note of notes) {
      this.add(node, note, { kind: 'footnote' });
    }
  }

  /** Adds code; raw text for another format, as Pandoc has it, is none. */
  private addCode(node: Code, kind: BlockKind): void {
    const format = /^\{=(\w+)\}$/.exec(node.lang ?? '')?.[1];
    if (format === 'html') {
      this.addHtml(node, node.value);
    } else if (format === undefined) {
      this.add(node, blockText(node.value), { kind });
    }
  }

  private addHtml(node: RootContent, html: string): void {
    // Most pieces of HTML are a tag around Markdown, which is not worth a parser.
    const isBare = html.replace(/<[^<>]*>/g, '').trim() === '';
    for (const block of isBare ? [] : htmlBlocks(wholeContentOf(parseHtmlFragment(html)))) {
      // Where it is within the node cannot be told: quotes and lists leave marks out of its value.
      this.add(node, block.text, block);
    }
  }

  private add({ position }: RootContent, text: string, kind: Pick<Block, 'kind' | 'level'>): void {
    if (text === '') {
      return;
    }
    const shift = this.start - this.before;
    const start = position?.start.offset ?? this.before;
    const end = position?.end.offset ?? start;
    this.blocks.push({
      kind: kind.kind,
      text,
      ...(kind.level !== undefined && { level: kind.level }),
      original: { start: start + shift, end: end + shift },
    });
  }
}

/** Puts nodes on the stack, so that the first comes off it first. */
function pushAll(
  waiting: Place[],
  nodes: readonly RootContent[],
  kind: BlockKind,
  depth: number,
): void {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    waiting.push({ node: itemAt(nodes, at), kind, depth });
  }
}

function rowsOf(table: Table): readonly (readonly string[])[] {
  return table.children.map((row) =>
    row.children.map((cell) => {
      const { text, captions, notes } = inlineText(cell.children);
      return [text, ...captions, ...notes].join(' ');
    }),
  );
}
