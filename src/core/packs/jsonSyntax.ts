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

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Finds the first place where `text` breaks the grammar of RFC 8259; `undefined` for valid JSON.
 * For a text that `JSON.parse` has refused: engines word its errors differently, and several name no
 * place. Keeps its own stack, so that depth is no danger.
 */
export function findSyntaxFlaw(text: string): SyntaxFlaw | undefined {
  const flaw = scan(text);
  return flaw && { ...positionOf(text, flaw.offset), expected: flaw.expected };
}

function scan(text: string): { offset: number; expected: string } | undefined {
  const closers: string[] = [];
  let expectation: Expectation = 'value';
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const closer = closers.at(-1);
    const character = text[at];
    if (expectation === 'comma or end') {
      if (closer === undefined) {
        return at < text.length ? { offset: at, expected: 'the end of the file' } : undefined;
      }
      if (character === ',') {
        expectation = closer === '}' ? 'name' : 'value';
      } else if (character === closer) {
        closers.pop();
      } else {
        return { offset: at, expected: `a comma or "${closer}"` };
      }
      at++;
    } else if (expectation === 'colon') {
      if (character !== ':') {
        return { offset: at, expected: 'a colon' };
      }
      expectation = 'value';
      at++;
    } else if (expectation.endsWith('or end') && character === closer) {
      closers.pop();
      expectation = 'comma or end';
      at++;
    } else if (character === '"') {
      const end = scanString(text, at);
      if (typeof end !== 'number') {
        return end;
      }
      expectation = expectation.startsWith('name') ? 'colon' : 'comma or end';
      at = end;
    } else if (expectation.startsWith('name')) {
      const orEnd = expectation === 'name or end' ? ' or "}"' : '';
      return { offset: at, expected: `a name in double quotation marks${orEnd}` };
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      expectation = character === '{' ? 'name or end' : 'value or end';
      at++;
    } else {
      const end = scanLiteral(text, at);
      if (end === undefined) {
        const orEnd = expectation === 'value or end' ? ' or "]"' : '';
        return { offset: at, expected: `a value${orEnd}` };
      }
      expectation = 'comma or end';
      at = end;
    }
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') {
    at++;
  }
  return at;
}

/** The offset after the string that starts at `start`, or what is wrong in it. */
function scanString(text: string, start: number): number | { offset: number; expected: string } {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      return at + 1;
    }
    if (character < ' ') {
      return { offset: at, expected: 'no line break or control character within a text' };
    }
    if (character === '\\') {
      const length = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0].length;
      if (length === undefined) {
        return { offset: at, expected: 'a valid escape such as \\n, \\" or \\u00e9' };
      }
      at += length;
    }
  }
  return { offset: text.length, expected: 'the closing quotation mark of a text' };
}

/** The offset after the number or word that starts at `start`; `undefined` when there is none. */
function scanLiteral(text: string, start: number): number | undefined {
  NUMBER.lastIndex = start;
  if (NUMBER.test(text)) {
    return NUMBER.lastIndex;
  }
  const word = ['true', 'false', 'null'].find((literal) => text.startsWith(literal, start));
  return word === undefined ? undefined : start + word.length;
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
