import { itemAt } from '../../../util/defined';
import type { Span } from '../../model';
import { blockText } from './plainText';

/** A line of a plain text that has something in it. */
export interface TextLine {
  /** Without the blanks at its ends, and without what nobody sees. */
  readonly text: string;
  /** Whether it ends in a soft hyphen, which `text` has no more. */
  readonly endsSoft: boolean;
  /** The blanks before it; a tab counts as a step to the next multiple of four. */
  readonly indent: number;
  /** Without the blanks at its ends and its line end, in the decoded text. */
  readonly span: Span;
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/**
 * The lines of a text in groups: what stands between empty lines, form feeds and the paragraph
 * separators of Unicode.
 */
export function* lineGroups(text: string): Generator<readonly TextLine[]> {
  let group: TextLine[] = [];
  let start = 0;
  for (const end of text.matchAll(LINE_END)) {
    const line = lineAt(text, start, end.index);
    start = end.index + end[0].length;
    if (line) {
      group.push(line);
    }
    const isBreak = /[\f\v\u2029]/.test(end[0]);
    if ((line === undefined || isBreak) && group.length > 0) {
      yield group;
      group = [];
    }
  }
  const last = lineAt(text, start, text.length);
  if (last) {
    group.push(last);
  }
  if (group.length > 0) {
    yield group;
  }
}

function lineAt(text: string, start: number, end: number): TextLine | undefined {
  const raw = text.slice(start, end);
  const line = blockText(raw);
  if (line === '') {
    return undefined;
  }
  const before = raw.length - raw.trimStart().length;
  return {
    text: line,
    endsSoft: /\u00ad\s*$/u.test(raw),
    indent: indentOf(raw.slice(0, before)),
    span: { start: start + before, end: start + raw.trimEnd().length },
  };
}

function indentOf(blanks: string): number {
  let indent = 0;
  for (const blank of blanks) {
    indent = blank === '\t' ? (Math.floor(indent / 4) + 1) * 4 : indent + 1;
  }
  return indent;
}

/** A line longer than this was not broken by hand or by a mail program. */
const WIDEST_WRAPPED = 130;
/** So near to the width of its neighbours comes a line that was broken for lack of room. */
const NEARLY_FULL = 0.8;
/** Groups of lines by which the whole text is judged. */
const GROUPS_LOOKED_AT = 5000;

/**
 * The width at which a text is hard-wrapped; `undefined` where each of its lines is a paragraph of
 * its own. Judged by the lines that have another right below them: in a wrapped text the first word
 * of the next would hardly have fitted in, for most of them, and most do not end a sentence.
 */
export function wrappedWidth(groups: readonly (readonly TextLine[])[]): number | undefined {
  const sample = groups.slice(0, GROUPS_LOOKED_AT);
  const lengths: number[] = [];
  for (const group of sample) {
    for (const line of group.slice(0, -1)) {
      lengths.push(line.indent + line.text.length);
    }
  }
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)];
  if (width === undefined || width > WIDEST_WRAPPED) {
    return undefined;
  }
  let full = 0;
  let amidSentence = 0;
  for (const group of sample) {
    for (let at = 0; at + 1 < group.length; at += 1) {
      full += isFull(itemAt(group, at), itemAt(group, at + 1), width) ? 1 : 0;
      amidSentence += endsSentence(itemAt(group, at).text) ? 0 : 1;
    }
  }
  return full >= lengths.length * 0.6 && amidSentence >= lengths.length * 0.5 ? width : undefined;
}

/**
 * Whether a line was broken for lack of room: the first word of the next would hardly have fitted in,
 * or a word is broken itself.
 */
export function isFull(line: TextLine, next: TextLine, width: number): boolean {
  const word = next.text.indexOf(' ');
  const needed = word === -1 ? next.text.length : word;
  const isBroken = line.endsSoft || /\p{L}[-\u2010]$/u.test(line.text);
  return isBroken || line.indent + line.text.length + 1 + needed > width * NEARLY_FULL;
}

/** Whether a text ends as a sentence does, with quotes and brackets behind it. */
export function endsSentence(text: string): boolean {
  return /[.!?:…]["'”’»)\]]*$/u.test(text);
}
