import { runLength } from '../../text/lines';

/*
 * What Pandoc, Quarto, kramdown and MyST add to CommonMark that has no words: attributes of spans,
 * links, code, headings and tables, and the fences of divisions.
 */

/** `#id`, `.class`, `key=value`, `-`, and `=format` of raw text. */
const ITEM = /(?:[#.][^\s{}]+|[\w:.-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"']*)|=\w+|-)(?=[\s}])/y;
const BLANKS = /\s*/y;

/**
 * Where the attributes end that begin with the brace at an offset, such as `{#id .class key="value"}`;
 * `undefined` where there are none, as in `{a, b}`.
 */
export function attributesEnd(text: string, at: number): number | undefined {
  if (text.charAt(at) !== '{') {
    return undefined;
  }
  let end = at + (text.charAt(at + 1) === ':' ? 2 : 1);
  for (;;) {
    end += lengthOf(BLANKS, text, end);
    if (text.charAt(end) === '}') {
      return end + 1;
    }
    const length = lengthOf(ITEM, text, end);
    if (length === 0) {
      return undefined;
    }
    end += length;
  }
}

function lengthOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}

/** A heading, caption or paragraph without the attributes at its end. */
export function withoutEndAttributes(text: string, isHeading: boolean): string {
  const at = text.lastIndexOf('{');
  const isEnd = at >= 0 && attributesEnd(text, at) === text.length;
  // At the end of a paragraph only a name is believed, as tables, figures and equations have.
  const isAttributes = isEnd && (isHeading || at === 0 || text.startsWith('{#', at));
  return isAttributes && (at === 0 || text.charAt(at - 1) === ' ')
    ? text.slice(0, at).trimEnd()
    : text;
}

/**
 * The text with blanks in place of the fences of divisions (`::: {.note}`) and of the attributes that
 * kramdown has below a block (`{: .lead}`), all else in its place. Such a line stands between blocks,
 * as an empty line does.
 */
export function withoutDivisionFences(markdown: string): string {
  if (!/:::|\{:/.test(markdown)) {
    return markdown;
  }
  let code = '';
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^[\t >]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (mark !== '') {
        code = code === '' ? mark : mark.startsWith(code) ? '' : code;
        return line;
      }
      return code === '' ? withoutFence(line) : line;
    })
    .join('\n');
}

function withoutFence(line: string): string {
  const start = /^[\t >]*/.exec(line)?.[0].length ?? 0;
  // The attributes of the block above, as kramdown has them.
  if (line.startsWith('{:', start) && attributesEnd(line, start) === line.trimEnd().length) {
    return line.slice(0, start) + ' '.repeat(line.length - start);
  }
  if (!line.startsWith(':::', start)) {
    return line;
  }
  let end = start + runLength(line, start, line.length);
  end += lengthOf(BLANKS, line, end);
  if (line.charAt(end) === '{') {
    end = line.indexOf('}', end) + 1 || line.length;
  }
  // A name and closing colons are part of the fence; other words are a title.
  const title = line.slice(end).replaceAll(':', ' ').trim();
  end = /\s/.test(title) ? end : line.length;
  return line.slice(0, start) + ' '.repeat(end - start) + line.slice(end);
}
