import { groupBy } from '../../util/groupBy';
import { itemAt } from '../../util/defined';
import type { Span } from '../model';
import type { CitekeyUse } from '../note/citations/citekeyUse';
import type { Note } from '../note/note';

/** A source that a citation names, with the words around it. */
export interface CitedPart {
  readonly citekey: string;
  /** As it is written; absent where none is named. */
  readonly locator: string | undefined;
  /** What stands before and behind it in the citation; may be empty. */
  readonly prefix: Span;
  readonly suffix: Span;
  /** Whether the author is left out, as in `[-@key]`. */
  readonly isWithoutAuthor: boolean;
}

/** A citation of Pandoc's with all that it names. */
export interface CitationGroup extends Span {
  readonly parts: readonly CitedPart[];
  /** Whether its author is part of the sentence, as in `@key [p. 7]`. */
  readonly isNarrative: boolean;
  /** Whether it can be nothing but a citation; a bare `@name` may be a name. */
  readonly isCertain: boolean;
}

/** The citations of a note by key, in order; those within the words of another one behind it. */
export function citationGroups({
  text,
  citekeyUses,
}: Pick<Note, 'text' | 'citekeyUses'>): readonly CitationGroup[] {
  const groups = groupBy(citekeyUses, ({ citation }) => [`${citation.start}-${citation.end}`]);
  return [...groups.values()]
    .map((uses) => groupOf(text, uses))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function groupOf(text: string, uses: readonly CitekeyUse[]): CitationGroup {
  const { citation, isCertain } = itemAt(uses, 0);
  const isNarrative = text.charAt(citation.start) !== '[';
  const isBare = isNarrative && text.charAt(citation.end - 1) !== ']';
  const inner = {
    start: citation.start + (isNarrative ? 0 : 1),
    end: citation.end - (isBare ? 0 : 1),
  };
  let from = inner.start;
  const parts = uses.map((use, at): CitedPart => {
    const { citekey, locator, locatorSpan } = use;
    const key = wholeKey(text, use);
    const next = uses[at + 1];
    const end = next === undefined ? inner.end : borderBefore(text, key.end, next.start);
    const placed = locator === undefined ? key.end : locatorSpan.end;
    const behind = locator !== undefined && text.charAt(placed) === '}' ? placed + 1 : placed;
    // Of "@key [words]" the bracket is no part of the words.
    const opened = locator === undefined && isNarrative && at === 0;
    const begins = opened ? text.indexOf('[', behind) + 1 : behind;
    const part = {
      citekey,
      locator,
      prefix: { start: Math.min(from, key.start), end: key.start },
      suffix: isBare ? { start: end, end } : { start: Math.min(begins, end), end },
      isWithoutAuthor: text.charAt(key.start) === '-',
    };
    from = end + 1;
    return part;
  });
  return { ...citation, parts, isNarrative, isCertain };
}

/** A key with "-", "@" and braces. */
function wholeKey(text: string, { start, end }: Span): Span {
  const isBraced = text.charAt(start - 1) === '{';
  const sign = start - (isBraced ? 2 : 1);
  return {
    start: text.charAt(sign - 1) === '-' ? sign - 1 : sign,
    end: end + (isBraced ? 1 : 0),
  };
}

/** Where the last semicolon before the next key stands, or else the key itself. */
function borderBefore(text: string, start: number, next: number): number {
  const border = text.lastIndexOf(';', next);
  return border < start ? next : border;
}
