import type { Span, TextEdit } from '../model';
import { isAcronymForm } from './capitalWords';

/** How far a look around a place goes, in UTF-16 units. */
const AROUND = 80;

const SENTENCE_START =
  /(?:[.!?…:]["'”’»)\]*_]*\s+|\n[^\S\n]*\n\s{0,80}|\n[^\S\n]*(?:[-*+•–—#>|]+|\(?\w{1,3}[.)])[^\S\n]+|\|\s*)["'“‘„«([*_]*$/u;
const TEXT_START = /^[\s\p{P}\p{S}]*$/u;

/** Whether what begins at `at` begins a sentence, a list item or a cell; "e.g. " counts as an end as well. */
export function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - AROUND), at);
  return SENTENCE_START.test(before) || (at <= AROUND && TEXT_START.test(before));
}

/** The offset at which the sentence that goes on at `at` ends, or its paragraph. */
export function sentenceEnd(text: string, at: number): number {
  const end = /[.!?…]["'”’»)\]]*(?=\s|$)|\n[^\S\n]*\n/u.exec(text.slice(at, at + 1000));
  return end === null ? Math.min(text.length, at + 1000) : at + end.index + end[0].length;
}

export function withCapital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** A word or name and the "'s" or "’" behind it. */
export function splitPossessive(wording: string): readonly [stem: string, suffix: string] {
  const suffix = /(?:['’][sS]|(?<=[sS])['’])$/u.exec(wording)?.[0] ?? '';
  return [wording.slice(0, wording.length - suffix.length), suffix];
}

/**
 * The edit that writes `text` in place of a span, the article before it put right: "an ICI member"
 * becomes "a …" where the long form begins with a consonant.
 */
export function replacement(note: string, span: Span, text: string): TextEdit {
  const article = /(?<![\p{L}\p{N}])(an?)( )$/iu.exec(
    note.slice(Math.max(0, span.start - 4), span.start),
  );
  const now = article?.[1];
  if (now === undefined) {
    return { start: span.start, end: span.end, text };
  }
  const right = articleBefore(text);
  const fitting = right === articleBefore(note.slice(span.start, span.end));
  return fitting || now.toLowerCase() === right
    ? { start: span.start, end: span.end, text }
    : {
        start: span.start - now.length - 1,
        end: span.end,
        text: `${/^\p{Lu}/u.test(now) ? withCapital(right) : right} ${text}`,
      };
}

function articleBefore(text: string): 'a' | 'an' {
  const word = /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
  const sounds = isAcronymForm(word)
    ? /^[AEFHILMNORSX]/
    : /^(?:[aio]|e(?!u)|u(?!ni|se|sa|tili|k)|hono|hour|heir)(?!ne\b|nce\b)/i;
  return sounds.test(word) ? 'an' : 'a';
}
