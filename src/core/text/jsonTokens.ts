import { createScanner } from 'jsonc-parser';

/** What a token of JSON is: a sign of its grammar, a string, another value, the end, or none of these. */
export type JsonTokenKind =
  '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'value' | 'end' | 'other';

/** The scanner's numbers of kinds, which it exports to the type checker alone. */
const KINDS: Readonly<Record<number, JsonTokenKind>> = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'value',
  8: 'value',
  9: 'value',
  10: 'string',
  11: 'value',
  17: 'end',
};

const LINE_BREAKS = 14;
const BLANKS = 15;

/** The tokens of a text that may be JSON, one at a time; the object is the same for each. */
export class JsonTokens {
  kind: JsonTokenKind = 'other';
  /** UTF-16 offsets of the token. */
  start = 0;
  end = 0;
  /** Whether the token is not as it should be, such as a string that is not closed. */
  isFlawed = false;
  private readonly scanner;

  constructor(private readonly text: string) {
    this.scanner = createScanner(text);
  }

  /** Goes to the next token; comments are tokens of no kind. */
  next(): this {
    const { scanner } = this;
    let kind: number = scanner.scan();
    while (kind === LINE_BREAKS || kind === BLANKS) {
      kind = scanner.scan();
    }
    this.kind = KINDS[kind] ?? 'other';
    this.start = this.kind === 'end' ? this.text.length : scanner.getTokenOffset();
    this.end = scanner.getPosition();
    const error: number = scanner.getTokenError();
    this.isFlawed = error !== 0;
    return this;
  }
}
