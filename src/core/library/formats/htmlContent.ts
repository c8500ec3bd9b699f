import {
  attribute,
  isElement,
  isInvisible,
  isNoteMark,
  nodesIn,
  pushChildren,
  roleOf,
  textValue,
} from './htmlElements';
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlTree';

/** The part of a page that is its document. */
export interface PageContent {
  readonly root: HtmlElement | HtmlDocument;
  /** Elements inside of it that are not read: they, and all that is in them. */
  readonly dropped: ReadonlySet<HtmlElement>;
}

/** A part of a page with less of its text than this is not what the page is about. */
const SMALL_SHARE = 0.25;

/**
 * Finds what a page is about: `main` or an article where that has most of the text, else the page
 * without its navigation, head, foot, side columns and notices about cookies. A page that has nothing
 * else is read with them.
 */
export function contentOf(page: HtmlDocument): PageContent {
  const invisible = invisibleIn(page);
  const whole = lengthsIn(page, invisible);
  const dropped = new Set([...invisible, ...furnitureIn(page, invisible, whole)]);
  const lengths = lengthsIn(page, dropped);
  const total = lengths.get(page) ?? 0;
  if (total === 0) {
    return { root: page, dropped: invisible };
  }
  let root: HtmlElement | HtmlDocument = page;
  let most = total / 2;
  for (const node of nodesIn(page, (element) => !dropped.has(element))) {
    if (isElement(node) && !dropped.has(node) && isMain(node) && (lengths.get(node) ?? 0) > most) {
      root = node;
      most = lengths.get(node) ?? 0;
    }
  }
  return { root, dropped };
}

/** All that is in a piece of HTML, save what cannot be seen. */
export function wholeContentOf(piece: HtmlDocument): PageContent {
  return { root: piece, dropped: invisibleIn(piece) };
}

function isMain(element: HtmlElement): boolean {
  return /^(?:main|article)$/.test(element.tagName) || /^(?:main|article)$/.test(roleOf(element));
}

function invisibleIn(page: HtmlDocument): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const node of nodesIn(page, (element) => !found.has(element))) {
    if (isElement(node) && (isInvisible(node) || isNoteMark(node))) {
      // A page can be hidden until its scripts have run; its text is there all the same.
      if (!/^(?:html|body|main|article)$/.test(node.tagName)) {
        found.add(node);
      }
    }
  }
  return found;
}

/** How many characters each element has inside of it, those of elements that are dropped left out. */
function lengthsIn(
  page: HtmlDocument,
  dropped: ReadonlySet<HtmlElement>,
): ReadonlyMap<HtmlElement | HtmlDocument, number> {
  const lengths = new Map<HtmlElement | HtmlDocument, number>();
  const order: (HtmlElement | HtmlDocument)[] = [page];
  for (const node of nodesIn(page, (element) => !dropped.has(element))) {
    const parent = node.parentNode as HtmlElement | HtmlDocument;
    if (isElement(node)) {
      order.push(node);
    } else {
      const length = textValue(node)?.trim().length ?? 0;
      lengths.set(parent, (lengths.get(parent) ?? 0) + length);
    }
  }
  // Children come behind their parents, so that from the end they are added up before them.
  for (const element of order.reverse()) {
    const parent = 'parentNode' in element ? element.parentNode : null;
    if (parent) {
      const above = parent as HtmlElement | HtmlDocument;
      lengths.set(above, (lengths.get(above) ?? 0) + (lengths.get(element) ?? 0));
    }
  }
  return lengths;
}

interface Place {
  readonly node: HtmlNode;
  /** Whether it stands in an article or in `main`, which have heads and feet of their own. */
  readonly inside: boolean;
}

/** The parts of a page that are around its document. */
function furnitureIn(
  page: HtmlDocument,
  invisible: ReadonlySet<HtmlElement>,
  lengths: ReadonlyMap<HtmlElement | HtmlDocument, number>,
): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const total = lengths.get(page) ?? 0;
  const waiting: Place[] = page.childNodes.map((node) => ({ node, inside: false })).reverse();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { node } = place;
    if (!isElement(node) || invisible.has(node)) {
      continue;
    }
    const isSmall = (lengths.get(node) ?? 0) < total * SMALL_SHARE;
    if (isFurniture(node, place.inside) || (isSmall && isCookieNotice(node))) {
      found.push(node);
      continue;
    }
    const inside = place.inside || isMain(node);
    const children: HtmlNode[] = [];
    pushChildren(node, children);
    for (const child of children) {
      waiting.push({ node: child, inside });
    }
  }
  return found;
}

const FURNITURE_ROLE =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|tablist|dialog|alertdialog)$/;

function isFurniture(element: HtmlElement, inside: boolean): boolean {
  const role = roleOf(element);
  if (FURNITURE_ROLE.test(role) || /^(?:nav|search)$/.test(element.tagName)) {
    return true;
  }
  if (inside || role === 'doc-footnote') {
    return false;
  }
  if (element.tagName === 'header') {
    return !hasTitle(element);
  }
  return /^(?:footer|aside)$/.test(element.tagName) || role === 'complementary';
}

/** Whether a head is that of the document rather than of the site: its title, and no menus. */
function hasTitle(header: HtmlElement): boolean {
  let title = false;
  for (const node of nodesIn(header)) {
    if (isElement(node)) {
      if (/^(?:nav|ul|ol|form|menu)$/.test(node.tagName)) {
        return false;
      }
      title ||= node.tagName === 'h1';
    }
  }
  return title;
}

function isCookieNotice(element: HtmlElement): boolean {
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
  return (
    !/^(?:html|body|main|article)$/.test(element.tagName) &&
    /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|cookiebot|didomi)(?:[\s_-]|$)/i.test(names)
  );
}
