import { usesInList } from '../../citations/citekeyList';
import type { CitekeyUse } from '../../citations/citekeyUse';
import type { CitekeySyntax } from '../../noteLanguage';

/** The citations of sphinxcontrib-bibtex. */
const ROLE = /:(?:foot)?cite(?::[a-z]+){0,3}:`([^`]{1,2000})`/g;
/** `{see}key{p. 12}`, with notes before and behind. */
const ROLE_KEY = /(?:\{[^{}]*\})?([^\s,{}`]+)(?:\{([^{}]*)\})?/g;

/** ``:cite:p:`a,b` ``, ``:footcite:t:`{see}a{p. 12}` ``. */
function restructuredTextUses(
  text: string,
  isHidden: (offset: number) => boolean,
): readonly CitekeyUse[] {
  return Array.from(text.matchAll(ROLE)).flatMap(({ 0: role, 1: list = '', index }) => {
    const end = index + role.length;
    const citation = { start: index, end };
    return isHidden(index)
      ? []
      : usesInList(text, end - 1 - list.length, end - 1, ROLE_KEY, citation);
  });
}

export const RESTRUCTURED_TEXT_CITEKEYS: CitekeySyntax = {
  read: restructuredTextUses,
  mayCite: (hidden) => /^:(?:foot)?cite/.test(hidden),
  opening: /[`,]\s*$/,
  closing: '`',
};
