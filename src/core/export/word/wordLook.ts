import { LineRuleType, type IStylesOptions } from 'docx';

/** The ids of styles; those that Word and Pandoc have go by the same names. */
export const STYLE_IDS = {
  body: 'BodyText',
  compact: 'Compact',
  list: 'ListParagraph',
  title: 'Title',
  subtitle: 'Subtitle',
  author: 'Author',
  date: 'Date',
  abstract: 'Abstract',
  headings: ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'],
  quote: 'BlockText',
  code: 'SourceCode',
  verbatim: 'VerbatimChar',
  caption: 'Caption',
  bibliography: 'Bibliography',
  footnoteText: 'FootnoteText',
  footnoteReference: 'FootnoteReference',
  hyperlink: 'Hyperlink',
  footer: 'Footer',
  tableHead: 'TableHead',
} as const;

const SERIF = 'Cambria';
const SANS = 'Calibri';
const MONO = 'Consolas';
const INK = '1F3A5F';

/** A heading: half-points of its letters, and twips before and behind it. */
function heading(size: number, before: number, after: number) {
  return {
    run: { font: SANS, size, bold: true, color: INK },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
  };
}

/** How a document looks that has no reference document. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: 22 },
      paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: SANS, size: 40, bold: true, color: INK },
      paragraph: { keepNext: true, spacing: { after: 80 } },
    },
    heading1: heading(30, 360, 120),
    heading2: heading(26, 280, 100),
    heading3: heading(23, 220, 80),
    heading4: { ...heading(22, 200, 60), run: { font: SANS, size: 22, bold: true, italics: true } },
    heading5: heading(21, 180, 60),
    heading6: heading(21, 180, 60),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
    hyperlink: { run: { color: '1F4E9E', underline: {} } },
    footnoteText: {
      run: { size: 18 },
      paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
    footnoteReference: { run: { superScript: true } },
  },
  paragraphStyles: [
    paragraphStyle('BodyText', 'Body Text', { paragraph: { spacing: { after: 140 } } }),
    paragraphStyle('Compact', 'Compact', { paragraph: { spacing: { after: 40 } } }),
    paragraphStyle('Subtitle', 'Subtitle', {
      run: { font: SANS, size: 26, color: '595959' },
      paragraph: { spacing: { after: 120 } },
    }),
    paragraphStyle('Author', 'Author', {
      run: { font: SANS },
      paragraph: { spacing: { after: 20 } },
    }),
    paragraphStyle('Date', 'Date', {
      run: { font: SANS, color: '595959' },
      paragraph: { spacing: { after: 320 } },
    }),
    paragraphStyle('Abstract', 'Abstract', {
      run: { size: 20 },
      paragraph: { indent: { left: 425, right: 425 }, spacing: { after: 160 } },
    }),
    paragraphStyle('BlockText', 'Block Text', {
      paragraph: { indent: { left: 425, right: 425 }, spacing: { before: 80, after: 140 } },
    }),
    paragraphStyle('SourceCode', 'Source Code', {
      run: { font: MONO, size: 18 },
      paragraph: { spacing: { after: 140, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle('Caption', 'caption', {
      run: { size: 19, italics: true },
      paragraph: { spacing: { before: 60, after: 200 } },
    }),
    paragraphStyle('Bibliography', 'Bibliography', {
      paragraph: { indent: { left: 425, hanging: 425 }, spacing: { after: 100 } },
    }),
    paragraphStyle('TableHead', 'Table Head', {
      run: { font: SANS, size: 20, bold: true },
      paragraph: { keepNext: true, spacing: { after: 40 } },
    }),
    paragraphStyle('Footer', 'footer', { run: { size: 18 } }),
  ],
  characterStyles: [
    {
      id: 'VerbatimChar',
      name: 'Verbatim Char',
      basedOn: 'DefaultParagraphFont',
      run: { font: MONO, size: 20 },
    },
  ],
};

function paragraphStyle(
  id: string,
  name: string,
  look: Pick<NonNullable<IStylesOptions['paragraphStyles']>[number], 'run' | 'paragraph'>,
): NonNullable<IStylesOptions['paragraphStyles']>[number] {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look };
}
