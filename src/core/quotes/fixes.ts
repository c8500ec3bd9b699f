import type { Span, TextEdit } from '../model';
import type { Note } from '../note/note';
import { countWords } from '../text/words';
import type { Difference, NegationLeftOut, QuoteCheck } from './quoteCheck';

/** Marks of emphasis, and LaTeX commands that go on to a brace. */
const MARK = /(?<![\\*_~=])(?:\*{1,3}|_{1,3}|~~|==)(?![*_~=])|\\[A-Za-z]+\{|(?<!\\)[{}]/g;

/** The end of a line with what begins the next one in a block, or of a paragraph with the marks that open the next one. */
const LINE_BREAK =
  /(?<![^\S\r\n])[^\S\r\n]*\r?\n[^\S\r\n]*(?:>[^\S\r\n]*)*(?:\r?\n(?:[^\S\r\n]*[\r\n>])*[^\S\r\n]*["“”„«»‹›‘‚「『`]*)?/;

const NO_PREFIX = /^[^\S\r\n]*(?:>[^\S\r\n]*)*$/;

/** The edits that give a quotation the source's words at these differences, all of them or some. */
export function useSourceWording(
  { text, language }: Pick<Note, 'text' | 'language'>,
  differences: readonly Difference[],
): readonly TextEdit[] {
  return differences.map((difference) => {
    const { start, end } = difference;
    const words = language.writing.text(difference.source);
    switch (difference.kind) {
      case 'added':
        return removal(text, difference);
      case 'dropped':
        return insertion(text, start, words);
      case 'changed':
      case 'recased':
      case 'reordered':
        return { start, end, text: replacement(text, difference, words) };
    }
  });
}

/**
 * The edits that own up to these differences, as editors do: an ellipsis where words were dropped,
 * brackets around words that are not the source's. For another order there is no such mark.
 */
export function markEditing(text: string, differences: readonly Difference[]): readonly TextEdit[] {
  const marked = differences.filter(({ kind }) => kind !== 'reordered');
  return marked.map((difference) => {
    const { start, end } = difference;
    return difference.kind === 'dropped'
      ? insertion(text, start, '…')
      : { start, end, text: `[${text.slice(start, end)}]` };
  });
}

/** More words than these stay left out, but for the negation. */
const MOST_RESTORED = 8;

/** The edit that gives back the source's words that an ellipsis or a bracket stands for, or the negation alone. */
export function restoreNegation(
  { text, language }: Pick<Note, 'text' | 'language'>,
  { start, end, word, source }: NegationLeftOut,
): TextEdit {
  const [before = '', ...others] = source.split(word);
  const behind = others.join(word);
  const short = [before.trim() && '…', word, behind.trim() && '…'].filter(Boolean).join(' ');
  const words = countWords(source) > MOST_RESTORED ? short : source;
  return { start, end, text: replacement(text, { start, end }, language.writing.text(words)) };
}

/** The edits of `useSourceWording` for all quotations of a note that were altered, in order. */
export function useSourceWordingInAll(
  note: Pick<Note, 'text' | 'language'>,
  checks: readonly QuoteCheck[],
): readonly TextEdit[] {
  let end = -1;
  return checks
    .flatMap(({ differences }) => useSourceWording(note, differences))
    .sort((one, other) => one.start - other.start)
    .filter((edit) => {
      // Of quotations within quotations both have the same difference.
      const isFree = edit.start >= end;
      end = isFree ? Math.max(edit.end, edit.start + 1) : end;
      return isFree;
    });
}

/** Words put in at a place between two others, with blanks where they are needed. */
function insertion(text: string, at: number, words: string): TextEdit {
  const before = /[\s([{“‘„‚«‹"'>]$/u.test(text.slice(Math.max(0, at - 1), at)) || at === 0;
  const behind = /^[\s)\]}”’»›"'.,;:!?]/u.test(text.slice(at, at + 1)) || at === text.length;
  return { start: at, end: at, text: `${before ? '' : ' '}${words}${behind ? '' : ' '}` };
}

/** Takes words out, with one of the blanks around them, or their line when nothing else is on it. */
function removal(text: string, difference: Difference): TextEdit {
  let { start, end } = difference;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = NO_PREFIX.test(text.slice(lineStart, start));
  const isLast = /^[^\S\r\n]*(?:\r?\n|$)/.exec(text.slice(end));
  if (isFirst && isLast && lineStart > 0) {
    return { start: lineStart, end: end + isLast[0].length, text: '' };
  }
  const kept = replacement(text, { start, end }, '');
  const isWordBehind = /[\p{L}\p{N}*_\\]/u.test(text[end] ?? '');
  const isBroken = LINE_BREAK.test(kept);
  if (!isFirst && isBlank(text[start - 1]) && (isBroken || !isWordBehind)) {
    start -= 1;
  }
  if (isBlank(text[end]) && (isBroken || start === difference.start)) {
    end += 1;
  }
  return { start, end, text: kept };
}

function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && /[^\S\r\n]/.test(unit);
}

/**
 * Words in place of a stretch of the note, with what else of it must stay: a line break with the
 * prefix of a block behind it, and marks of emphasis that the stretch only opens or only closes.
 */
function replacement(text: string, { start, end }: Span, words: string): string {
  const stretch = text.slice(start, end);
  const unpaired = unpairedMarks(stretch);
  const marks = (opens: boolean) =>
    unpaired
      .filter((one) => one.opens === opens)
      .map(({ mark }) => mark)
      .join('');
  return `${marks(true)}${brokenAs(stretch, words)}${marks(false)}`;
}

interface Mark {
  readonly mark: string;
  readonly opens: boolean;
}

function unpairedMarks(stretch: string): readonly Mark[] {
  const unpaired: Mark[] = [];
  for (const { 0: mark, index } of stretch.matchAll(MARK)) {
    const behind = stretch.slice(index + mark.length);
    if (mark.startsWith('_') && /\w$/.test(stretch.slice(0, index)) && /^\w/.test(behind)) {
      continue;
    }
    const opens = mark.endsWith('{') || (mark !== '}' && /^[\p{L}\p{N}“‘"'([\\]/u.test(behind));
    const last = unpaired.at(-1);
    const closesLast = mark === '}' ? last?.mark.endsWith('{') : last?.mark === mark;
    if (!opens && last?.opens && closesLast) {
      unpaired.pop();
    } else {
      unpaired.push({ mark, opens });
    }
  }
  return unpaired;
}

/** Words with the first line break of a stretch, behind as many words as it has there. */
function brokenAs(stretch: string, words: string): string {
  const found = LINE_BREAK.exec(stretch);
  if (found === null) {
    return words;
  }
  const before = stretch.slice(0, found.index).split(/\s+/).filter(Boolean).length;
  const all = words.split(' ').filter(Boolean);
  return `${all.slice(0, before).join(' ')}${found[0]}${all.slice(before).join(' ')}`;
}
