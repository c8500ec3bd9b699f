import { itemAt } from '../../util/defined';
import type { Span } from '../model';
import { Finder, lineEnd } from '../text/lines';

/** A comment that says which checks a note does not want, with the offsets of the comment. */
export interface Directive extends Span {
  readonly name: 'disable-next-line' | 'disable' | 'enable';
  /** What stands behind the name, on the same line. */
  readonly list: string;
}

const NAME = String.raw`ip4desk-(disable-next-line|disable|enable)(?![\w-])`;
/** The beginning of a comment with a directive, by language; in the others it is one of HTML. */
const OPENINGS: Readonly<Record<string, RegExp>> = {
  latex: new RegExp(String.raw`(?<!\\)%[ \t]*${NAME}`, 'gi'),
  tex: new RegExp(String.raw`(?<!\\)%[ \t]*${NAME}`, 'gi'),
  restructuredtext: new RegExp(String.raw`^[ \t]*\.\.[ \t]+${NAME}`, 'gim'),
  asciidoc: new RegExp(String.raw`^//[ \t]*${NAME}`, 'gim'),
  org: new RegExp(String.raw`^[ \t]*#[ \t]+${NAME}`, 'gim'),
};
const HTML_OPENING = new RegExp(String.raw`<!--\s*${NAME}`, 'gi');

/**
 * The directives of a note, in order. The end of each is looked for by itself and what was found is
 * remembered, so that comments that are opened and never closed take no more time than others.
 * @param language a VS Code language id
 */
export function* directivesIn(text: string, language: string): Generator<Directive> {
  const opening = OPENINGS[language];
  const endOf = opening === undefined ? htmlEnds(text) : lineEnds(text);
  const beginning = new RegExp(opening ?? HTML_OPENING);
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const behind = beginning.lastIndex;
    const ending = endOf(behind);
    if (ending !== undefined) {
      yield {
        start: firstOfRun(text, match.index, '%'),
        end: ending.end,
        name: itemAt(match, 1).toLowerCase() as Directive['name'],
        list: text.slice(behind, ending.start),
      };
      beginning.lastIndex = ending.end;
    }
  }
}

/** Ends that are asked for from ever later offsets: the blanks, if any, and what closes the comment. */
type EndOf = (from: number) => Span | undefined;

/** The line may end before the comment is closed, but then only blanks may follow. */
function htmlEnds(text: string): EndOf {
  const finder = new Finder(text);
  const afterLine = /\s*-->/y;
  let known = { at: -1, end: -1 };
  return (from) => {
    const close = finder.find('-->', from);
    const line = finder.find('\n', from);
    if (close < 0) {
      return undefined;
    }
    if (line < 0 || close < line) {
      return { start: close, end: close + 3 };
    }
    if (known.at !== line) {
      afterLine.lastIndex = line;
      known = { at: line, end: afterLine.test(text) ? afterLine.lastIndex : -1 };
    }
    return known.end < 0 ? undefined : { start: line, end: known.end };
  };
}

function lineEnds(text: string): EndOf {
  const terminator = /[\n\r\u2028\u2029]/g;
  const blanks = /[ \t\r]*$/my;
  return (from) => {
    terminator.lastIndex = from;
    let start = terminator.test(text) ? terminator.lastIndex - 1 : lineEnd(text, from);
    while (start > from && ' \t'.includes(text.charAt(start - 1))) {
      start -= 1;
    }
    blanks.lastIndex = start;
    return blanks.test(text) ? { start, end: blanks.lastIndex } : undefined;
  };
}

/** The offset of the first of a run of the same sign; one behind a backslash is no part of it. */
function firstOfRun(text: string, at: number, sign: string): number {
  let first = at;
  while (
    text.charAt(at) === sign &&
    text.charAt(first - 1) === sign &&
    text.charAt(first - 2) !== '\\'
  ) {
    first -= 1;
  }
  return first;
}
