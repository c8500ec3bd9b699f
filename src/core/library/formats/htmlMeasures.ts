import { isBlock, isElement, isFootnotes, isLink, nodesIn, textValue } from './htmlElements';
import { isNameOfNotes, namesOf } from './htmlFurnitureNames';
import type { HtmlDocument, HtmlElement } from './htmlTree';

/** How much of what an element has inside of it. Lengths are those of `lengthOf`. */
export interface Measure {
  text: number;
  /** Of its text, what is in links. */
  linked: number;
  /** Of its text, what is in paragraphs and cells rather than in labels and lists of links. */
  prose: number;
  /** Headings of the first rank. */
  titles: number;
  /** Lists of notes and sources. */
  notes: number;
  /** Whether it is within such a list, or is one. */
  readonly inNotes: boolean;
  /** Whether it is a part of a line of prose. */
  inProse: boolean;
}

/** By elements, those that are looked into. */
export type Measures = ReadonlyMap<HtmlElement | HtmlDocument, Measure>;

/** What an element that was not looked into has inside of it. */
export const NOTHING: Measure = {
  text: 0,
  linked: 0,
  prose: 0,
  titles: 0,
  notes: 0,
  inNotes: false,
  inProse: false,
};

/** Text of a block, outside of links, from which on it is a sentence or more. */
const SHORTEST_PROSE = 60;

/** What each element of a page has inside of it, those that are `dropped` left out. */
export function measuresIn(page: HtmlDocument, dropped: ReadonlySet<HtmlElement>): Measures {
  const root = placeOf(page, undefined);
  const places = new Map<HtmlElement | HtmlDocument, Place>([[page, root]]);
  for (const node of nodesIn(page, (element) => !dropped.has(element))) {
    const parent = places.get(node.parentNode as HtmlElement | HtmlDocument);
    if (parent === undefined || (isElement(node) && dropped.has(node))) {
      continue;
    }
    if (isElement(node)) {
      places.set(node, placeOf(node, parent));
    } else {
      addText(parent, textValue(node) ?? '');
    }
  }
  // Children come behind their parents, so that from the end they are added up before them.
  for (const place of [...places.values()].reverse()) {
    place.measure.prose += proseOf(place);
    place.measure.inProse = place.block !== undefined && proseOf(place.block) > 0;
    if (place.parent) {
      addTo(place.parent.measure, place.measure);
    }
  }
  return new Map([...places].map(([node, { measure }]) => [node, measure]));
}

interface Place {
  readonly parent: Place | undefined;
  readonly measure: Measure;
  readonly inLink: boolean;
  readonly isCell: boolean;
  /** The element that sets its text on lines of its own; `undefined` where it does so itself. */
  readonly block: Place | undefined;
  /** The text that this block has outside of the blocks in it, and what of it is in links. */
  own: number;
  ownLinked: number;
}

function placeOf(node: HtmlElement | HtmlDocument, parent: Place | undefined): Place {
  const element = isElement(node) ? node : undefined;
  const isNotes = element !== undefined && element.attrs.length > 0 && isListOfNotes(element);
  return {
    parent,
    measure: {
      ...NOTHING,
      titles: element?.tagName === 'h1' ? 1 : 0,
      notes: isNotes ? 1 : 0,
      inNotes: isNotes || parent?.measure.inNotes === true,
    },
    inLink: parent?.inLink === true || (element !== undefined && isLink(element)),
    isCell: element?.tagName === 'td',
    block: element === undefined || isBlock(element) ? undefined : (parent?.block ?? parent),
    own: 0,
    ownLinked: 0,
  };
}

function isListOfNotes(element: HtmlElement): boolean {
  return (
    isFootnotes(element) ||
    // Few names have any of these in them, and a look is quicker than taking names apart.
    (element.attrs.some(({ value }) => /note|refer|reflist|biblio|cited|citation/i.test(value)) &&
      isNameOfNotes(namesOf(element)))
  );
}

function addText(place: Place, text: string): void {
  const length = lengthOf(text);
  const block = place.block ?? place;
  place.measure.text += length;
  block.own += length;
  // An address that is a link to itself is part of what was written.
  if (place.inLink && !/^\s*(?:https?:|www\.|doi:)/i.test(text)) {
    place.measure.linked += length;
    block.ownLinked += length;
  }
}

function proseOf({ own, ownLinked, isCell }: Place): number {
  const written = own - ownLinked;
  return written > ownLinked && (isCell || written >= SHORTEST_PROSE) ? written : 0;
}

function addTo(whole: Measure, part: Measure): void {
  whole.text += part.text;
  whole.linked += part.linked;
  whole.prose += part.prose;
  whole.titles += part.titles;
  whole.notes += part.notes;
}

/** Characters without the blanks around them; those of East Asian scripts say more and are three. */
function lengthOf(text: string): number {
  const bare = text.trim();
  let length = bare.length;
  for (let at = 0; at < bare.length; at++) {
    if (bare.charCodeAt(at) >= FIRST_EAST_ASIAN) {
      length += 2;
    }
  }
  return length;
}

const FIRST_EAST_ASIAN = 0x2e80;
