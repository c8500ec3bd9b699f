/** A tag or a stretch of text of an XML document. */
export type XmlToken =
  | {
      readonly kind: 'open';
      /** With its prefix. */
      readonly name: string;
      readonly attributes: string;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s<>]+)\s*>|<([^\s<>/!?"'=]+)(?![^\s<>/!?"'=])((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gy;

/**
 * The tokens of an XML document, without comments and instructions. Throws where it is not well
 * formed, and at a document type declaration: those are where entities are declared that stand for
 * more than memory holds, and no format that is read here has one.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const token = new RegExp(TOKEN);
  let end = 0;
  for (let match = token.exec(xml); match; match = token.exec(xml)) {
    end = token.lastIndex;
    const [, data, closed, opened, attributes = '', text] = match;
    if (closed !== undefined) {
      yield { kind: 'close', name: closed };
    } else if (opened !== undefined) {
      yield { kind: 'open', name: opened, attributes, isEmpty: attributes.endsWith('/') };
    } else if (data !== undefined) {
      yield { kind: 'text', text: data };
    } else if (text !== undefined) {
      yield { kind: 'text', text: decodeReferences(text) };
    }
  }
  if (end < xml.length) {
    const isDeclaration = /^<!DOCTYPE/i.test(xml.slice(end, end + 20));
    throw new Error(
      isDeclaration
        ? 'The file declares a document type, which is not allowed in it.'
        : 'The file has markup that is not well formed.',
    );
  }
}

/** The value of an attribute in what stands in a tag after its name. */
export function xmlAttribute(attributes: string, name: string): string | undefined {
  for (const [, found, double, single] of attributes.matchAll(
    /(?<![^\s="'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (found === name) {
      return decodeReferences(double ?? single ?? '');
    }
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') {
        return ENTITIES[name] ?? whole;
      }
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
