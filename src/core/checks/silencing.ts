import type { TextEdit } from '../model';
import type { Note } from '../note/note';
import type { CommentSyntax } from '../note/noteLanguage';
import { lineEnd, nextLine, skipBlanks, trimEnd } from '../text/lines';
import type { CheckRule, Finding } from './finding';

/** A line behind which nothing can be written: a fence, front matter, a table. */
const CLOSED_LINE = /^\s*(?:`{3}|~{3}|---|\.\.\.|\+\+\+|\||>)/;

/**
 * The edits that silence a finding's rule where it stands, with a comment above its line. Where a
 * comment would tear its paragraph in two, it goes behind the line before; where it cannot, the
 * paragraph is put between two comments.
 */
export function silenceHere(
  { text, language }: Pick<Note, 'text' | 'language'>,
  { rule, start }: Pick<Finding, 'rule' | 'start'>,
): readonly TextEdit[] {
  const style = language.comments;
  const line = lineStart(text, start);
  const before = line === 0 ? 0 : lineStart(text, line - 1);
  const isFirst = line === 0 || skipBlanks(text, before, line - 1) === line - 1;
  const indent = style.indented
    ? text.slice(line, skipBlanks(text, line, lineEnd(text, line)))
    : '';
  if (isFirst || style.withinParagraph) {
    return [insertion(line, `${indent}${comment(style, 'disable-next-line', rule)}${style.gap}`)];
  }
  if (style.behindLine && !CLOSED_LINE.test(text.slice(before, Math.min(line, before + 20)))) {
    const behind = trimEnd(text, before, line - 1);
    const at = text.charAt(behind - 1) === '\\' ? behind - 1 : behind;
    return [insertion(at, ` ${comment(style, 'disable-next-line', rule)}`)];
  }
  return aroundParagraph(text, line, style, rule);
}

/**
 * The edit that silences a rule in a whole note: a comment at its top, behind the front matter.
 */
export function silenceNote(
  { text, language, frontMatter }: Pick<Note, 'text' | 'language' | 'frontMatter'>,
  rule: CheckRule,
): TextEdit {
  const style = language.comments;
  const top = frontMatter?.end ?? 0;
  const startsLine = top === 0 || text.charAt(top - 1) === '\n';
  return insertion(top, `${startsLine ? '' : '\n'}${comment(style, 'disable', rule)}\n\n`);
}

function aroundParagraph(
  text: string,
  line: number,
  style: CommentSyntax,
  rule: CheckRule,
): readonly TextEdit[] {
  let first = line;
  while (first > 0) {
    const before = lineStart(text, first - 1);
    if (skipBlanks(text, before, first - 1) === first - 1) {
      break;
    }
    first = before;
  }
  let end = lineEnd(text, line);
  for (let next = nextLine(text, end); next < text.length; next = nextLine(text, end)) {
    const nextEnd = lineEnd(text, next);
    if (skipBlanks(text, next, nextEnd) === nextEnd) {
      break;
    }
    end = nextEnd;
  }
  return [
    insertion(first, `${comment(style, 'disable', rule)}\n\n`),
    insertion(trimEnd(text, line, end), `\n\n${comment(style, 'enable', rule)}`),
  ];
}

function comment({ open, close }: CommentSyntax, what: string, rule: CheckRule): string {
  return `${open}ip4desk-${what} ${rule}${close}`;
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
