import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
  degrees,
  type PDFFont,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** Makes small PDF files for tests: text where it is put, or typeset into pages and columns. */

export type PdfFont = 'roman' | 'bold' | 'italic';

/** A piece of text on a page: its baseline's start, in points from the lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In points; 11 when absent. */
  readonly size?: number;
  readonly font?: PdfFont;
  /** Degrees, against the clock. */
  readonly rotation?: number;
}

export interface PdfPage {
  readonly texts: readonly PdfText[];
}

export interface PdfOutlineItem {
  readonly title: string;
  /** Counted from 1. */
  readonly page: number;
  readonly children?: readonly PdfOutlineItem[];
}

export interface PdfSpec {
  readonly pages: readonly PdfPage[];
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
  readonly outline?: readonly PdfOutlineItem[];
  /** Ranges of page labels: from which page (from 1), roman or decimal, with a prefix. */
  readonly labels?: readonly {
    readonly from: number;
    readonly style: 'r' | 'D';
    readonly prefix?: string;
    readonly start?: number;
  }[];
  /** Encrypts the file; '' is a user password that readers try by themselves. */
  readonly password?: string;
}

export const pageWidth = 595;
export const pageHeight = 842;

const fontNames: Readonly<Record<PdfFont, StandardFonts>> = {
  roman: StandardFonts.TimesRoman,
  bold: StandardFonts.TimesRomanBold,
  italic: StandardFonts.TimesRomanItalic,
};

export async function makePdf(spec: PdfSpec): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const fonts = {
    roman: await pdf.embedFont(fontNames.roman),
    bold: await pdf.embedFont(fontNames.bold),
    italic: await pdf.embedFont(fontNames.italic),
  };
  if (spec.title !== undefined) {
    pdf.setTitle(spec.title);
  }
  if (spec.author !== undefined) {
    pdf.setAuthor(spec.author);
  }
  if (spec.language !== undefined) {
    pdf.setLanguage(spec.language);
  }
  for (const { texts } of spec.pages) {
    const page = pdf.addPage([pageWidth, pageHeight]);
    for (const { text, x, y, size = 11, font = 'roman', rotation = 0 } of texts) {
      page.drawText(text, { x, y, size, font: fonts[font], rotate: degrees(rotation) });
    }
  }
  if (spec.outline) {
    addOutline(pdf, spec.outline);
  }
  if (spec.labels) {
    addLabels(pdf, spec.labels);
  }
  if (spec.password !== undefined) {
    pdf.encrypt({ userPassword: spec.password, ownerPassword: 'keeper' });
  }
  return pdf.save({ useObjectStreams: false });
}

function addOutline(pdf: PDFDocument, items: readonly PdfOutlineItem[]): void {
  const { context, catalog } = pdf;

  function addLevel(children: readonly PdfOutlineItem[], parent: PDFRef): readonly PDFRef[] {
    const refs = children.map(() => context.nextRef());
    children.forEach((child, at) => {
      const ref = refs[at];
      const page = pdf.getPage(child.page - 1);
      if (!ref) {
        return;
      }
      const entry = context.obj({
        Title: PDFHexString.fromText(child.title),
        Parent: parent,
        Dest: [page.ref, PDFName.of('Fit')],
      });
      const previous = refs[at - 1];
      const next = refs[at + 1];
      if (previous) {
        entry.set(PDFName.of('Prev'), previous);
      }
      if (next) {
        entry.set(PDFName.of('Next'), next);
      }
      const below = addLevel(child.children ?? [], ref);
      const [first] = below;
      const last = below.at(-1);
      if (first && last) {
        entry.set(PDFName.of('First'), first);
        entry.set(PDFName.of('Last'), last);
        entry.set(PDFName.of('Count'), context.obj(below.length));
      }
      context.assign(ref, entry);
    });
    return refs;
  }

  const root = context.nextRef();
  const refs = addLevel(items, root);
  const dictionary = context.obj({ Type: PDFName.of('Outlines'), Count: refs.length });
  const [first] = refs;
  const last = refs.at(-1);
  if (first && last) {
    dictionary.set(PDFName.of('First'), first);
    dictionary.set(PDFName.of('Last'), last);
  }
  context.assign(root, dictionary);
  catalog.set(PDFName.of('Outlines'), root);
}

function addLabels(pdf: PDFDocument, labels: NonNullable<PdfSpec['labels']>): void {
  const { context, catalog } = pdf;
  const numbers = context.obj([]);
  for (const { from, style, prefix, start } of labels) {
    const range = context.obj({ S: PDFName.of(style) });
    if (prefix !== undefined) {
      range.set(PDFName.of('P'), PDFString.of(prefix));
    }
    if (start !== undefined) {
      range.set(PDFName.of('St'), context.obj(start));
    }
    numbers.push(context.obj(from - 1));
    numbers.push(range);
  }
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }));
}

/** A piece of a document to be typeset. */
export interface PdfParagraph {
  readonly text: string;
  readonly kind?: 'title' | 'heading' | 'body';
}

export interface PdfLayout {
  readonly columns?: 1 | 2;
  /** Paragraphs are told apart by a first-line indent instead of a gap. */
  readonly indent?: boolean;
  /** Stands at the head of every page. */
  readonly runningHead?: string;
  /** Numbers at the foot of every page. */
  readonly pageNumbers?: boolean;
  /** Where lines may break words of more than eight letters: after how many letters; 0 for nowhere. */
  readonly hyphenateAfter?: number;
}

const margin = 72;
const gutter = 24;
const bodySize = 10;
const leading = 12;

/** Typesets paragraphs into pages: titles over all columns, all else down the columns. */
export async function typeset(
  paragraphs: readonly PdfParagraph[],
  layout: PdfLayout = {},
): Promise<readonly PdfPage[]> {
  const measuring = await PDFDocument.create();
  const fonts: Record<'roman' | 'bold', PDFFont> = {
    roman: await measuring.embedFont(StandardFonts.TimesRoman),
    bold: await measuring.embedFont(StandardFonts.TimesRomanBold),
  };
  const columns = layout.columns ?? 1;
  const fullWidth = pageWidth - 2 * margin;
  const columnWidth = columns === 1 ? fullWidth : (fullWidth - gutter) / 2;
  const pages: PdfText[][] = [];
  let column = 0;
  let y = 0;
  let top = 0;

  function openPage(): void {
    const page: PdfText[] = [];
    pages.push(page);
    if (layout.runningHead !== undefined) {
      page.push({ text: layout.runningHead, x: margin, y: pageHeight - 40, size: 9 });
    }
    if (layout.pageNumbers) {
      page.push({ text: String(pages.length), x: pageWidth / 2, y: 36, size: 9 });
    }
    column = 0;
    top = pageHeight - margin;
    y = top;
  }

  function makeRoom(height: number): void {
    if (pages.length > 0 && y - height >= margin) {
      return;
    }
    if (pages.length > 0 && column + 1 < columns) {
      column++;
      y = top;
    } else {
      openPage();
    }
  }

  for (const { text, kind = 'body' } of paragraphs) {
    const font = kind === 'body' ? 'roman' : 'bold';
    const size = kind === 'title' ? 18 : kind === 'heading' ? 13 : bodySize;
    const step = kind === 'body' ? leading : size * 1.3;
    const width = kind === 'title' ? fullWidth : columnWidth;
    const firstIndent = kind === 'body' && layout.indent ? 14 : 0;
    const lines = breakLines(text, fonts[font], size, width, firstIndent, layout);
    if (kind === 'title' || kind === 'heading') {
      makeRoom(step * lines.length + 4 * leading);
      y -= y === top ? 0 : leading;
    } else {
      makeRoom(leading * Math.min(2, lines.length));
    }
    lines.forEach((line, at) => {
      makeRoom(step);
      y -= step;
      const x = margin + column * (columnWidth + gutter) + (at === 0 ? firstIndent : 0);
      pages.at(-1)?.push({ text: line, x, y, size, font });
    });
    y -= kind !== 'body' ? leading / 2 : layout.indent ? 0 : leading * 0.7;
    if (kind === 'title') {
      top = y;
    }
  }
  return pages.map((texts) => ({ texts }));
}

function breakLines(
  text: string,
  font: PDFFont,
  size: number,
  width: number,
  firstIndent: number,
  layout: PdfLayout,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean =>
    font.widthOfTextAtSize(candidate, size) <= width - (lines.length === 0 ? firstIndent : 0);
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    const after = layout.hyphenateAfter ?? 0;
    const head = /^\p{Ll}{9,}$/u.test(word) && after > 0 ? `${line} ${word.slice(0, after)}-` : '';
    if (head !== '' && fits(head)) {
      lines.push(head);
      line = word.slice(after);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
