import type { Block, BlockKind } from '../document';
import { blockText, tableText } from './plainText';

/** The part of mammoth's document model that is used here; it declares none. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  /** Of a text. */
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number } | null;
  /** Of the mark of a note. */
  readonly noteType?: string;
  readonly noteId?: string;
}

export interface WordDocument extends WordElement {
  readonly notes: {
    resolve(mark: WordElement): { readonly body: readonly WordElement[] } | null;
  };
}

/**
 * The blocks of a Word document. Notes, without their marks, stand at the end of the section that
 * they belong to, so that a note is found under its heading and paragraphs keep their count; tables
 * of contents, which only repeat headings, are left out. `levels` are those of styles of headings.
 */
export function wordBlocks(
  document: WordDocument,
  levels: ReadonlyMap<string, number>,
): readonly Block[] {
  return new BlockReader(document, levels).read();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  /** The marks of notes since the last heading. */
  private marks: WordElement[] = [];

  constructor(
    private readonly document: WordDocument,
    private readonly levels: ReadonlyMap<string, number>,
  ) {}

  read(): readonly Block[] {
    this.readAll(this.document.children ?? []);
    this.endSection();
    return this.blocks;
  }

  private readAll(elements: readonly WordElement[]): void {
    for (const element of elements) {
      if (element.type === 'paragraph') {
        this.readParagraph(element);
      } else if (element.type === 'table') {
        this.readTable(element);
      } else {
        this.readAll(element.children ?? []);
      }
    }
  }

  private readParagraph(paragraph: WordElement): void {
    const { kind, level } = this.kindOf(paragraph);
    if (isOfContents(paragraph)) {
      return;
    }
    if (kind === 'heading') {
      this.endSection();
    }
    this.add(kind, blockText(this.textOf(paragraph)), level);
  }

  private add(kind: BlockKind, text: string, level?: number): void {
    if (text !== '') {
      this.blocks.push({ kind, text, ...(level !== undefined && { level }) });
    }
  }

  private kindOf({ styleId, styleName, numbering }: WordElement): {
    readonly kind: BlockKind;
    readonly level?: number;
  } {
    const name = styleName?.toLowerCase() ?? '';
    const number = /^heading ([1-9])$/.exec(name)?.[1];
    const level =
      name === 'title' ? 1 : number !== undefined ? Number(number) : this.levels.get(styleId ?? '');
    if (level !== undefined) {
      return { kind: 'heading', level };
    }
    if (numbering) {
      return { kind: 'item', level: Number(numbering.level) + 1 };
    }
    return name === 'caption'
      ? { kind: 'caption' }
      : name === 'quote' || name === 'intense quote' || name === 'block text'
        ? { kind: 'quote' }
        : { kind: 'paragraph' };
  }

  /** A table of one column, or one that holds headings, is a frame around text. */
  private readTable(table: WordElement): void {
    const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
    const cells = rows.map((row) => row.children ?? []);
    const isFrame =
      cells.every(({ length }) => length <= 1) ||
      cells.flat().some((cell) => cell.children?.some((child) => this.isHeading(child)));
    if (isFrame) {
      this.readAll(cells.flat());
    } else {
      this.add('table', tableText(cells.map((row) => row.map((cell) => this.textOf(cell)))));
    }
  }

  private isHeading(element: WordElement): boolean {
    return element.type === 'paragraph' && this.kindOf(element).kind === 'heading';
  }

  private endSection(): void {
    const { marks } = this;
    this.marks = [];
    for (const mark of marks) {
      const note = this.document.notes.resolve(mark);
      // A mark in a note leads nowhere further.
      this.add(
        'footnote',
        blockText((note?.body ?? []).map((part) => this.textOf(part)).join(' ')),
      );
    }
    this.marks = [];
  }

  /** The text in an element, with blanks between paragraphs. Keeps the marks of notes on the way. */
  private textOf(element: WordElement): string {
    switch (element.type) {
      case 'text':
        return element.value ?? '';
      case 'tab':
      case 'break':
        return ' ';
      case 'noteReference':
        this.marks.push(element);
        return '';
      default: {
        const text = (element.children ?? []).map((child) => this.textOf(child)).join('');
        return /^(?:paragraph|tableCell)$/.test(element.type) ? `${text} ` : text;
      }
    }
  }
}

function isOfContents({ styleName }: WordElement): boolean {
  return /^toc (?:\d|heading)$/i.test(styleName ?? '');
}
