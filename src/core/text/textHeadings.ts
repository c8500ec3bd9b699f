/** What a line of a plain text is by itself; the kinds of heading differ in how sure they are. */
export interface HeadingLine {
  readonly kind: 'question' | 'underlined' | 'numbered' | 'capitals';
  /** Of its own kind, from 1. */
  readonly level: number;
}

/** A question with fewer characters opens a section of a question-and-answer text. */
const QUESTION_BELOW = 260;
const LONGEST_HEADING = 80;

export function isQuestion(text: string): boolean {
  return text.length < QUESTION_BELOW && /\?["'”’»)]*$/u.test(text) && /\p{L}/u.test(text);
}

/** Whether somebody speaks in a text from its beginning, as between quotation marks or behind a dash. */
export function isSpeech(text: string): boolean {
  return /^(?:["'“”„‘‚«»‹›「『]|[—–―] ?)["'“‘]?[\p{L}\p{N}¿¡…]/u.test(text);
}

/**
 * Whether texts are the paragraphs of a story or a dialogue, where a question opens nothing: more of
 * its questions are put between quotation marks than stand by themselves.
 */
export function isNarrative(texts: readonly string[]): boolean {
  let spoken = 0;
  let plain = 0;
  for (const text of texts) {
    if (/\?["'”’»›」』]/u.test(text) || (isSpeech(text) && text.includes('?'))) {
      spoken += 1;
    } else if (isQuestion(text)) {
      plain += 1;
    }
  }
  return spoken > plain;
}

/**
 * The level that an underline of a line gives it: 1 for `===`, 2 for `---`, 3 for `~~~`; `undefined`
 * where `below` is none, or far from as long as the line.
 */
export function underlineLevel(text: string, below: string): number | undefined {
  const mark = /^(?:(={3,})|(-{3,})|(~{3,}))$/u.exec(below);
  if (!mark || text.length > LONGEST_HEADING || below.length * 2 < text.length) {
    return undefined;
  }
  return mark.slice(1).findIndex((part) => part !== undefined) + 1;
}

/**
 * The level of "1. Introduction" (1) or "2.3 Scope" (2); `undefined` for what is no heading with a
 * number, a sentence above all.
 */
export function numberedLevel(text: string): number | undefined {
  const [, number, rest] = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.? (.+)$/u.exec(text) ?? [];
  const isHeading =
    rest !== undefined &&
    text.length <= LONGEST_HEADING &&
    /^\p{Lu}/u.test(rest) &&
    !/[.,;:!?…]["'”’»)]*$/u.test(rest);
  return isHeading && number !== undefined ? number.split('.').length : undefined;
}

/** A short line of capitals, which is no sentence. */
export function isCapitals(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 &&
    !/\p{Ll}/u.test(text) &&
    !/[.,;:!?…]["'”’»)]*$/u.test(text)
  );
}
