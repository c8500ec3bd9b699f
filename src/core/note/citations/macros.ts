import { closingBracket } from '../../text/lines';
import type { Span } from '../../model';
import type { CitekeyUse } from './citekeyUse';
import { placeAt } from './place';

/** The citations of Org, AsciiDoc (asciidoctor-bibtex) and reStructuredText (sphinxcontrib-bibtex). */

const ORG_OPENING = /\[cite(?:\/[\w/-]*)?:/g;
const ORG_KEY = /@([\w\-.:?!`'/*@+|(){}<>&^$#%~]+)/g;

const ASCIIDOC_OPENING = /(?<![\w:])cite(?:np)?:(?:[a-z]+:)?\[/g;
/** `key(12)`, with the place in parentheses. */
const ASCIIDOC_KEY = /([^\s,;()[\]+]+)(?:\(([^()]*)\))?/g;

const ROLE = /:(?:foot)?cite(?::[a-z]+){0,3}:`([^`]{1,2000})`/g;
/** `{see}key{p. 12}`, with notes before and behind. */
const ROLE_KEY = /(?:\{[^{}]*\})?([^\s,{}`]+)(?:\{([^{}]*)\})?/g;

type Hides = (offset: number) => boolean;

/** `[cite:@a p. 3]`, `[cite/t:see @a pp. 3-4; @b]`. */
export function orgUses(text: string, isHidden: Hides): readonly CitekeyUse[] {
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

/** `cite:[a]`, `cite:[a(12), b]`, `citenp:[a]`. */
export function asciiDocUses(text: string, isHidden: Hides): readonly CitekeyUse[] {
  return Array.from(text.matchAll(ASCIIDOC_OPENING)).flatMap(({ 0: opening, index }) => {
    const start = index + opening.length;
    const close = closingBracket(text, start, text.length);
    return close < 0 || isHidden(index)
      ? []
      : usesInList(text, start, close, ASCIIDOC_KEY, { start: index, end: close + 1 });
  });
}

/** ``:cite:p:`a,b` ``, ``:footcite:t:`{see}a{p. 12}` ``. */
export function restructuredTextUses(text: string, isHidden: Hides): readonly CitekeyUse[] {
  return Array.from(text.matchAll(ROLE)).flatMap(({ 0: role, 1: list = '', index }) => {
    const end = index + role.length;
    const citation = { start: index, end };
    return isHidden(index)
      ? []
      : usesInList(text, end - 1 - list.length, end - 1, ROLE_KEY, citation);
  });
}

/** @param pattern whose first group is a key, and whose second the place between brackets behind it */
function usesInList(
  text: string,
  start: number,
  end: number,
  pattern: RegExp,
  citation: Span,
): readonly CitekeyUse[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (found) => {
    const { 0: whole, 1: citekey = '', 2: note, index } = found;
    const behind = start + index + whole.length;
    const keyEnd = note === undefined ? behind : behind - note.length - 2;
    const place = note === undefined ? undefined : placeAt(text, keyEnd + 1, behind - 1);
    const empty = note === undefined ? keyEnd : keyEnd + 1;
    return useOf(citekey, keyEnd - citekey.length, place, empty, text, citation);
  });
}

function useOf(
  citekey: string,
  start: number,
  place: Span | undefined,
  empty: number,
  text: string,
  citation: Span,
): CitekeyUse {
  return {
    start,
    end: start + citekey.length,
    citekey,
    ...(place && { locator: text.slice(place.start, place.end) }),
    locatorSpan: place ?? { start: empty, end: empty },
    citation,
    isCertain: true,
  };
}
