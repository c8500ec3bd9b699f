import type { Span } from '../model';

/** UTF-16 units that are looked at before and behind a capital. */
const AROUND = 48;

/** Words after which a capital is a place. */
const PLACE_BEFORE =
  /(?:^|[\s(“"—–-])(?:in|at|near|around|outside|inside|throughout|across|via|into|downtown|central|greater|beyond|visit|visits|visited|visiting|leave|leaves|leaving|left|reach|reached|reaching)\s+(?:the\s+)?$/iu;

/** Who comes from a capital comes from a place. */
const WAY_FROM =
  /(?:^|[\s(“"—–-])(?:travel(?:s|led|ed|ing)?|fl(?:y|ies|ew|ying|ights?)|return(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|dr(?:ive|ove)|moved?|trains?|miles?|kilomet(?:re|er)s?|km|report(?:s|ed|ing)|live)\s+from\s+$/iu;

/** Who goes to a capital goes to a place; who sells to it deals with the state. */
const WAY_TO =
  /(?:^|[\s(“"—–-])(?:visits?|trips?|travel(?:s|led|ed|ing)?|fl(?:y|ies|ew|ying|ights?)|return(?:s|ed|ing)?|came|comes?|coming|went|goes|go|going|dr(?:ive|ove)|ambassadors?|envoys?|moved?|moving|journey(?:s|ed)?|invit(?:e|ed|ation)|tours?|head(?:s|ed|ing)|back|officials|delegations?|visitors?|tourists?|travell?ers?|welcomed)\s+(?:\p{Ll}+\s+)?to\s+$/iu;

const PART_OF =
  /(?:treaty|university|city|streets?|suburbs?|outskirts|centre|center|north|south|east|west|mayor|governor|battle|duke|siege|miles?|kilomet(?:re|er)s?|km|declaration|convention|protocol|bishop|archbishop|capital|metropolis|town|ward)\s+of\s+$/iu;

/** Behind a capital: the event, building or paper whose name it is part of, or what only a city has. */
const NAMED_BEHIND =
  /^\s+(?:summits?|conferences?|meetings?|talks|declarations?|communiqu[eé]s?|treaty|accords?|agreement|protocol|consensus|process|olympics|games|embassy|office|bureau|airport|metro|subway|streets?|suburbs?|residents?|court|prison|university|exchange|trial|forum|dialogue|governor|mayor|headquarters|correspondents?|visit|trip|neighbou?rhood|hotel|state)(?![\p{L}\p{N}])/iu;

const PLACED_BEHIND =
  /^(?:\s*[-–](?:based|area|born|bound)|,?\s+D\.?\s?C\.?|,\s+(?:Japan|China|Russia|Ukraine|New Zealand|South Korea|North Korea|Australia)(?!\p{L})|,\s+(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|\s+\((?:Reuters|AP|AFP)|\s+[—–]{1,2}\s|\s+--\s)/u;

const CAPITALISED_BEHIND = /^\s+\p{Lu}\p{L}+/u;
/** What a person or place may be called that is named like a capital; most words that begin a sentence are no names. */
const FIRST_NAME =
  /^(?:George|Martha|Booker|Denzel|Harold|Arthur|Lord|Duke|Fort|Port|Mount|Lake|Greater|Central|Downtown|Old)$/u;
const NAME = /^\p{Lu}[\p{L}'’-]*$/u;
const SENTENCE_END = /[.!?…:;"“”(—–]$/u;
const POSSESSIVE = /['’]s?$/u;

/** What stands between capitals that are named together. */
const TOGETHER = /^(?:,? (?:and|or|&|to) |, |\/)$/u;

/**
 * Whether a capital stands for its state at a place in a text, as where it says or wants something:
 * not where it is a place ("in Washington") or part of a name ("Washington summit").
 *
 * @param before the capital that stands before it in the text, and whether that acts
 */
export function capitalActs(
  text: string,
  { start, end }: Span,
  before?: { readonly end: number; readonly acts: boolean },
): boolean {
  if (before && !before.acts && TOGETHER.test(text.slice(before.end, start))) {
    return false;
  }
  const front = text.slice(Math.max(0, start - AROUND), start);
  const back = text.slice(end, end + AROUND);
  if (POSSESSIVE.test(text.slice(start, end))) {
    return !isPartOfName(front);
  }
  return !(
    PLACE_BEFORE.test(front) ||
    WAY_TO.test(front) ||
    WAY_FROM.test(front) ||
    PART_OF.test(front) ||
    PLACED_BEHIND.test(back) ||
    NAMED_BEHIND.test(back) ||
    CAPITALISED_BEHIND.test(back) ||
    isPartOfName(front)
  );
}

/** Whether a name comes before: a word with a capital letter, and at the beginning of a sentence one of a few. */
function isPartOfName(front: string): boolean {
  const [word = '', before = ''] = front.trimEnd().split(/\s+/u).reverse();
  const isFirst = before === '' || SENTENCE_END.test(before);
  return /\s$/u.test(front) && (isFirst ? FIRST_NAME : NAME).test(word);
}
