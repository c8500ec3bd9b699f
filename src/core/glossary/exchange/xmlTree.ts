import { itemAt } from '../../../util/defined';
import { xmlAttribute, xmlTokens } from '../../text/xml';

/** An element of an XML document; names are without prefixes. */
export interface XmlElement {
  readonly name: string;
  attribute(name: string): string | undefined;
  readonly children: readonly XmlElement[];
  /** All text in it and below. */
  readonly text: string;
}

/** A declaration of a document type that declares nothing by itself, as TBX files of 2008 have one. */
const PLAIN_DOCTYPE = /<!DOCTYPE\s[^[\]<>]*>/i;

/** Deeper than any terminology is nested. */
const MOST_ELEMENT_LEVELS = 64;

/**
 * Reads an XML document into a tree.
 *
 * @throws Error where the document is not well formed, nested too deeply, or declares entities
 */
export function readXml(xml: string): XmlElement {
  const root = new Element('', '');
  const open = [root];
  for (const token of xmlTokens(xml.replace(/^\ufeff/u, '').replace(PLAIN_DOCTYPE, ''))) {
    const parent = itemAt(open, open.length - 1);
    if (token.kind === 'text') {
      parent.parts.push(token.text);
    } else if (token.kind === 'open') {
      const element = new Element(localName(token.name), token.attributes);
      parent.parts.push(element);
      if (!token.isEmpty) {
        open.push(element);
      }
      if (open.length > MOST_ELEMENT_LEVELS) {
        throw new Error('The file is nested too deeply.');
      }
    } else if (open.length === 1 || parent.name !== localName(token.name)) {
      throw new Error(`The file closes <${token.name}> where it is not open.`);
    } else {
      open.pop();
    }
  }
  if (open.length > 1) {
    throw new Error(`The file does not close <${itemAt(open, open.length - 1).name}>.`);
  }
  return root;
}

class Element implements XmlElement {
  readonly parts: (string | Element)[] = [];

  constructor(
    readonly name: string,
    private readonly attributes: string,
  ) {}

  attribute(name: string): string | undefined {
    return xmlAttribute(this.attributes, name);
  }

  get children(): readonly Element[] {
    return this.parts.filter((part) => typeof part !== 'string');
  }

  get text(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All elements of one of these names, in the order of the document, those within others included. */
export function descendants(
  element: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...descendants(child, ...names),
  ]);
}

/** Text for between tags and in attributes. What XML cannot hold, such as a bell, is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
