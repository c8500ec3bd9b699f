import type { Span } from '../model';
import { runLength } from '../text/lines';
import { isWithinMarkup } from '../note/footnotes';
import type { Note } from '../note/note';
import { citationGroups, type CitationGroup } from './citationGroups';

/** What CommonMark does not know, and what is therefore taken out of a note before it is parsed. */
export type HeldItem = Span &
  (
    | { readonly kind: 'citation'; readonly group: CitationGroup }
    /** A footnote that stands in the text: `^[…]`. */
    | { readonly kind: 'note'; readonly inner: Span }
    | { readonly kind: 'pageBreak' | 'shortcode' | 'references' }
  );

const SHORTCODE = /\{\{<([^\n{}]{0,500}?)>\}\}/g;
const PAGE_BREAK = /^\\(?:newpage|pagebreak|clearpage)[ \t\r]*$/gm;
/** Where Pandoc puts the list of references. */
const REFERENCES = /^:{3,}[ \t]*\{[^{}\n]*#refs\b[^{}\n]*\}[ \t]*\r?\n\s*:{3,}[ \t\r]*$/gm;

/** In order; items may lie within others. */
export function heldItems(note: Note): readonly HeldItem[] {
  const { text, hidden, footnotes } = note;
  const isText = ({ start }: Span): boolean => !isWithinMarkup(hidden, start);
  const found = (pattern: RegExp): readonly RegExpExecArray[] => [...text.matchAll(pattern)];
  const spanOf = ({ 0: all, index }: RegExpExecArray): Span => ({
    start: index,
    end: index + all.length,
  });
  const items: readonly HeldItem[] = [
    ...citationGroups(note).map((group): HeldItem => ({
      kind: 'citation',
      start: group.start,
      end: group.end,
      group,
    })),
    ...footnotes.all.flatMap(({ mark: { start }, isInline }): HeldItem[] => {
      const end = isInline ? closingBracket(text, start + 2) : undefined;
      return end === undefined
        ? []
        : [{ kind: 'note', start, end: end + 1, inner: { start: start + 2, end } }];
    }),
    ...found(SHORTCODE).map((match): HeldItem => ({
      kind: match[1]?.trim() === 'pagebreak' ? 'pageBreak' : 'shortcode',
      ...spanOf(match),
    })),
    ...found(PAGE_BREAK).map((match): HeldItem => ({ kind: 'pageBreak', ...spanOf(match) })),
    ...found(REFERENCES).map((match): HeldItem => ({ kind: 'references', ...spanOf(match) })),
  ];
  return items
    .filter((item) => item.kind === 'citation' || item.kind === 'references' || isText(item))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** UTF-16 units of a footnote in the text. */
const LONGEST_NOTE = 5_000;

/** The bracket that closes one which is open at `start`, in the same paragraph. */
function closingBracket(text: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < Math.min(text.length, start + LONGEST_NOTE); at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      at += 1;
    } else if (sign === '\n' && /^\n[ \t>]*\r?\n/.test(text.slice(at, at + 40))) {
      return undefined;
    } else if (sign === '`') {
      at = endOfCode(text, at) - 1;
    } else if (sign === '[') {
      depth += 1;
    } else if (sign === ']') {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    }
  }
  return undefined;
}

/** Where the code ends whose backticks begin at an offset, or they themselves where none does. */
function endOfCode(text: string, start: number): number {
  const ticks = text.slice(start, start + runLength(text, start, text.length));
  const within = text.slice(start + ticks.length, start + LONGEST_NOTE);
  const close = within.indexOf(ticks);
  return start + ticks.length + (close < 0 ? 0 : close + ticks.length);
}
