import { isElement, isHidden, isNoteMark, isWithoutText, nodesIn } from './htmlElements';
import { furnitureIn, isMain } from './htmlFurniture';
import { isNameOfFold, namesOf } from './htmlFurnitureNames';
import { emptiedHeadings, headlineOf } from './htmlHeadline';
import { type Measure, type Measures, measuresIn, NOTHING } from './htmlMeasures';
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlTree';

/** The part of a page that is its document. */
export interface PageContent {
  readonly root: HtmlElement | HtmlDocument;
  /** Elements inside of it that are not read: they, and all that is in them. */
  readonly dropped: ReadonlySet<HtmlElement>;
}

/**
 * Finds what a page is about: without furniture, the smallest element with most of its paragraphs,
 * what stands between the headline and it, and paragraphs behind it. Of a page
 * without a link only furniture is left out; one that has nothing but furniture is read with it.
 *
 * Measured with the evaluation set of trafilatura (990 pages, half of them kept apart): see
 * `docs/architecture.md`. What is in doubt is kept: noise is skipped by a reader, while a passage that
 * is missing makes a right quotation "not found".
 */
export function contentOf(page: HtmlDocument): PageContent {
  const invisible = invisibleIn(page);
  const all = measuresIn(page, invisible);
  const furniture = furnitureIn(page, invisible, all);
  const dropped = new Set([...invisible, ...furniture]);
  const measures = measuresIn(page, dropped);
  const whole = measures.get(page) ?? NOTHING;
  if (whole.text === 0) {
    return { root: page, dropped: invisible };
  }
  const isLinked = (all.get(page)?.linked ?? 0) > 0;
  const core = isLinked ? coreOf(measures, whole) : undefined;
  if (core === undefined) {
    return { root: mainOf(measures, whole) ?? page, dropped };
  }
  for (const element of outsideOf(core, page, measures)) {
    dropped.add(element);
  }
  for (const heading of emptiedHeadings(page, dropped, invisible)) {
    dropped.add(heading);
  }
  return { root: page, dropped };
}

/** All that is in a piece of HTML, save what cannot be seen. */
export function wholeContentOf(piece: HtmlDocument): PageContent {
  return { root: piece, dropped: invisibleIn(piece) };
}

/** The core of a page has at least this share of the paragraphs that are not furniture. */
const CORE_SHARE = 0.85;
const NO_CORE = /^(?:p|li|ul|ol|dl|dd|blockquote|pre|h[1-6]|tr|tbody|figure|table)$/;

/** The smallest element with most of a page's paragraphs; `undefined` where there are none. */
function coreOf(measures: Measures, whole: Measure): HtmlElement | undefined {
  let core: HtmlElement | undefined;
  for (const [element, { prose }] of measures) {
    if (isElement(element) && prose > 0 && !NO_CORE.test(element.tagName)) {
      core = prose >= whole.prose * CORE_SHARE ? element : core;
    }
  }
  return core;
}

/** `main`, or an article, where it has most of a page's text. */
function mainOf(measures: Measures, whole: Measure): HtmlElement | undefined {
  let main: HtmlElement | undefined;
  let most = whole.text / 2;
  for (const [element, { text }] of measures) {
    if (isElement(element) && isMain(element) && text > most) {
      main = element;
      most = text;
    }
  }
  return main;
}

/** A paragraph behind the core is part of the text where it is at least this share of it. */
const SHARE_BEHIND = 0.05;
const MOST_LINKED_BEHIND = 0.3;
const MOST_LINKED_BEFORE = 0.5;

/**
 * The elements beside the core of a page, and beside what it stands in, that are no part of its text.
 * Headline and summary are often set before the core, and some last paragraphs behind it.
 */
function outsideOf(
  core: HtmlElement,
  page: HtmlDocument,
  measures: Measures,
): readonly HtmlElement[] {
  const outside: HtmlElement[] = [];
  const whole = measures.get(page) ?? NOTHING;
  const headline = headlineOf(page, core, (element) => measures.has(element));
  const path = pathTo(core);
  const pathOfHeadline = pathTo(headline);
  let isBehindHeadline = false;
  let isBehindCore = false;
  for (const node of nodesIn(page, (element) => path.has(element) && element !== core)) {
    const measure = isElement(node) ? measures.get(node) : undefined;
    if (!isElement(node) || measure === undefined) {
      continue;
    }
    isBehindCore ||= node === core;
    if (path.has(node)) {
      continue;
    }
    if (pathOfHeadline.has(node)) {
      isBehindHeadline = true;
      continue;
    }
    const { text, linked, prose, notes } = measure;
    const isText = isBehindCore
      ? notes > 0 || (prose > whole.prose * SHARE_BEHIND && linked < text * MOST_LINKED_BEHIND)
      : (isBehindHeadline || (headline === undefined && prose > 0)) &&
        linked < text * MOST_LINKED_BEFORE;
    if (!isText) {
      outside.push(node);
    }
  }
  return outside;
}

/** An element and all that it stands in. */
function pathTo(element: HtmlElement | undefined): ReadonlySet<HtmlNode> {
  const path = new Set<HtmlNode>();
  for (let at: HtmlElement | undefined = element; at !== undefined;) {
    path.add(at);
    const { parentNode } = at as { readonly parentNode: HtmlNode | HtmlDocument | null };
    at = parentNode !== null && isElement(parentNode) ? parentNode : undefined;
  }
  return path;
}

function invisibleIn(page: HtmlDocument): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const node of nodesIn(page, (element) => !found.has(element))) {
    if (isElement(node) && (isWithoutText(node) || isNoteMark(node) || isOutOfSight(node))) {
      found.add(node);
    }
  }
  return found;
}

/**
 * Whether an element is hidden for good. What opens with a click is text of the page, and so is a
 * page that is hidden until its scripts have run.
 */
function isOutOfSight(element: HtmlElement): boolean {
  return (
    isHidden(element) &&
    !/^(?:html|body|main|article)$/.test(element.tagName) &&
    !isNameOfFold(namesOf(element))
  );
}
