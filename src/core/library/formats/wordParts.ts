import type { DocumentMetadata } from '../document';
import { languageOf, metadataOf, personNames, shortText } from './metadata';
import { xmlTokens } from '../../text/xml';

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
