import type { Span } from '../../../model';
import type { CitekeyUse } from '../../citations/citekeyUse';
import { placeAt } from '../../citations/placeAt';
import type { CitekeySyntax } from '../../noteLanguage';
import { NO_PROSE, NO_PROSE_COMMANDS, isCitingCommand } from './latexCommands';

/** Also the environment of csquotes that cites, `\begin{displaycquote}`. */
const COMMAND = /\\(?:begin\{)?([a-zA-Z]*(?:cite|cquote)[a-zA-Z]*)[*}]?/gi;
/** Commands with "cite" in their names that cite nothing. */
const NO_CITATION =
  /^(?:declare|atevery|if|new|renew|set|bib|mk|blx)|^cite(?:style|reset|setup|text|tracker|numfont|punct|form|left|right|mid|dash)/i;
/** Commands that cite several sources, each with a place of its own. */
const SEVERAL = /cites(?:text)?$|citetexts$/i;
/** Commands whose first argument in braces is the number of a volume, or a language. */
const WITH_FIRST_ARGUMENT = /volcite|^(?:foreign|hyphen|hybrid|displayforeign).*cquote/i;
const KEY = /[^\s,{}%#\\~]+/g;
/** Of an argument, in UTF-16 units and in braces and brackets: what is never closed costs no more. */
const LONGEST_ARGUMENT = 5000;
const MOST_OPENINGS = 64;
/** Of one command, which has two at most before a key. */
const MOST_GROUPS = 2;

/**
 * The citekeys of a LaTeX text: those of every command of biblatex, natbib and csquotes that cites,
 * such as `\autocite[see][12]{a,b}`, `\parencite*{a}`, `\autocites[1]{a}[2]{b}`, `\nocite{a}`.
 * @param isHidden whether a place in the text is a comment, code or the like
 */
function latexUses(text: string, isHidden: (offset: number) => boolean): readonly CitekeyUse[] {
  const uses: CitekeyUse[] = [];
  for (const { 0: command, 1: name = '', index } of text.matchAll(COMMAND)) {
    if (!NO_CITATION.test(name) && !isHidden(index)) {
      const groups = groupsOf(text, index + command.length, name);
      const citation = { start: index, end: groups.at(-1)?.keys.end ?? index };
      uses.push(...groups.flatMap((group) => usesIn(text, group, citation)));
    }
  }
  return uses;
}

/** Keys in braces with the optional arguments before them; spans without brackets and braces. */
interface Group {
  /** What stands behind the citation: the last optional argument. */
  readonly postnote: Span | undefined;
  /** With its braces. */
  readonly keys: Span;
}

function groupsOf(text: string, start: number, name: string): readonly Group[] {
  const groups: Group[] = [];
  const isSeveral = SEVERAL.test(name);
  let at = isSeveral ? behindParentheses(text, start) : start;
  do {
    const group = groupAt(text, at, WITH_FIRST_ARGUMENT.test(name));
    if (group === undefined) {
      break;
    }
    groups.push(group);
    at = group.keys.end;
  } while (isSeveral);
  return groups;
}

/** Behind the notes on all sources, `(see)(and so on)`, that may come first. */
function behindParentheses(text: string, start: number): number {
  const notes = /^(?:\s*\([^()]{0,500}\)){1,2}/.exec(text.slice(start, start + 1100));
  return start + (notes?.[0].length ?? 0);
}

function groupAt(text: string, start: number, hasFirstArgument: boolean): Group | undefined {
  let at = start;
  let postnote: Span | undefined;
  for (let count = 0; count < MOST_GROUPS && text.charAt(skipBlank(text, at)) === '['; count++) {
    const open = skipBlank(text, at);
    const close = optionEnd(text, open);
    if (close < 0) {
      return undefined;
    }
    postnote = { start: open + 1, end: close };
    at = close + 1;
  }
  const open = skipBlank(text, at);
  if (text.charAt(open) !== '{') {
    return undefined;
  }
  const close = braceAfter(text, open);
  if (text.charAt(close) !== '}') {
    return undefined;
  }
  const keys = { start: open, end: close + 1 };
  return hasFirstArgument ? groupAt(text, keys.end, false) : { postnote, keys };
}

/** The offset of the first brace behind the one at `open`; that of the end of a long list when none comes. */
function braceAfter(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_ARGUMENT);
  let at = open + 1;
  while (at < limit && text.charAt(at) !== '{' && text.charAt(at) !== '}') {
    at++;
  }
  return at;
}

/** TeX reads over blanks and one line break before an argument. */
function skipBlank(text: string, start: number): number {
  return (
    start +
    (/^[ \t]{0,20}(?:\r?\n[ \t]{0,20})?/.exec(text.slice(start, start + 50))?.[0].length ?? 0)
  );
}

/** Of the bracket at `open`; brackets within stand in braces. -1 when it is not closed. */
function optionEnd(text: string, open: number): number {
  let depth = 0;
  let openings = 0;
  const limit = Math.min(text.length, open + LONGEST_ARGUMENT);
  for (let at = open + 1; at < limit && openings < MOST_OPENINGS; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      at++;
    } else if (character === '{') {
      depth++;
      openings++;
    } else if (character === '[') {
      openings++;
    } else if (character === '}') {
      depth--;
    } else if (character === ']' && depth === 0) {
      return at;
    }
    if (depth < 0) {
      return -1;
    }
  }
  return -1;
}

function usesIn(text: string, { postnote, keys }: Group, citation: Span): readonly CitekeyUse[] {
  const found = [...text.slice(keys.start + 1, keys.end - 1).matchAll(KEY)].filter(
    ([key]) => key !== '*',
  );
  const place = postnote && placeAt(text, postnote.start, postnote.end);
  const empty = postnote
    ? { start: postnote.start, end: postnote.start }
    : { start: keys.start, end: keys.start };
  return found.map(({ 0: citekey, index }, number) => {
    const start = keys.start + 1 + index;
    // The place is the last key's: that is where it is printed.
    const own = number === found.length - 1 ? place : undefined;
    return {
      start,
      end: start + citekey.length,
      citekey,
      ...(own && { locator: text.slice(own.start, own.end) }),
      locatorSpan: own ?? empty,
      citation,
      isCertain: true,
    };
  });
}

const CODE_COMMANDS = new Set([...NO_PROSE_COMMANDS, 'verb', 'lstinline', 'mintinline', 'end']);

/** Commands are hidden with their arguments, some of which print what they hold. */
function mayCiteInLatex(hidden: string): boolean {
  const [, command = '', environment] = /^\\([a-zA-Z]+)\*?(?:\{([a-zA-Z]+))?/.exec(hidden) ?? [];
  return command === 'begin'
    ? !NO_PROSE.has(environment ?? '')
    : isCitingCommand(command) || (command !== '' && !CODE_COMMANDS.has(command));
}

const BIBITEM = /\\bibitem\s{0,20}(?:\[[^\]]{0,300}\])?\s{0,20}\{([^{}\s]{1,300})\}/g;

export const LATEX_CITEKEYS: CitekeySyntax = {
  read: latexUses,
  mayCite: mayCiteInLatex,
  opening: /[{,]\s*$/,
  closing: '}',
  defined: (text) => Array.from(text.matchAll(BIBITEM), ([, key = '']) => key),
  addedPlace: (cited, at, { number }) => {
    const place = number.replace(DASH, '--');
    const isBetweenBrackets = cited.charAt(at - 1) === '[';
    return isBetweenBrackets ? `${place}${cited.charAt(at) === ']' ? '' : ', '}` : `[${place}]`;
  },
};

const DASH = /(?<!\s)\s*[-\u2010-\u2015\u2212]+\s*/u;
