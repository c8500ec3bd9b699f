import {
  attribute,
  isElement,
  isWithoutText,
  nodesIn,
  shortTextIn,
  textValue,
} from './htmlElements';
import { namesOf } from './htmlFurnitureNames';
import { blockText } from './plainText';
import type { HtmlDocument, HtmlElement } from './htmlTree';

/** What a page shows of its author and its day. */
export interface Byline {
  /** Whom microdata and links name. */
  readonly authors: readonly string[];
  /** Lines near the headline that may name somebody, the likeliest first. */
  readonly lines: readonly string[];
  /** As attributes or microdata have it. */
  readonly published?: string | undefined;
  /** The text around the headline, which tells the day in words. */
  readonly shown: string;
}

/** Characters before and behind the headline within which a page says when and by whom it is. */
const BEFORE = 400;
const BEHIND = 1200;
const LONGEST_BYLINE = 120;
const MOST_NAME_WORDS = 5;

/** Reads what a page says of itself around its headline, and in microdata. */
export function bylineOf(page: HtmlDocument, headline: HtmlElement | undefined): Byline {
  const marked: string[] = [];
  const named: string[] = [];
  let published: string | undefined;
  let shown = '';
  let end = headline === undefined ? BEHIND : Infinity;
  const enters = (element: HtmlElement): boolean => !isWithoutText(element) && shown.length < end;
  for (const node of nodesIn(page, enters)) {
    if (shown.length >= end) {
      break;
    }
    if (!isElement(node)) {
      // Before the headline, only the last of the text is kept.
      shown = `${end === Infinity ? shown.slice(-BEFORE) : shown} ${textValue(node) ?? ''}`;
      continue;
    }
    if (node === headline) {
      shown = shown.slice(-BEFORE);
      end = shown.length + BEHIND;
    }
    const property = attribute(node, 'itemprop');
    if (property === 'datePublished' || (node.tagName === 'time' && end !== Infinity)) {
      published ??= attribute(node, 'datetime') ?? attribute(node, 'content');
    }
    if (/\bauthor\b/.test(`${attribute(node, 'rel') ?? ''} ${property ?? ''}`)) {
      marked.push(authorIn(node));
    } else if (end !== Infinity && isByline(node)) {
      named.push(textIn(node));
    }
  }
  return {
    // A longer text says more than a name.
    authors: marked.filter((text) => text !== '' && text.split(' ').length <= MOST_NAME_WORDS),
    lines: named.map(startOfByline).filter((text) => text !== ''),
    published,
    shown: blockText(shown),
  };
}

function isByline(element: HtmlElement): boolean {
  if (element.attrs.length === 0) {
    return false;
  }
  const names = ` ${namesOf(element)} `;
  const href = attribute(element, 'href') ?? '';
  return (
    /\/(?:authors?|autor(?:en|a)?)\/[^/]/iu.test(href) ||
    / (?:byline|author|authors|author name|autor|autoren|signature) /.test(names)
  );
}

/** What stands before the day and the like: "By Mina Okafor | 2 May 2024 | 7 min read". */
function startOfByline(line: string): string {
  const [start = ''] = line.split(/\s[|•·–—-]\s|\d|\b(?:on|am|um|le|Stand|Posted|Updated)\b/u);
  return start
    .trim()
    .replace(/[,;:]$/u, '')
    .trim();
}

/** The name within the microdata of a person, else the whole text. */
function authorIn(element: HtmlElement): string {
  let nodes = 0;
  for (const node of nodesIn(element)) {
    nodes += 1;
    if (nodes > LONGEST_BYLINE) {
      break;
    }
    if (isElement(node) && attribute(node, 'itemprop') === 'name') {
      return attribute(node, 'content') ?? textIn(node);
    }
  }
  return attribute(element, 'content') ?? textIn(element);
}

/** The text of an element, where it is no more than a line. */
function textIn(element: HtmlElement): string {
  return blockText(shortTextIn(element, LONGEST_BYLINE));
}
