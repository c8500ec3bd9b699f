import {
  attribute,
  isElement,
  isFootnotes,
  isWithoutText,
  nodesIn,
  shortTextIn,
  textValue,
} from './htmlElements';
import type { HtmlDocument, HtmlElement } from './htmlTree';
import { bareLetters } from './metadata';

/**
 * The heading over the core of a page: one that repeats what the page calls itself in its head, else
 * the last one of the first rank before the core, else the first of them. Headings that `enters`
 * refuses are none.
 */
export function headlineOf(
  page: HtmlDocument,
  core?: HtmlElement,
  enters = (element: HtmlElement): boolean => !isWithoutText(element),
): HtmlElement | undefined {
  const titles = titlesOf(page);
  let isPast = false;
  let first: HtmlElement | undefined;
  let last: HtmlElement | undefined;
  for (const node of nodesIn(page, enters)) {
    if (!isElement(node)) {
      continue;
    }
    isPast ||= node === core;
    if (!/^h[1-3]$/.test(node.tagName) || !enters(node)) {
      continue;
    }
    const text = bareLetters(headlineText(node));
    if (text.length >= SHORTEST_TITLE && titles.some((title) => title.includes(text))) {
      return node;
    }
    if (node.tagName === 'h1' && text !== '') {
      first ??= node;
      last = isPast ? last : node;
    }
  }
  return last ?? first;
}

const LONGEST_TITLE = 300;
const SHORTEST_TITLE = 8;

/** What a page calls itself in its head, in small letters and without signs. */
function titlesOf(page: HtmlDocument): readonly string[] {
  const titles: string[] = [];
  for (const node of nodesIn(page, (element) => element.tagName !== 'svg')) {
    if (isElement(node) && node.tagName === 'title') {
      titles.push(bareLetters(headlineText(node)));
    } else if (isElement(node) && attribute(node, 'property') === 'og:title') {
      titles.push(bareLetters(attribute(node, 'content') ?? ''));
    }
  }
  // A page has one of each; more are those of something else.
  return titles.slice(0, 4);
}

/** The text of a headline; none where it is more than a title has. */
export function headlineText(element: HtmlElement): string {
  return shortTextIn(element, LONGEST_TITLE);
}

/** Headings that have nothing below them but what is dropped as furniture, and the notes of the text. */
export function emptiedHeadings(
  page: HtmlDocument,
  dropped: ReadonlySet<HtmlElement>,
  invisible: ReadonlySet<HtmlElement>,
): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  /** Headings with nothing below them so far, each of a lower rank than the one before it. */
  let open: { readonly element: HtmlElement; readonly level: number; isEmptied: boolean }[] = [];
  const close = (level: number): void => {
    found.push(
      ...open
        .filter((heading) => heading.level >= level && heading.isEmptied)
        .map(({ element }) => element),
    );
    open = open.filter((heading) => heading.level < level);
  };
  const isHeading = (element: HtmlElement): boolean => /^h[1-6]$/.test(element.tagName);
  const isOfHeadings = (element: HtmlElement): boolean =>
    !dropped.has(element) && !isHeading(element) && !isFootnotes(element);
  for (const node of nodesIn(page, isOfHeadings)) {
    if (!isElement(node)) {
      open = /\S/u.test(textValue(node) ?? '') ? [] : open;
    } else if (dropped.has(node)) {
      if (!invisible.has(node)) {
        for (const heading of open) {
          heading.isEmptied = true;
        }
      }
    } else if (isHeading(node)) {
      const level = Number(node.tagName.charAt(1));
      close(level);
      open.push({ element: node, level, isEmptied: false });
    }
  }
  close(2);
  return found;
}
