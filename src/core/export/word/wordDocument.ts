import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  BuilderElement,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IRunOptions,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { itemAt } from '../../../util/defined';
import type {
  DocumentBlock,
  DocumentTree,
  ParagraphRole,
  PictureRun,
  DocumentRun,
} from '../documentTree';
import { textOfRuns, wordsForPicture } from '../documentTree';
import type { FindPicture } from '../pictures';
import type { ReferenceDocument } from './referenceDocument';
import { restyled } from './restyle';
import { STYLES, STYLE_IDS } from './wordLook';

/** Twips of a page of A4 with its margins, and of what is left for text. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_418 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const TWIPS_A_PIXEL = 15;
/** Twips by which a level of a list or a quotation is further in. */
const INDENT = 425;
const MOST_LEVELS = 9;

/** A document as a Word file, with real footnotes and page numbers, in the looks of a reference document or in ours. */
export async function wordFile(
  tree: DocumentTree,
  findPicture: FindPicture,
  reference?: ReferenceDocument,
): Promise<Uint8Array> {
  const { styleIds, textWidth = TEXT_WIDTH } = reference ?? {};
  const tableStyle = styleIds?.get('table') ?? styleIds?.get('table grid');
  const writer = new WordWriter(tree, findPicture, textWidth, tableStyle);
  const children = writer.blocks(tree.blocks, { style: undefined, depth: 0 });
  const footnotes = Object.fromEntries(
    tree.notes.map((note, at) => [String(at + 1), { children: writer.footnote(note) }]),
  );
  const document = new Document({
    title: tree.title,
    creator: tree.authors.join('; '),
    lastModifiedBy: tree.authors.join('; '),
    description: '',
    styles: { ...STYLES, default: { ...STYLES.default, document: withLanguage(tree.language) } },
    numbering: { config: writer.numbering },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  const file = new Uint8Array(await Packer.toArrayBuffer(document));
  return reference === undefined ? file : restyled(file, reference, tree.language);
}

function withLanguage(value: string): NonNullable<NonNullable<typeof STYLES.default>['document']> {
  const { document = {} } = STYLES.default ?? {};
  return { ...document, run: { ...document.run, language: { value, eastAsia: value } } };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    style: STYLE_IDS.footer,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** Where a block stands. */
interface Place {
  /** The style of paragraphs; that of text when undefined. */
  readonly style: string | undefined;
  /** How many lists it is in. */
  readonly depth: number;
  /** How many quotations besides the first. */
  readonly indent?: number;
  /** The list that its first paragraph is an item of. */
  readonly item?: { readonly reference: string; readonly instance: number };
}

function withoutItem({ style, depth, indent = 0 }: Place): Place {
  return { style, depth, indent };
}

const ROLE_STYLES: Readonly<Record<ParagraphRole, string>> = {
  title: STYLE_IDS.title,
  subtitle: STYLE_IDS.subtitle,
  author: STYLE_IDS.author,
  date: STYLE_IDS.date,
  abstract: STYLE_IDS.abstract,
  caption: STYLE_IDS.caption,
  reference: STYLE_IDS.bibliography,
};

class WordWriter {
  readonly numbering: { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] =
    [{ reference: 'bullets', levels: levels(() => bullet) }];
  private lists = 0;
  private readonly ids: ReadonlySet<string>;

  constructor(
    tree: DocumentTree,
    private readonly findPicture: FindPicture,
    private readonly textWidth: number,
    private readonly tableStyle: string | undefined,
  ) {
    this.ids = new Set(
      tree.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
    );
  }

  blocks(blocks: readonly DocumentBlock[], place: Place): (Paragraph | Table)[] {
    return blocks.flatMap((block, at) => {
      const written = this.block(block, at === 0 ? place : withoutItem(place));
      // Word joins tables that follow each other, and a cell or a page must not end in one.
      return block.kind === 'table' && blocks[at + 1]?.kind !== 'paragraph'
        ? [...written, new Paragraph({ style: STYLE_IDS.compact })]
        : written;
    });
  }

  footnote(blocks: readonly DocumentBlock[]): Paragraph[] {
    const flat = blocks.flatMap((block) => this.flat(block));
    const [first = [], ...others] = flat;
    return [
      new Paragraph({
        style: STYLE_IDS.footnoteText,
        // Word has a blank between the number of a footnote and its words.
        children: [new TextRun(' '), ...this.children(first)],
      }),
      ...others.map(
        (runs) => new Paragraph({ style: STYLE_IDS.footnoteText, children: this.children(runs) }),
      ),
    ];
  }

  /** The lines of a block in a footnote, in which Word has paragraphs and little else. */
  private flat(block: DocumentBlock): readonly (readonly DocumentRun[])[] {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.runs];
      case 'quote':
        return block.blocks.flatMap((inner) => this.flat(inner));
      case 'list':
        return block.items.flatMap((item, at) =>
          item.flatMap((inner, index) => {
            const lead = block.start === undefined ? '• ' : `${block.start + at}. `;
            return this.flat(inner).map((runs): readonly DocumentRun[] =>
              index === 0 ? [{ kind: 'text', text: lead }, ...runs] : runs,
            );
          }),
        );
      case 'table':
        return block.rows.map((row) =>
          row.flatMap((cell, at): readonly DocumentRun[] =>
            at === 0 ? cell : [{ kind: 'text', text: '\t' }, ...cell],
          ),
        );
      case 'code':
        return block.text
          .split('\n')
          .map((text): readonly DocumentRun[] => [{ kind: 'text', text, isCode: true }]);
      default:
        return [];
    }
  }

  private block(block: DocumentBlock, place: Place): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            style: itemAt(STYLE_IDS.headings, Math.min(block.level, 6) - 1),
            children: [
              new Bookmark({ id: bookmarkOf(block.id), children: this.children(block.runs) }),
            ],
          }),
        ];
      case 'paragraph':
        return [this.paragraph(block.runs, place, block.role && ROLE_STYLES[block.role])];
      case 'quote':
        return this.blocks(block.blocks, {
          ...place,
          style: STYLE_IDS.quote,
          indent: place.style === STYLE_IDS.quote ? (place.indent ?? 0) + 1 : 0,
        });
      case 'list':
        return this.list(block, place);
      case 'table':
        return [this.table(block)];
      case 'code':
        return [this.code(block.text, place)];
      case 'rule':
        return [
          new Paragraph({
            style: STYLE_IDS.compact,
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } },
          }),
        ];
      case 'pageBreak':
        return [new Paragraph({ style: STYLE_IDS.compact, pageBreakBefore: true })];
    }
  }

  private paragraph(runs: readonly DocumentRun[], place: Place, role?: string): Paragraph {
    return new Paragraph({
      ...this.look(place),
      ...(role !== undefined && { style: role }),
      ...(isPicture(runs) && { keepNext: true }),
      children: this.children(runs),
    });
  }

  /** How a paragraph is set at a place. */
  private look({ style, depth, indent = 0, item }: Place): IParagraphOptions {
    if (item !== undefined) {
      return {
        style: style ?? STYLE_IDS.list,
        numbering: {
          reference: item.reference,
          level: Math.min(depth - 1, MOST_LEVELS - 1),
          instance: item.instance,
        },
      };
    }
    const left = INDENT * (depth + indent + (style === STYLE_IDS.quote ? 1 : 0));
    return {
      style: style ?? (depth > 0 ? STYLE_IDS.list : STYLE_IDS.body),
      ...((depth > 0 || indent > 0) && { indent: { left } }),
    };
  }

  private list(
    { items, start }: Extract<DocumentBlock, { kind: 'list' }>,
    place: Place,
  ): (Paragraph | Table)[] {
    const depth = place.depth + 1;
    const instance = (this.lists += 1);
    const reference = start === undefined ? 'bullets' : `numbers-${depth}-${start}`;
    if (!this.numbering.some((one) => one.reference === reference)) {
      this.numbering.push({
        reference,
        levels: levels((level) => number(level, depth, start ?? 1)),
      });
    }
    const inner = withoutItem(place);
    return items.flatMap((item) => {
      const [first] = item;
      const itself = { ...inner, depth, item: { reference, instance } };
      // An item that begins with anything but words has a number by itself.
      return first?.kind === 'paragraph'
        ? this.blocks(item, itself)
        : [this.paragraph([], itself), ...this.blocks(item, { ...inner, depth })];
    });
  }

  private table({ rows, aligns }: Extract<DocumentBlock, { kind: 'table' }>): Table {
    const widths = columnWidths(rows, this.textWidth);
    return new Table({
      ...(this.tableStyle === undefined ? { borders: LINES } : { style: this.tableStyle }),
      width: { size: this.textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      rows: rows.map(
        (row, index) =>
          new TableRow({
            tableHeader: index === 0,
            cantSplit: true,
            children: row.map((cell, at) => {
              const align = aligns[at];
              return new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                children: [
                  new Paragraph({
                    style: index === 0 ? STYLE_IDS.tableHead : STYLE_IDS.compact,
                    ...(align !== undefined && { alignment: AlignmentType[ALIGNMENTS[align]] }),
                    children: this.children(cell, widths[at]),
                  }),
                ],
              });
            }),
          }),
      ),
    });
  }

  private code(text: string, place: Place): Paragraph {
    return new Paragraph({
      ...this.look(place),
      style: STYLE_IDS.code,
      children: text
        .split('\n')
        .map((line, at) => new TextRun({ text: legal(line), ...(at > 0 && { break: 1 }) })),
    });
  }

  private children(runs: readonly DocumentRun[], width = this.textWidth): ParagraphChild[] {
    return runs.map((run) => this.child(run, width));
  }

  private child(run: DocumentRun, width: number): ParagraphChild {
    switch (run.kind) {
      case 'break':
        return new TextRun({ break: 1 });
      case 'note':
        return run.isAgain
          ? noteAgain(run.number)
          : new Bookmark({
              id: noteBookmark(run.number),
              children: [new FootnoteReferenceRun(run.number)],
            });
      case 'picture':
        return this.picture(run, width);
      case 'text': {
        const { link } = run;
        if (link === undefined) {
          return textRun(run);
        }
        const children = [textRun(run, STYLE_IDS.hyperlink)];
        if (!link.startsWith('#')) {
          return new ExternalHyperlink({ link, children });
        }
        return this.ids.has(link.slice(1))
          ? new InternalHyperlink({ anchor: bookmarkOf(link.slice(1)), children })
          : textRun(run);
      }
    }
  }

  private picture(run: PictureRun, most: number): ParagraphChild {
    const picture = this.findPicture(run.source);
    if (picture === undefined || picture.type === 'svg' || picture.type === 'webp') {
      return textRun({ kind: 'text', text: wordsForPicture(run), isItalic: true });
    }
    const wanted =
      run.width === undefined ? picture.width * TWIPS_A_PIXEL : (this.textWidth * run.width) / 100;
    const width = Math.max(1, Math.round(Math.min(wanted, most, this.textWidth) / TWIPS_A_PIXEL));
    const height = Math.max(1, Math.round((width * picture.height) / picture.width));
    const tallest = Math.round((PAGE.height - 3 * PAGE.margin) / TWIPS_A_PIXEL);
    const scale = Math.min(1, tallest / height);
    return new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: legal(run.source), title: legal(run.alt), description: legal(run.alt) },
    });
  }
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8B8B8' };
/** Of a table in our looks: between rows and around them, as books have it. */
const LINES = {
  top: LINE,
  bottom: LINE,
  insideHorizontal: LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideVertical: NO_LINE,
};

const ALIGNMENTS = { left: 'LEFT', right: 'RIGHT', center: 'CENTER' } as const;

function isPicture(runs: readonly DocumentRun[]): boolean {
  return runs.length === 1 && runs[0]?.kind === 'picture';
}

function textRun(
  { text, isBold, isItalic, isStruck, isCode, shift }: Extract<DocumentRun, { kind: 'text' }>,
  style?: string,
): TextRun {
  const options: IRunOptions = {
    text: legal(text),
    ...(style !== undefined && { style }),
    ...(style === undefined && isCode === true && { style: STYLE_IDS.verbatim }),
    ...(isBold === true && { bold: true }),
    ...(isItalic === true && { italics: true }),
    ...(isStruck === true && { strike: true }),
    ...(shift === 'super' && { superScript: true }),
    ...(shift === 'sub' && { subScript: true }),
  };
  return new TextRun(options);
}

/** Text without what XML cannot hold, such as a bell. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** The name of a heading as a bookmark, which has letters, figures and strokes alone. */
function bookmarkOf(id: string): string {
  return `h_${id.replace(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, 40);
}

/** A field that shows the number of a footnote again, which Word keeps right. */
function noteAgain(number: number): ParagraphChild {
  return new BuilderElement<{ readonly instruction: string }>({
    name: 'w:fldSimple',
    attributes: {
      instruction: { key: 'w:instr', value: `NOTEREF ${noteBookmark(number)} \\f \\h` },
    },
    children: [new TextRun({ text: String(number), superScript: true })],
  }) as unknown as ParagraphChild;
}

function noteBookmark(number: number): string {
  return `note_${number}`;
}

function levels(make: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>) {
  return Array.from({ length: MOST_LEVELS }, (_, level): ILevelsOptions => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
    ...make(level),
  }));
}

const bullet = { format: LevelFormat.BULLET, text: '•' };

/** The numbers of a list at `depth` begin at `start`. */
function number(
  level: number,
  depth: number,
  start: number,
): Pick<ILevelsOptions, 'format' | 'text' | 'start'> {
  return {
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start: level === Math.min(depth, MOST_LEVELS) - 1 ? start : 1,
  };
}

/** Twips of columns: by what they hold, none narrower than a third of its even share. */
function columnWidths(
  rows: Extract<DocumentBlock, { kind: 'table' }>['rows'],
  width: number,
): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const even = width / columns;
  const weights = Array.from({ length: columns }, (_, at) => {
    const lengths = rows.map((row) => textOfRuns(row[at] ?? []).length);
    const words = rows.flatMap((row) => textOfRuns(row[at] ?? []).split(/\s+/));
    const longestWord = Math.max(...words.map((word) => word.length));
    // The root keeps a column of sentences from taking all of the page.
    return Math.max(longestWord + 2, Math.sqrt(Math.max(...lengths)) * 3, 4);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round(Math.max((width * weight) / sum, even / 3)));
}
