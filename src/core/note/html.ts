import { BREAK, INVISIBLE, SPACE, type HiddenKind, type HiddenRanges } from './hiddenRanges';
import { type Finder, isAlphanumeric } from '../text/lines';
import { GREATER_THAN, LESS_THAN } from '../text/characters';

/** Elements whose content is no prose. */
const NO_PROSE = new Set('code kbd math pre samp script style svg textarea tt var'.split(' '));
/** Elements that mark words within a sentence, and so do not part them. */
const WITHIN_SENTENCE = new Set(
  'a abbr b bdi cite del dfn em font i ins mark q s small span strong u wbr'.split(' '),
);

/**
 * Hides the HTML that begins with the `<` at `i`: a tag, with its content if that is no prose, a
 * comment, a declaration, an autolink. Gives the offset behind it, or `i` when it is a mere `<`.
 * @param end where a tag must have ended, such as the end of the paragraph
 * @param finder over the same text
 */
export function hideHtml(
  text: string,
  i: number,
  end: number,
  finder: Finder,
  into: HiddenRanges,
): number {
  const next = text.charCodeAt(i + 1);
  if (next === 0x21 || next === 0x3f) {
    return hideDeclaration(text, i, finder, into);
  }
  const closing = next === 0x2f;
  const nameStart = closing ? i + 2 : i + 1;
  let nameEnd = nameStart;
  while (nameEnd < end && isNameUnit(text.charCodeAt(nameEnd))) {
    nameEnd++;
  }
  if (nameEnd === nameStart || nameEnd - nameStart > 320) {
    return i;
  }
  const tagEnd = isAutolink(text, nameEnd)
    ? autolinkEnd(text, nameEnd, end)
    : endOfTag(text, nameEnd, end);
  if (tagEnd === 0) {
    return i;
  }
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  into.zones?.tag(name, closing, i, tagEnd);
  if (!closing && NO_PROSE.has(name) && text.charCodeAt(tagEnd - 2) !== 0x2f) {
    const contentEnd = endOfElement(text, name, tagEnd, finder);
    into.add(i, contentEnd, BREAK);
    return contentEnd;
  }
  into.add(i, tagEnd, kindOf(name));
  return tagEnd;
}

function kindOf(name: string): HiddenKind {
  return name === 'br' ? SPACE : WITHIN_SENTENCE.has(name) ? INVISIBLE : BREAK;
}

function hideDeclaration(text: string, i: number, finder: Finder, into: HiddenRanges): number {
  const close = text.startsWith('<!--', i)
    ? '-->'
    : text.startsWith('<![CDATA[', i)
      ? ']]>'
      : text.charCodeAt(i + 1) === 0x3f
        ? '?>'
        : /[a-z]/i.test(text.charAt(i + 2))
          ? '>'
          : '';
  if (close === '') {
    return i;
  }
  // "<!-->" is a whole comment already.
  const at = finder.find(close, close === '-->' ? i + 2 : i + 1);
  if (at >= 0) {
    into.add(i, at + close.length, BREAK);
    return at + close.length;
  }
  // A comment that is never closed runs on to the end if it begins a line.
  const beginsLine = /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, i - 16), i));
  if (close === '>' || !beginsLine) {
    return i;
  }
  into.add(i, text.length, BREAK);
  return text.length;
}

/** The offset behind the closing tag of a `name` element, or of nothing but its opening tag. */
function endOfElement(text: string, name: string, contentStart: number, finder: Finder): number {
  let at = contentStart;
  for (;;) {
    const close = finder.findInEitherCase(`</${name}`, at);
    if (close < 0) {
      return contentStart;
    }
    at = close + name.length + 2;
    if (!isNameUnit(text.charCodeAt(at))) {
      const end = text.indexOf('>', at);
      return end < 0 ? text.length : end + 1;
    }
  }
}

/** The offset behind a tag's `>`, given that of its name's end; 0 if this is no tag. */
function endOfTag(text: string, nameEnd: number, end: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = nameEnd; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (quote !== 0) {
      quote = unit === quote ? 0 : quote;
    } else if (unit === GREATER_THAN) {
      return i + 1;
    } else if (unit === LESS_THAN || (i === nameEnd && !isTagSpace(unit) && unit !== 0x2f)) {
      return 0;
    } else if ((unit === 0x22 || unit === 0x27) && afterEquals) {
      quote = unit;
    }
    afterEquals = unit === 0x3d || (afterEquals && isTagSpace(unit));
  }
  return 0;
}

function isTagSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** "<https://…>" and "<name@host>": what follows the first word tells. */
function isAutolink(text: string, nameEnd: number): boolean {
  return ':@.+_'.includes(text[nameEnd] ?? ' ');
}

function autolinkEnd(text: string, nameEnd: number, end: number): number {
  for (let i = nameEnd; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === GREATER_THAN) {
      return i + 1;
    }
    if (unit <= 0x20 || unit === LESS_THAN) {
      return 0;
    }
  }
  return 0;
}

function isNameUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2d;
}
