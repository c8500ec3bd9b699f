import { JsonTokens } from '../text/jsonTokens';

/** Where a text stops being JSON. */
export interface SyntaxFlaw {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1 in UTF-16 units. */
  readonly column: number;
  /** What should stand there, such as `a comma or "]"`. */
  readonly expected: string;
}

type Expectation = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

interface Flaw {
  readonly offset: number;
  readonly expected: string;
}

/** As much of a string as is well-formed. */
const STRING_START = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/uy;
/** As much of a value that is flawed as is one by itself: what stands behind it should not. */
const VALUE_START = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the first place where `text` breaks the grammar of RFC 8259; `undefined` for valid JSON.
 * For a text that `JSON.parse` has refused: engines word its errors differently, and several name no
 * place. Keeps its own stack, so that depth is no danger.
 */
export function findSyntaxFlaw(text: string): SyntaxFlaw | undefined {
  const flaw = scan(text);
  return flaw && { ...positionOf(text, flaw.offset), expected: flaw.expected };
}

function scan(text: string): Flaw | undefined {
  const closers: ('}' | ']')[] = [];
  let expectation: Expectation = 'value';
  for (const tokens = new JsonTokens(text); ;) {
    const { kind, start: offset, isFlawed } = tokens.next();
    const closer = closers.at(-1);
    if (expectation === 'comma or end') {
      if (closer === undefined) {
        return kind === 'end' ? undefined : { offset, expected: 'the end of the file' };
      }
      if (kind === ',') {
        expectation = closer === '}' ? 'name' : 'value';
      } else if (kind === closer) {
        closers.pop();
      } else {
        return { offset, expected: `a comma or "${closer}"` };
      }
    } else if (expectation === 'colon') {
      if (kind !== ':') {
        return { offset, expected: 'a colon' };
      }
      expectation = 'value';
    } else if (expectation.endsWith('or end') && kind === closer) {
      closers.pop();
      expectation = 'comma or end';
    } else if (kind === 'string') {
      if (isFlawed) {
        return flawInString(text, offset);
      }
      expectation = expectation.startsWith('name') ? 'colon' : 'comma or end';
    } else if (expectation.startsWith('name')) {
      const orEnd = expectation === 'name or end' ? ' or "}"' : '';
      return { offset, expected: `a name in double quotation marks${orEnd}` };
    } else if (kind === '{' || kind === '[') {
      closers.push(kind === '{' ? '}' : ']');
      expectation = kind === '{' ? 'name or end' : 'value or end';
    } else if (kind === 'value' && !isFlawed) {
      expectation = 'comma or end';
    } else {
      const length = lengthOf(VALUE_START, text, offset);
      if (length > 0) {
        const expected = closer === undefined ? 'the end of the file' : `a comma or "${closer}"`;
        return { offset: offset + length, expected };
      }
      const orEnd = expectation === 'value or end' ? ' or "]"' : '';
      return { offset, expected: `a value${orEnd}` };
    }
  }
}

/** What is wrong in the string that starts at `start`. */
function flawInString(text: string, start: number): Flaw {
  const offset = start + lengthOf(STRING_START, text, start);
  if (offset >= text.length) {
    return { offset: text.length, expected: 'the closing quotation mark of a text' };
  }
  return text[offset] === '\\'
    ? { offset, expected: 'a valid escape such as \\n, \\" or \\u00e9' }
    : { offset, expected: 'no line break or control character within a text' };
}

function lengthOf(start: RegExp, text: string, at: number): number {
  start.lastIndex = at;
  return start.exec(text)?.[0].length ?? 0;
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
