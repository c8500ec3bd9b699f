import { itemAt } from '../../util/defined';
import type { Span } from '../model';
import type { Note } from '../note/note';
import { Finder, lineEnd } from '../text/lines';

/** A comment that says which checks a note does not want, with the offsets of the comment. */
export interface Directive extends Span {
  readonly name: 'disable-next-line' | 'disable' | 'enable';
  /** What stands behind the name, on the same line. */
  readonly list: string;
}

const NAME = /ip4desk-(disable-next-line|disable|enable)(?![\w-])/gi;
/** UTF-16 units before a directive in which its comment must have begun. */
const LONGEST_BEGINNING = 200;

/**
 * The directives of a note, in order. The end of each is looked for by itself and what was found is
 * remembered, so that comments that are opened and never closed take no more time than others.
 */
export function* directivesIn({
  text,
  language: { comments },
}: Pick<Note, 'text' | 'language'>): Generator<Directive> {
  const endOf = comments.endsWithLine ? lineEnds(text) : htmlEnds(text);
  const names = new RegExp(NAME);
  for (let match = names.exec(text); match !== null; match = names.exec(text)) {
    const behind = names.lastIndex;
    const from = Math.max(0, match.index - LONGEST_BEGINNING);
    const beginning = comments.beginning.exec(text.slice(from, match.index));
    const ending = beginning === null ? undefined : endOf(behind);
    if (beginning !== null && ending !== undefined) {
      yield {
        start: firstOfRun(text, from + beginning.index, '%'),
        end: ending.end,
        name: itemAt(match, 1).toLowerCase() as Directive['name'],
        list: text.slice(behind, ending.start),
      };
      names.lastIndex = ending.end;
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
