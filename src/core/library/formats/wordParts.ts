import type { DocumentMetadata } from '../document';
import { languageOf, metadataOf, personNames, shortText } from './metadata';
import { xmlAttribute, xmlTokens } from '../../text/xml';

/** No document of people nests its markup deeper; what reads it afterwards calls itself a level. */
const MOST_ELEMENT_LEVELS = 256;

/** Throws at a part that is no sound XML or would harm what reads it: see `xmlTokens`. */
export function checkPart(xml: string): void {
  let depth = 0;
  let elements = 0;
  for (const token of xmlTokens(xml)) {
    elements += token.kind === 'open' ? 1 : 0;
    if (token.kind === 'open' && !token.isEmpty) {
      depth++;
    } else if (token.kind === 'close') {
      depth--;
    }
    if (depth > MOST_ELEMENT_LEVELS) {
      throw new Error('The file nests its markup too deeply.');
    }
  }
  if (depth !== 0 || elements === 0) {
    throw new Error('The file has markup that is not well formed.');
  }
}

/**
 * The levels of headings, from 1, by the ids of the paragraph styles that have one, be it from the
 * style that they are based on. Templates give headings names of their own, in any language; the
 * outline level is what Word goes by.
 */
export function headingStyles(stylesXml: string): ReadonlyMap<string, number> {
  const styles = new Map<string, { basedOn?: string; level?: number }>();
  let style: { basedOn?: string; level?: number } = {};
  for (const token of xmlTokens(stylesXml)) {
    if (token.kind !== 'open') {
      continue;
    }
    const value = (): string => xmlAttribute(token.attributes, 'w:val') ?? '';
    if (token.name === 'w:style') {
      style = {};
      if (xmlAttribute(token.attributes, 'w:type') === 'paragraph') {
        styles.set(xmlAttribute(token.attributes, 'w:styleId') ?? '', style);
      }
    } else if (token.name === 'w:basedOn') {
      style.basedOn = value();
    } else if (token.name === 'w:outlineLvl') {
      style.level = Number(value()) + 1;
    }
  }
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    const level = levelOf(id, styles);
    // The tenth level is that of text.
    if (level !== undefined && level >= 1 && level <= 9) {
      levels.set(id, level);
    }
  }
  return levels;
}

function levelOf(
  id: string,
  styles: ReadonlyMap<string, { readonly basedOn?: string; readonly level?: number }>,
): number | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const style = styles.get(at);
    if (style?.level !== undefined) {
      return style.level;
    }
    at = style?.basedOn;
  }
  return undefined;
}

/**
 * What the core properties of a file say. Their dates tell when the file was made, not when the
 * document was issued, and are left out.
 */
export function coreProperties(xml: string): DocumentMetadata {
  const said = new Map<string, string>();
  let name = '';
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      said.set(name, (said.get(name) ?? '') + token.text);
    } else {
      name = token.kind === 'open' ? token.name : '';
    }
  }
  return metadataOf({
    title: shortText(said.get('dc:title')),
    author: personNames(said.get('dc:creator')),
    language: languageOf(said.get('dc:language')),
  });
}
