import { defaultTreeAdapter } from 'parse5';
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlTree';

export function isElement(node: HtmlNode | HtmlDocument): node is HtmlElement {
  return 'tagName' in node;
}

/** The text of a text node; `undefined` for other nodes. */
export function textValue(node: HtmlNode): string | undefined {
  return defaultTreeAdapter.isTextNode(node) ? node.value : undefined;
}

/** An attribute's value; `undefined` where the element has none. */
export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

export function roleOf(element: HtmlElement): string {
  return attribute(element, 'role')?.trim().toLowerCase() ?? '';
}

/** Whether an element leads somewhere; the tree has spans for links (see `parseHtml`). */
export function isLink(element: HtmlElement): boolean {
  return /^(?:a|span)$/.test(element.tagName) && attribute(element, 'href') !== undefined;
}

/** The nodes inside an element or document in their order; inside those that `enters` refuses, none. */
export function* nodesIn(
  root: HtmlElement | HtmlDocument,
  enters: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlNode> {
  const waiting: HtmlNode[] = [];
  pushChildren(root, waiting);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (isElement(node) && enters(node)) {
      pushChildren(node, waiting);
    }
  }
}

/** Puts the children of a node on a stack, so that the first comes off it first. */
export function pushChildren(
  { childNodes }: HtmlElement | HtmlDocument,
  stack: { push(node: HtmlNode): unknown },
): void {
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const child = childNodes[at];
    if (child !== undefined) {
      stack.push(child);
    }
  }
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li ' +
    'main menu nav noscript ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether a browser sets an element on lines of its own. */
export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName) || /display:\s*block/i.test(attribute(element, 'style') ?? '');
}

const WITHOUT_TEXT: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist head iframe input math-field meter noembed noframes noscript ' +
    'object optgroup option output progress rp script select style svg template textarea title video'
  ).split(' '),
);

/** Whether an element is a list of notes, or one note. */
export function isFootnotes(element: HtmlElement): boolean {
  return (
    /^doc-(?:footnotes?|endnotes?)$/.test(roleOf(element)) ||
    /(?:^|\s)footnotes?(?:\s|$)/.test(attribute(element, 'class') ?? '')
  );
}

/** Whether nothing in an element is text of the page: code, controls, pictures, and marks. */
export function isWithoutText(element: HtmlElement): boolean {
  return WITHOUT_TEXT.has(element.tagName) || (element.attrs.length > 0 && isMark(element));
}

/** Whether an element is not shown. */
export function isHidden(element: HtmlElement): boolean {
  if (element.attrs.length === 0) {
    return element.tagName === 'dialog';
  }
  const hidden = attribute(element, 'hidden');
  return (
    (hidden !== undefined && hidden !== 'until-found') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style') ?? '') ||
    (element.tagName === 'dialog' && attribute(element, 'open') === undefined)
  );
}

/** The mark of a note, the way back from it, or the link to a heading beside it: not what was written. */
function isMark(element: HtmlElement): boolean {
  if (/^doc-(?:noteref|backlink)$/.test(roleOf(element))) {
    return true;
  }
  const classes = attribute(element, 'class') ?? '';
  return /(?:^|\s)(?:footnote-?(?:back|backref|ref)|headerlink|mw-editsection)(?:\s|$)/.test(
    classes,
  );
}

/** Whether an element is the mark of a note: raised, with a link on the page, or a figure in brackets. */
export function isNoteMark(element: HtmlElement): boolean {
  const isRaised = element.tagName === 'sup';
  if (!isRaised && !leadsWithin(element)) {
    return false;
  }
  return (
    (isRaised && element.childNodes.some((child) => isElement(child) && leadsWithin(child))) ||
    (isRaised && /\b(?:foot|end)?note/i.test(attribute(element, 'class') ?? '')) ||
    /^\s*\[\d{1,3}\]\s*$/u.test(shortTextIn(element, LONGEST_MARK))
  );
}

function leadsWithin(element: HtmlElement): boolean {
  return (attribute(element, 'href') ?? '').includes('#');
}

/**
 * The text of an element that has no more than `most` characters, nor nodes; empty for others, which
 * are looked into no further, so that elements in each other cost no more than their own.
 */
export function shortTextIn(element: HtmlElement, most: number): string {
  let text = '';
  let nodes = 0;
  for (const node of nodesIn(element, (inner) => !isWithoutText(inner))) {
    text += isElement(node) && isBlock(node) ? ' ' : (textValue(node) ?? '');
    nodes += 1;
    if (text.length > most || nodes > most) {
      return '';
    }
  }
  return text;
}

const LONGEST_MARK = 12;
