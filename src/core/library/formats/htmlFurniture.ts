import { attribute, isElement, nodesIn, pushChildren, roleOf } from './htmlElements';
import {
  classNamesOf,
  isNameOfComments,
  isNameOfFurniture,
  isNameOfFurnitureMaybe,
  isNameOfLabel,
  isNameOfTeaser,
  namesOf,
} from './htmlFurnitureNames';
import { headlineText } from './htmlHeadline';
import { type Measure, type Measures, NOTHING } from './htmlMeasures';
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlTree';
import { bareLetters } from './metadata';

/** A part of a page with more of its text than this is what the page is about, whatever its name. */
const MOST_OF_NAMED = 0.3;
/** Comments of readers can be longer than what they are about. */
const MOST_OF_COMMENTS = 0.6;
/** Text of which so much is in links is a menu. */
const LINKED = 0.75;
/** A box of which so much is in links leads to another page. */
const TEASED = 0.2;
const LONGEST_LABEL = 200;

interface Place {
  readonly node: HtmlNode;
  /** Whether it stands in an article or in `main`, which have heads and feet of their own. */
  readonly inside: boolean;
}

/**
 * The parts of a page that its site puts around its document: menus, sharing, most read, newsletters,
 * bylines, notices, comments. They are told by their tag, their role, the names that designers give
 * them, and by how much of their text is in links. Where a page has no paragraphs, only tags, roles
 * and names count.
 */
export function furnitureIn(
  page: HtmlDocument,
  invisible: ReadonlySet<HtmlElement>,
  measures: Measures,
): ReadonlySet<HtmlElement> {
  const found = new Set<HtmlElement>();
  const whole = measures.get(page) ?? NOTHING;
  const waiting: Place[] = page.childNodes.map((node) => ({ node, inside: false })).reverse();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { node } = place;
    if (!isElement(node) || invisible.has(node)) {
      continue;
    }
    const measure = measures.get(node) ?? NOTHING;
    if (isFurniture(node, place.inside, measure, whole)) {
      found.add(node);
      continue;
    }
    const inside = place.inside || isMain(node);
    pushChildren(node, { push: (child) => waiting.push({ node: child, inside }) });
  }
  return found;
}

/** Whether an element says that it is what the page is about, or one of several such things. */
export function isMain(element: HtmlElement): boolean {
  return /^(?:main|article)$/.test(element.tagName) || /^(?:main|article)$/.test(roleOf(element));
}

function isFurniture(
  element: HtmlElement,
  inside: boolean,
  measure: Measure,
  whole: Measure,
): boolean {
  if (isFurnitureByTag(element, inside, measure)) {
    return true;
  }
  // Notes can be nothing but links.
  return (
    measure.notes === 0 &&
    !measure.inNotes &&
    (isFurnitureByName(element, measure, whole) || isMenu(element, measure, whole))
  );
}

const FURNITURE_ROLE =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|tablist|dialog|alertdialog)$/;

function isFurnitureByTag(element: HtmlElement, inside: boolean, measure: Measure): boolean {
  const role = roleOf(element);
  if (FURNITURE_ROLE.test(role) || /^(?:nav|search)$/.test(element.tagName)) {
    return true;
  }
  if (measure.notes > 0 || measure.inNotes) {
    return false;
  }
  if (element.tagName === 'footer') {
    return !inside || isFootOfText(element);
  }
  if (inside) {
    return element.tagName === 'address';
  }
  if (element.tagName === 'header') {
    return !hasTitle(element);
  }
  return /^(?:aside|address)$/.test(element.tagName) || role === 'complementary';
}

/** Whether a foot is that of a text rather than of a quotation, whose source it is. */
function isFootOfText({ parentNode }: HtmlElement): boolean {
  return !/^(?:blockquote|figure)$/.test(parentNode?.nodeName ?? '');
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

/** Tags that can hold a whole document, or are too much a part of its text to go by their names. */
const NEVER_BY_NAME =
  /^(?:html|body|main|article|h[1-6]|blockquote|figcaption|caption|t[dhr]|tbody|math|mjx-container)$/;

function isFurnitureByName(element: HtmlElement, measure: Measure, whole: Measure): boolean {
  if (
    element.attrs.length === 0 ||
    NEVER_BY_NAME.test(element.tagName) ||
    measure.titles > 0 ||
    measure.inProse
  ) {
    return false;
  }
  const isLinked = measure.linked > measure.text * TEASED;
  const isSection = measure.prose > 0 && !isLinked && isNamedByHeading(element);
  const names = isSection ? classNamesOf(element) : namesOf(element);
  const isSmall =
    measure.text < whole.text * MOST_OF_NAMED && measure.prose <= whole.prose * MOST_OF_NAMED;
  return (
    (isSmall && isNameOfFurniture(names)) ||
    (isSmall && (measure.prose === 0 || isLinked) && isNameOfFurnitureMaybe(names)) ||
    (isSmall && isLinked && isNameOfTeaser(names)) ||
    (measure.prose === 0 && measure.text < LONGEST_LABEL && isNameOfLabel(names)) ||
    (measure.text < whole.text * MOST_OF_COMMENTS && isNameOfComments(names))
  );
}

/** Whether the id of an element is made of its heading, as "related-work" is, and says nothing else. */
function isNamedByHeading(element: HtmlElement): boolean {
  const id = bareLetters(attribute(element, 'id'));
  const first = element.childNodes.find(isElement);
  return (
    id !== '' &&
    first !== undefined &&
    /^h[1-6]$/.test(first.tagName) &&
    bareLetters(headlineText(first)).startsWith(id)
  );
}

/** Whether an element is a list of links, or a line of them. */
function isMenu(element: HtmlElement, measure: Measure, whole: Measure): boolean {
  return (
    whole.prose > 0 &&
    /^(?:ul|ol|dl|div|section|aside|table|form|p)$/.test(element.tagName) &&
    measure.prose === 0 &&
    measure.titles === 0 &&
    measure.linked > measure.text * LINKED
  );
}
