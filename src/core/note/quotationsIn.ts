import type { Span } from '../model';
import { countWords } from '../text/words';
import { zonesOf, type Zones } from './zones';
import { blockEnd } from './blockEnd';
import { FEWEST_QUOTED_WORDS, type Quotation } from './quotation';
import { NoteReader } from './readableText';

/**
 * The quotations of a note: five words or more in quotation marks of any language, over line breaks
 * and with others within them, and block quotations. Those in footnotes and lists of references are
 * titles, mostly, and are left out. Linear in the note's length.
 * @param language a VS Code language id
 */
export function quotationsIn(text: string, language: string): readonly Quotation[] {
  const zones = zonesOf(text, language);
  return findQuotations(text, language, zones, new NoteReader(text, language, zones));
}

/** The same for who has the zones already. */
export function findQuotations(
  text: string,
  language: string,
  zones: Zones,
  reader: NoteReader,
): readonly Quotation[] {
  const references = zones.of('reference');
  let reference = 0;
  const marked = joinedBlocks(text, zones.of('quotation'));
  const blocks =
    language === 'plaintext' ? [...marked, ...indentedBlocks(text, zones)] : [...marked];
  return blocks
    .sort((a, b) => a.start - b.start)
    .flatMap((outer): readonly Quotation[] => {
      while (reference < references.length && references[reference]!.end < outer.end) {
        reference += 1;
      }
      const { start, end } = references[reference] ?? { start: Infinity, end: 0 };
      if (start <= outer.start && outer.end <= end) {
        return [];
      }
      const quotation = isInMarks(text, outer) ? withoutMarks(text, outer) : blockIn(text, outer);
      const words = quotation && countWords(reader.read(quotation).text);
      return words !== undefined && words >= FEWEST_QUOTED_WORDS ? [quotation!] : [];
    });
}

const OPENING_COMMAND =
  /^\\(?:enquote|textquote|foreignquote|textelp|blockquote|foreignblockquote|textcquote|blockcquote)\*?(?:\[[^\]]*\]|\{[^{}]*\}(?=\s*[[{]))*\{/;
const OPENING_MARK = /^(?:``?|["“”„«»‹›'‘’‚「」『』]|<q\b[^>]*>)/;
const CLOSING_MARK = /(?:''|["“”„«»‹›'‘’‚「」『』}]|<\/q>)$/;

function isInMarks(text: string, { start }: Span): boolean {
  const head = text.slice(start, start + 200);
  return OPENING_MARK.test(head) || OPENING_COMMAND.test(head);
}

function withoutMarks(text: string, outer: Span): Quotation | undefined {
  const all = text.slice(outer.start, outer.end);
  const [opening = ''] = OPENING_COMMAND.exec(all) ?? OPENING_MARK.exec(all) ?? [];
  const [closing = ''] = CLOSING_MARK.exec(all) ?? [];
  const span = trimmed(text, outer.start + opening.length, outer.end - closing.length);
  return span && { kind: 'marks', outer, ...span };
}

/** Lines of a block that stand in one go are one quotation: each is a stretch of its own where each has a mark. */
function joinedBlocks(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      text.charAt(span.start) === '>' &&
      text.charAt(last.start) === '>' &&
      /^[\s>]*$/.test(text.slice(last.end, span.start)) &&
      !/\n[ \t]*\n/.test(text.slice(last.end, span.start))
    ) {
      joined[joined.length - 1] = { start: last.start, end: span.end };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Lines of a paragraph of its own, each of them indented as plain text sets quotations. */
const INDENTED = /(?<=^|\n[ \t]*\n)(?:(?: {4,}|\t)\S[^\n]*(?:\n|$))+(?=[ \t]*\n|$)/g;

/**
 * Paragraphs that are indented and end with a citation: in plain text nothing else tells a quotation
 * from a list or a table.
 */
function indentedBlocks(text: string, zones: Zones): readonly Span[] {
  return Array.from(text.matchAll(INDENTED), ({ 0: block, index }) => ({
    start: index + block.length - block.trimStart().length,
    end: index + block.trimEnd().length,
  })).filter(
    (span) =>
      CITATION_BEHIND.test(text.slice(Math.max(span.start, span.end - LONGEST_TAIL), span.end)) &&
      !zones.touches(span, ['markup', 'quotation']),
  );
}

const BLOCK_START =
  /^(?:>[ \t]*|\\begin\{[^}]*\}(?:\[[^\]]*\]|\{[^}]*\})*|#\+begin_quote[^\n]*|_{4,}|"""?|<blockquote[^>]*>|\s)+/i;
/** Whose it is, or where it stands, below the words or behind them: it is no part of them. */
const ATTRIBUTION = /\n[ \t>]*(?:[—–―]|--)[^\n]*$/;
const CITATION_BEHIND =
  /(?<![\s>])[\s>]*(?:\[\^[^\]\s]+\]|\[@[^\]]+\]|\[-?@[^\]]+\]|\((?=[^()]*(?:\d{4}|\bpp?\.|\bparas?\.|§))[^()]*\)|\[(?:#|\d)[\w-]*\]_|footnote:[\w-]*\[[^\]]*\]|\[fn:[^\]]*\]|\\\w*cite\w*\*?(?:\[[^\]]*\])*\{[^}]*\})[.,;]?$/;
/** Boxes of GitHub's Markdown, which quote nobody. */
const ALERT = /^(?:>\s*)?\[!\w+\]/;

function blockIn(text: string, outer: Span): Quotation | undefined {
  const all = text.slice(outer.start, outer.end);
  if (ALERT.test(all)) {
    return undefined;
  }
  const start = outer.start + (BLOCK_START.exec(all)?.[0].length ?? 0);
  let end = outer.start + blockEnd(all);
  for (const behind of [ATTRIBUTION, CITATION_BEHIND, ATTRIBUTION]) {
    // Only the tail, so that a long block is not looked through from each of its characters.
    const from = Math.max(start, end - LONGEST_TAIL);
    const tail = behind.exec(text.slice(from, end));
    if (tail !== null) {
      end = from + tail.index;
    }
    while (end > start && /[>\s]/.test(text.charAt(end - 1))) {
      end -= 1;
    }
  }
  const span = trimmed(text, start, end);
  return span && { kind: 'block', outer, ...span };
}

const LONGEST_TAIL = 600;

/** Without the blanks at either end; `undefined` when nothing is left. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) {
    from += 1;
  }
  while (to > from && /\s/.test(text.charAt(to - 1))) {
    to -= 1;
  }
  return from < to ? { start: from, end: to } : undefined;
}
