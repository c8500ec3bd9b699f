import type { Span } from '../../../../core/model';
import type { PageBlock, LinkTarget, ListItem, Page, Words } from './pageModel';

/** A head in the text of a page: of the page itself at level 1, of its sections below. */
export interface PageHeading {
  readonly text: string;
  readonly level: number;
  readonly span: Span;
}

/** A page as the text that is read, and what stands where in it, as offsets. */
export interface TextPage {
  /** Of lines that end with "\n"; blank lines part what does not belong together. */
  readonly text: string;
  /** The title first, then the heads of sections, in their order. */
  readonly headings: readonly PageHeading[];
  /** In their order, without overlap; the text of each is its label, a brief one where there is one. */
  readonly links: readonly { readonly span: Span; readonly target: LinkTarget }[];
  /** Names that lead a line. */
  readonly strong: readonly Span[];
  /** What a reader may pass over; links within are left out. */
  readonly quiet: readonly Span[];
}

/** A page as text without any marks. */
export function textOf({ title, blocks }: Page): TextPage {
  const writer = new TextWriter();
  writer.heading(title, 1);
  for (const [at, block] of blocks.entries()) {
    writer.block(block, blocks[at - 1]);
  }
  return writer.page();
}

class TextWriter {
  private text = '';
  private readonly headings: PageHeading[] = [];
  private readonly links: { readonly span: Span; readonly target: LinkTarget }[] = [];
  private readonly strong: Span[] = [];
  private readonly quiet: Span[] = [];

  page(): TextPage {
    const { text, headings, links, strong, quiet } = this;
    return { text, headings, links, strong, quiet };
  }

  heading(text: string, level: number): void {
    const start = this.text.length;
    this.line([{ text }]);
    this.headings.push({ text, level, span: { start, end: this.text.length - 1 } });
  }

  /** @param before the block above; absent at the top, where the title is */
  block(block: PageBlock, before: PageBlock | undefined): void {
    if (!belongsTo(block, before)) {
      this.gap();
    }
    switch (block.kind) {
      case 'facts':
        this.line(
          block.facts.flatMap((words, at) => (at === 0 ? words : [{ text: ' · ' }, ...words])),
          true,
        );
        break;
      case 'paragraph':
        this.line(block.words, block.isQuiet);
        break;
      case 'heading':
        this.heading(block.text, block.level + 1);
        break;
      case 'list':
        if (block.lead !== undefined) {
          this.line([{ text: block.lead }], true);
        }
        block.items.forEach((item, at) => this.item(item, block.isProse && at > 0));
    }
  }

  private item({ words, body }: ListItem, isParted: boolean): void {
    if (isParted) {
      this.gap();
    }
    this.line(words);
    if (body !== undefined && body.length > 0) {
      this.line(body);
    }
  }

  private line(words: Words, isQuiet = false): void {
    for (const { text, brief = text, target, tone } of words) {
      const span = { start: this.text.length, end: this.text.length + brief.length };
      this.text += brief;
      if (target) {
        this.links.push({ span, target });
      } else if (isQuiet || tone === 'quiet') {
        this.quiet.push(span);
      }
      if (tone === 'strong') {
        this.strong.push(span);
      }
    }
    this.text += '\n';
  }

  private gap(): void {
    this.text += '\n';
  }
}

/** Whether a block stands right below the one above it. */
function belongsTo(block: PageBlock, before: PageBlock | undefined): boolean {
  switch (block.kind) {
    case 'facts':
      return before === undefined || isQuiet(before);
    case 'paragraph':
      return (
        before?.kind === 'heading' || (isQuiet(block) && before !== undefined && isQuiet(before))
      );
    case 'heading':
      return before?.kind === 'heading';
    case 'list':
      return before?.kind === 'heading';
  }
}

function isQuiet(block: PageBlock): boolean {
  return block.kind === 'facts' || (block.kind === 'paragraph' && block.isQuiet === true);
}
