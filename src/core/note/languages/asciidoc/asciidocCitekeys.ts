import { closingBracket } from '../../../text/lines';
import { usesInList } from '../../citations/citekeyList';
import type { CitekeyUse } from '../../citations/citekeyUse';
import type { CitekeySyntax } from '../../noteLanguage';

/** The citations of asciidoctor-bibtex. */
const ASCIIDOC_OPENING = /(?<![\w:])cite(?:np)?:(?:[a-z]+:)?\[/g;
/** `key(12)`, with the place in parentheses. */
const ASCIIDOC_KEY = /([^\s,;()[\]+]+)(?:\(([^()]*)\))?/g;

/** `cite:[a]`, `cite:[a(12), b]`, `citenp:[a]`. */
function asciiDocUses(text: string, isHidden: (offset: number) => boolean): readonly CitekeyUse[] {
  return Array.from(text.matchAll(ASCIIDOC_OPENING)).flatMap(({ 0: opening, index }) => {
    const start = index + opening.length;
    const close = closingBracket(text, start, text.length);
    return close < 0 || isHidden(index)
      ? []
      : usesInList(text, start, close, ASCIIDOC_KEY, { start: index, end: close + 1 });
  });
}

export const ASCIIDOC_CITEKEYS: CitekeySyntax = {
  read: asciiDocUses,
  mayCite: () => false,
  opening: /[[,]\s*$/,
  closing: ']',
};
