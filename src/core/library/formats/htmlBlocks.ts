import type { Block, BlockKind } from '../document';
import type { PageContent } from './htmlContent';
import { isBlock, isElement, isFootnotes, pushChildren, textValue } from './htmlElements';
import { cellsOf } from './htmlTable';
import type { HtmlElement, HtmlNode } from './htmlTree';
import { blockText, tableText } from './plainText';

/** The blocks of a page's content, in the order of its text. Their `original` is in the page's file. */
export function* htmlBlocks(content: PageContent): Generator<Block> {
  const writer = new BlockWriter();
  const waiting: (HtmlNode | Leave)[] = [];
  pushChildren(content.root, waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof Leave) {
      writer.leave(next.element);
    } else if (!isElement(next)) {
      writer.text(next);
    } else if (!content.dropped.has(next)) {
      const rows = next.tagName === 'table' ? cellsOf(next, content.dropped) : undefined;
      waiting.push(new Leave(next));
      writer.enter(next);
      if (rows) {
        writer.table(next, rows);
        waiting.push(...next.childNodes.filter((child) => child.nodeName === 'caption'));
      } else {
        pushChildren(next, waiting);
      }
    }
    yield* writer.take();
  }
  writer.flush();
  yield* writer.take();
}

/** Stands on the stack of nodes where an element ends. */
class Leave {
  constructor(readonly element: HtmlElement) {}
}

/** Gathers text until an element begins or ends that is set on lines of its own. */
class BlockWriter {
  private blocks: Block[] = [];
  private parts: string[] = [];
  private start: number | undefined;
  private end = 0;
  private endsInBreak = false;
  /** How many elements of each kind are open. */
  private readonly open = {
    heading: 0,
    aside: 0,
    caption: 0,
    footnote: 0,
    quote: 0,
    list: 0,
    pre: 0,
  };
  private headingLevel = 1;
  /** The level of the item whose first paragraph is still to come. */
  private item: number | undefined;
  /** Tables whose rows wait for the caption. */
  private readonly tables = new Map<HtmlElement, Block>();

  /** The blocks that are finished since the last call. */
  take(): readonly Block[] {
    const { blocks } = this;
    if (blocks.length > 0) {
      this.blocks = [];
    }
    return blocks;
  }

  text(node: HtmlNode): void {
    const value = textValue(node);
    if (value === undefined) {
      return;
    }
    this.parts.push(value);
    if (/\S/u.test(value)) {
      this.endsInBreak = false;
      const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
      this.start = Math.min(this.start ?? startOffset, startOffset);
      this.end = Math.max(this.end, endOffset);
    }
  }

  enter(element: HtmlElement): void {
    if (element.tagName === 'br') {
      this.lineBreak();
    }
    if (!isBlock(element)) {
      return;
    }
    this.flush();
    this.count(element, 1);
    if (/^(?:li|dt|dd)$/.test(element.tagName)) {
      this.item = Math.max(1, this.open.list);
    }
  }

  leave(element: HtmlElement): void {
    if (!isBlock(element)) {
      return;
    }
    this.flush();
    this.count(element, -1);
    if (/^(?:li|dt|dd)$/.test(element.tagName)) {
      this.item = undefined;
    }
    const table = this.tables.get(element);
    if (table) {
      this.tables.delete(element);
      this.blocks.push(table);
    }
  }

  /** Keeps a table's rows until the table is left, so that its caption comes before them. */
  table(element: HtmlElement, rows: readonly (readonly string[])[]): void {
    const text = tableText(rows);
    const { startOffset, endOffset } = element.sourceCodeLocation ?? {};
    if (text !== '') {
      this.tables.set(element, {
        kind: 'table',
        text,
        ...(startOffset !== undefined &&
          endOffset !== undefined && { original: { start: startOffset, end: endOffset } }),
      });
    }
  }

  /** Two line breaks, one after the other, part paragraphs. */
  private lineBreak(): void {
    if (this.endsInBreak) {
      this.flush();
    } else {
      this.parts.push('\n');
      this.endsInBreak = true;
    }
  }

  flush(): void {
    const raw = this.parts.join('');
    const original = this.start === undefined ? undefined : { start: this.start, end: this.end };
    this.parts = [];
    this.start = undefined;
    this.end = 0;
    this.endsInBreak = false;
    if (original === undefined) {
      return;
    }
    const texts = this.open.pre > 0 ? raw.split(/\n[^\S\n]*\n/u) : [raw];
    for (const text of texts.map(blockText)) {
      if (text !== '') {
        this.blocks.push({ ...this.kindOfNext(), text, original });
        this.item = undefined;
      }
    }
  }

  private kindOfNext(): { readonly kind: BlockKind; readonly level?: number } {
    const { open } = this;
    // A heading within an aside stands over the aside alone, and opens no section of the text.
    if (open.heading > 0 && open.aside === 0) {
      return { kind: 'heading', level: this.headingLevel };
    }
    if (open.caption > 0) {
      return { kind: 'caption' };
    }
    if (open.footnote > 0) {
      return { kind: 'footnote' };
    }
    if (this.item !== undefined) {
      return { kind: 'item', level: this.item };
    }
    return { kind: open.quote > 0 ? 'quote' : 'paragraph' };
  }

  private count(element: HtmlElement, by: 1 | -1): void {
    const { tagName } = element;
    const { open } = this;
    if (/^h[1-6]$/.test(tagName)) {
      open.heading += by;
      this.headingLevel = Number(tagName.charAt(1));
    } else if (/^(?:figcaption|caption)$/.test(tagName)) {
      open.caption += by;
    } else if (tagName === 'aside') {
      open.aside += by;
    } else if (tagName === 'blockquote') {
      open.quote += by;
    } else if (/^(?:ul|ol|dl|menu|dir)$/.test(tagName)) {
      open.list += by;
    } else if (tagName === 'pre') {
      open.pre += by;
    }
    if (isFootnotes(element)) {
      open.footnote += by;
    }
  }
}
