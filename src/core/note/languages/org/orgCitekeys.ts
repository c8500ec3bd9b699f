import { closingBracket } from '../../../text/lines';
import { useOf } from '../../citations/citekeyList';
import type { CitekeyUse } from '../../citations/citekeyUse';
import { placeAt } from '../../citations/placeAt';
import type { CitekeySyntax } from '../../noteLanguage';

/** Org's own citations. */
const ORG_OPENING = /\[cite(?:\/[\w/-]*)?:/g;
const ORG_KEY = /@([\w\-.:?!`'/*@+|(){}<>&^$#%~]+)/g;

/** `[cite:@a p. 3]`, `[cite/t:see @a pp. 3-4; @b]`. */
function orgUses(text: string, isHidden: (offset: number) => boolean): readonly CitekeyUse[] {
  return Array.from(text.matchAll(ORG_OPENING)).flatMap(({ 0: opening, index }) => {
    const start = index + opening.length;
    const close = closingBracket(text, start, text.length);
    if (close < 0 || isHidden(index)) {
      return [];
    }
    const keys = [...text.slice(start, close).matchAll(ORG_KEY)];
    return keys.map(({ 0: whole, 1: citekey = '', index: at }, number) => {
      const end = start + at + whole.length;
      const limit = start + (keys[number + 1]?.index ?? close - start);
      const citation = { start: index, end: close + 1 };
      return useOf(citekey, end - citekey.length, placeAt(text, end, limit), end, text, citation);
    });
  });
}

export const ORG_CITEKEYS: CitekeySyntax = {
  read: orgUses,
  mayCite: (hidden) => hidden.startsWith('[cite'),
  opening: /@$/,
  closing: ']',
};
