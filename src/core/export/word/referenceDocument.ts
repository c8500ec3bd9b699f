import { decodeKnown } from '../../text/decode';
import { xmlAttribute } from '../../text/xml';
import { unzip } from '../../library/formats/zip';
import { checkPart } from '../../library/formats/wordParts';

/** The most bytes that a reference document unpacks to. */
const MOST_BYTES = 100_000_000;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file whose styles, pages, headers and footers another one gets. */
export interface ReferenceDocument {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The markup of its styles, of its numbering (empty where it has none) and of its last section. */
  readonly styles: string;
  readonly numbering: string;
  readonly section: string;
  /** Twips between its margins. */
  readonly textWidth: number;
  /** The ids of its styles by their names in small letters. */
  readonly styleIds: ReadonlyMap<string, string>;
}

/** Where a part says what else it is made of. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Reads a reference document; `undefined` when the bytes are no sound Word file (.docx, .dotx). */
export function readReferenceDocument(bytes: Uint8Array): ReferenceDocument | undefined {
  try {
    const parts = unzip(bytes, (path) => !/^(?:customXml|docProps)\//.test(path), MOST_BYTES);
    const styles = parts && partText(parts, 'word/styles.xml');
    const document = parts && partText(parts, 'word/document.xml');
    if (!parts || !styles?.includes('<w:styles') || document?.includes('<w:body') !== true) {
      return undefined;
    }
    const numbering = partText(parts, 'word/numbering.xml') ?? '';
    [styles, document, ...(numbering === '' ? [] : [numbering])].forEach(checkPart);
    const section = lastSection(document);
    return {
      parts,
      styles,
      numbering,
      section,
      textWidth: textWidthOf(section),
      styleIds: new Map(stylesIn(styles).map(({ name, id }) => [name.toLowerCase(), id])),
    };
  } catch {
    return undefined;
  }
}

/** The text of a part; `undefined` when there is none of that path. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const part = parts.get(path);
  return part && (decodeKnown(part)?.text ?? new TextDecoder().decode(part));
}

/** A style as it is written. */
export interface WrittenStyle {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly markup: string;
}

/** The styles that a part defines, in order. */
export function stylesIn(markup: string): readonly WrittenStyle[] {
  return markup.split(/(?=<w:style\s)/).flatMap((piece): WrittenStyle[] => {
    const end = piece.indexOf('</w:style>');
    const [, attributes] = /^<w:style\s([^<>]*)>/.exec(piece) ?? [];
    const [, named] = /<w:name\s([^<>]*)>/.exec(piece) ?? [];
    const id = xmlAttribute(attributes ?? '', 'w:styleId');
    return end < 0 || id === undefined
      ? []
      : [
          {
            id,
            name: xmlAttribute(named ?? '', 'w:val') ?? id,
            type: xmlAttribute(attributes ?? '', 'w:type') ?? '',
            markup: piece.slice(0, end + '</w:style>'.length),
          },
        ];
  });
}

/** The relationships of a part. */
export function relationshipsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  path: string,
): readonly Relationship[] {
  const markup = partText(parts, relationshipsPath(path)) ?? '';
  return [...markup.matchAll(/<Relationship\s([^<>]*)>/g)].map(([, attributes = '']) => ({
    id: xmlAttribute(attributes, 'Id') ?? '',
    type: xmlAttribute(attributes, 'Type') ?? '',
    target: xmlAttribute(attributes, 'Target') ?? '',
    isExternal: xmlAttribute(attributes, 'TargetMode') === 'External',
  }));
}

/** Where the relationships of a part stand. */
export function relationshipsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

/** The type of a relationship, by its last word: `header`. */
export function relationshipType(name: string): string {
  return `${OFFICE}/${name}`;
}

/** That of the document as a whole is the last one. */
function lastSection(document: string): string {
  const start = document.lastIndexOf('<w:sectPr');
  const section = start < 0 ? '' : document.slice(start, document.lastIndexOf('</w:body>'));
  const end = section.indexOf('</w:sectPr>');
  return end < 0 ? '' : section.slice(0, end + '</w:sectPr>'.length);
}

/** A page of A4 with margins of an inch where the section does not say. */
function textWidthOf(section: string): number {
  const [, size = ''] = /<w:pgSz\s([^<>]*)>/.exec(section) ?? [];
  const [, margins = ''] = /<w:pgMar\s([^<>]*)>/.exec(section) ?? [];
  const valueOf = (attributes: string, name: string, otherwise: number): number => {
    const value = Number(xmlAttribute(attributes, name));
    return Number.isFinite(value) && value > 0 ? value : otherwise;
  };
  const width =
    valueOf(size, 'w:w', 11_906) -
    valueOf(margins, 'w:left', 1_440) -
    valueOf(margins, 'w:right', 1_440);
  return Math.max(2_000, width);
}
