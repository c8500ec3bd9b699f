import { groupBy } from '../../../util/groupBy';
import type { Span } from '../../model';
import type { Note } from '../note';
import { SpanSet } from '../../text/spanSet';
import { startingWithin } from '../startingWithin';
import type { Zones } from '../zones';
import type { CitekeyUse } from './citekeyUse';
import { placeAt } from './placeAt';
import { placeIn, type NamedPlace } from './placeNames';
import { SAME_SOURCE } from './sameSource';
import { itemAt } from '../../../util/defined';

/** A citation in a note, as far as the note itself tells what it means. The span is where it stands in the text. */
export interface ReadCitation extends Span {
  readonly kind: 'key' | 'note' | 'link' | 'words';
  readonly keys: readonly CitekeyUse[];
  /** What it says, for a footnote what that says. */
  readonly words: string;
  /** Whom words before a parenthesis with a year name: "Varga (2019, 12)". */
  readonly nameBefore?: string;
  /** Where a link leads. */
  readonly target?: string;
  /** Absent when it names no place. */
  readonly place?: NamedPlace;
  /** The page that a link leads to, counted from 1 at the beginning of the file. */
  readonly page?: number;
}

/** The citations of a note in the order in which they stand; one in a footnote stands at its mark. */
export function citationsIn({
  text,
  zones,
  footnotes,
  language,
  citekeyUses: uses,
}: Pick<
  Note,
  'text' | 'zones' | 'footnotes' | 'language' | 'citekeyUses'
>): readonly ReadCitation[] {
  // Any number of marks may lead to the same note, which is read once.
  const read = new Map<Span, Omit<ReadCitation, 'start' | 'end'>>();
  const notes = footnotes.all.map(({ mark, words }): ReadCitation => {
    const said = read.get(words) ?? citationIn(text, words, uses);
    read.set(words, said);
    return { ...mark, ...said };
  });
  const inNotes = new Set(notes.flatMap(({ keys }) => keys));
  return [
    ...notes,
    ...groupsOf(uses.filter((use) => !inNotes.has(use))).map((keys) => keyCitation(text, keys)),
    ...links(text, zones),
    ...parentheses(text, language.quotations.origin),
    ...placesInBrackets(text, uses),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What a footnote cites; only the beginning of one that is longer than any. */
function citationIn(
  text: string,
  { start, end: noteEnd }: Span,
  uses: readonly CitekeyUse[],
): Omit<ReadCitation, 'start' | 'end'> {
  const last = Math.min(noteEnd, start + LONGEST_NOTE);
  const keys = startingWithin(uses, start, last).filter(({ end }) => end <= last);
  const words = text.slice(start, last);
  const place = keys.length > 0 ? placeOfKeys(keys) : placeIn(words, start);
  return { kind: 'note', keys, words, ...(place && { place }) };
}

/** Keys of one citation together. */
function groupsOf(uses: readonly CitekeyUse[]): readonly (readonly CitekeyUse[])[] {
  return [...groupBy(uses, ({ citation }) => [`${citation.start}-${citation.end}`]).values()];
}

function keyCitation(text: string, keys: readonly CitekeyUse[]): ReadCitation {
  const { start, end } = itemAt(keys, 0).citation;
  const place = placeOfKeys(keys) ?? placeBehind(text, end);
  return { kind: 'key', start, end, keys, words: text.slice(start, end), ...(place && { place }) };
}

function placeOfKeys(keys: readonly CitekeyUse[]): NamedPlace | undefined {
  for (const { locator, locatorSpan } of keys) {
    if (locator !== undefined) {
      return { locator, ...locatorSpan };
    }
  }
  return undefined;
}

/** The page that a link into a PDF names, as in `#page=3` and `#zoom=50&page=3`; the last one. */
function pageIn(target: string): string | undefined {
  const fragment = target.includes('#') ? target.slice(target.indexOf('#')) : '';
  return [...fragment.matchAll(/[#&]page=(\d+)/g)].at(-1)?.[1];
}

const TARGET =
  /\]\(\s*<?([^)\s>]+)|^\[\[([^\]]+)\]|<([^<>\s]+)>|href\*?\{([^}]+)\}|^(?:link:|xref:)?([^\s[\]]+)\[/;

function targetIn(link: string): string | undefined {
  return TARGET.exec(link)?.slice(1).find(Boolean);
}

/** "[words][label]" and "[label][]", whose target stands elsewhere. */
const LABELLED = /^\[([^[\]]*)\]\[([^[\]]*)\]$/;
const DEFINITION = /^ {0,3}\[([^[\]\n^]+)\]:[ \t]*<?([^\s<>]+)/gm;

function links(text: string, zones: Zones): readonly ReadCitation[] {
  let targets: ReadonlyMap<string, string> | undefined;
  const labelled = (label: string): string | undefined => {
    targets ??= new Map(
      Array.from(text.matchAll(DEFINITION), ([, name = '', target = '']) => [
        name.toLowerCase(),
        target,
      ]),
    );
    return targets.get(label.toLowerCase());
  };
  return zones.of('link').flatMap(({ start, end }): ReadCitation[] => {
    const words = text.slice(start, Math.min(end, start + LONGEST_LINK));
    const [, said = '', label = ''] = LABELLED.exec(words) ?? [];
    const target = said === '' ? targetIn(words) : labelled(label || said);
    if (target === undefined) {
      return [];
    }
    const page = pageIn(target);
    const name = said || words.slice(0, words.indexOf(target));
    const place = placeIn(name, start + (said === '' ? 0 : 1)) ?? placeBehind(text, end);
    return [
      {
        kind: 'link',
        start,
        end,
        keys: [],
        words,
        target,
        ...(place && { place }),
        ...(page !== undefined && { page: Number(page) }),
      },
    ];
  });
}

/** What parts a link or a key from the place behind it: ", p. 61)", " (p. 61)", " 2021, 61." */
const BEHIND_LINK = /^(?:\s\(?(?:1[5-9]|20)\d\d[a-z]?)?(?:,\s|:\s?|\s\()/u;
/** What ends it there: its parenthesis, sentence or clause. */
const BEHIND_PLACE = /^(?:[),;]|\.(?:\s|$)|\s*$)/u;

function placeBehind(text: string, end: number): NamedPlace | undefined {
  const limit = end + LONGEST_BEHIND;
  const [between = ''] = BEHIND_LINK.exec(text.slice(end, limit)) ?? [];
  const span = between === '' ? undefined : placeAt(text, end + between.length, limit);
  if (span === undefined || !BEHIND_PLACE.test(text.slice(span.end, span.end + 2))) {
    return undefined;
  }
  const { start } = span;
  const place = placeIn(`, ${text.slice(start, span.end)}`, start - 2);
  return place?.start === start && place.end === span.end ? place : undefined;
}

const LONGEST_BEHIND = 60;

const PARENTHESIS = /\(([^()]{3,400})\)/g;
/** What begins a line below a quotation that says whose it is. */
const ATTRIBUTION = /^[ \t>]*(?:[—–―]|--)[ \t]*(\S[^\n]{2,400})$/gm;
const LONGEST_LINK = 500;
const LONGEST_NOTE = 5_000;
/** A place by itself: "(p. 12)", "(3.1)". */
const BARE_PARAGRAPH = /^\s*\d+\.\d+(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s*$/;
const TELLS =
  /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|^\s*ibid\b|(?<![\p{L}\p{N}])(?:(?:pp?|paras?)\.|n\.d\.|under [“"‘'])|§|¶/iu;

/** Words in parentheses that name a year or a place in a text, and attributions below and above blocks. */
function parentheses(text: string, origin: RegExp | undefined): readonly ReadCitation[] {
  const found: ReadCitation[] = [];
  const add = (start: number, end: number, words: string, at: number, before?: string): void => {
    const bare = BARE_PARAGRAPH.test(words) ? words.trim() : undefined;
    const place = bare
      ? {
          locator: bare,
          start: at + words.indexOf(bare),
          end: at + words.indexOf(bare) + bare.length,
        }
      : placeIn(words, at);
    const named = before !== undefined && { nameBefore: before };
    found.push({ kind: 'words', start, end, keys: [], words, ...named, ...(place && { place }) });
  };
  for (const { 0: all, 1: words = '', index } of text.matchAll(PARENTHESIS)) {
    // What a link begins is told as the link.
    if (BEGINS_WITH_LINK.test(words)) {
      continue;
    }
    if (TELLS.test(words) || BARE_PARAGRAPH.test(words) || namesAgain(words)) {
      add(index, index + all.length, words, index + 1, nameBefore(text, index, words));
    }
  }
  for (const { 0: all, 1: words = '', index } of text.matchAll(ATTRIBUTION)) {
    add(index, index + all.length, words, index + all.length - words.length);
  }
  for (const { 0: all, 1: words = '', index } of origin ? text.matchAll(origin) : []) {
    add(index, index + all.length, words, index + all.indexOf(words));
  }
  return found;
}

const BEGINS_WITH_LINK = /^\s*\[[^[\]]*\]\[/;

/** "(Varga, The Lamps, 12)", "(ebd., S. 12)" */
function namesAgain(words: string): boolean {
  return (
    SAME_SOURCE.test(words) || (/^\W{0,3}\p{Lu}/u.test(words) && placeIn(words, 0) !== undefined)
  );
}

const BEGINS_WITH_YEAR = /^\s*(?:1[5-9]|20)\d\d[a-z]?(?![\p{L}\p{N}])/u;
/** "Varga and Lee (2019, 12) write" */
const NAME_BEFORE =
  /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]*(?:(?:,| and| und| et| y| &)?\s\p{Lu}[\p{L}’'-]*){0,5}(?:\set al\.?)?\s$/u;

/** The names before a parenthesis that begins with a year. */
function nameBefore(text: string, at: number, words: string): string | undefined {
  return BEGINS_WITH_YEAR.test(words)
    ? NAME_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_BEHIND), at))?.[0]
    : undefined;
}

/** A place in brackets, "[p. 12]", and no option of a command or name of a link. */
const BRACKETS = /(?<![\]\w])\[([^\d[\]\n][^[\]\n]{1,40})\](?![[({:])/gu;

/** Places that stand in brackets by themselves, and not behind a key as a part of its citation. */
function placesInBrackets(text: string, uses: readonly CitekeyUse[]): readonly ReadCitation[] {
  const ofKeys = new SpanSet(uses.flatMap(({ citation, locatorSpan }) => [citation, locatorSpan]));
  return [...text.matchAll(BRACKETS)].flatMap(({ 0: all, 1: words = '', index: start }) => {
    const end = start + all.length;
    const place = placeIn(words, start + 1);
    return place?.locator !== words.trim() || ofKeys.touches({ start, end })
      ? []
      : [{ kind: 'words', start, end, keys: [], words, place }];
  });
}
