import { strToU8, zipSync } from 'fflate';

/** Makes small Word files (.docx) for tests out of the markup of their parts. */

export interface WordSpec {
  /** The children of `w:body`, as markup: see `paragraph` and the others below. */
  readonly body: string;
  /** Notes by their id, from 1: the markup inside. */
  readonly footnotes?: readonly string[];
  readonly endnotes?: readonly string[];
  /** Children of `w:styles` besides Title and Heading 1 to 3. */
  readonly styles?: string;
  readonly title?: string;
  readonly creator?: string;
  /** Other parts by their path; they replace what would stand there. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
]
  .map(([prefix, uri]) => `xmlns:${prefix ?? ''}="${uri ?? ''}"`)
  .join(' ');

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

export function makeWord(spec: WordSpec): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${header}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${header}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${header}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${
      spec.title === undefined ? '' : `<dc:title>${escapeXml(spec.title)}</dc:title>`
    }${spec.creator === undefined ? '' : `<dc:creator>${escapeXml(spec.creator)}</dc:creator>`}</cp:coreProperties>`,
    'word/_rels/document.xml.rels': `${header}<Relationships xmlns="${packages}/relationships">${[
      'styles',
      'numbering',
      'footnotes',
      'endnotes',
    ]
      .map(
        (name, at) =>
          `<Relationship Id="rId${String(at)}" Type="${office}/${name}" Target="${name}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'word/document.xml': `${header}<w:document ${namespaces}><w:body>${spec.body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${header}<w:styles ${namespaces}>${paragraphStyle('Title', 'Title')}${[
      1, 2, 3,
    ]
      .map((level) =>
        paragraphStyle(
          `Heading${String(level)}`,
          `heading ${String(level)}`,
          `<w:pPr><w:outlineLvl w:val="${String(level - 1)}"/></w:pPr>`,
        ),
      )
      .join('')}${spec.styles ?? ''}</w:styles>`,
    'word/numbering.xml': `${header}<w:numbering ${namespaces}>${[
      ['0', 'bullet'],
      ['1', 'decimal'],
    ]
      .map(
        ([id = '', format = '']) =>
          `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2]
            .map(
              (level) =>
                `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
            )
            .join('')}</w:abstractNum>`,
      )
      .join(
        '',
      )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/footnotes.xml': notes('footnote', spec.footnotes ?? []),
    'word/endnotes.xml': notes('endnote', spec.endnotes ?? []),
    ...spec.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
    { mtime: new Date(2020, 0, 1) },
  );
}

function notes(kind: 'footnote' | 'endnote', bodies: readonly string[]): string {
  return `${header}<w:${kind}s ${namespaces}><w:${kind} w:type="separator" w:id="-1"><w:p/></w:${kind}>${bodies
    .map((body, at) => `<w:${kind} w:id="${String(at + 1)}">${body}</w:${kind}>`)
    .join('')}</w:${kind}s>`;
}

/** The definition of a paragraph style. */
export function paragraphStyle(id: string, name: string, rest = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}

/** A paragraph: its runs as markup, the id of its style, further properties. */
export function paragraph(runs: string, style?: string, properties = ''): string {
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${styled}${properties}</w:pPr>${runs}</w:p>`;
}

/** An item of a list, nested from 0. */
export function item(runs: string, level = 0, ordered = false): string {
  return paragraph(
    runs,
    undefined,
    `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${ordered ? '2' : '1'}"/></w:numPr>`,
  );
}

/** A run of text, with properties as markup. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A table of cells with one paragraph each. */
export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
}

/** The mark of a note by its number. */
export function noteMark(kind: 'footnote' | 'endnote', id: number): string {
  return `<w:r><w:${kind}Reference w:id="${String(id)}"/></w:r>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
