import type { Span } from '../model';
import { Addresses } from '../note/addresses';
import type { Note } from '../note/note';
import type { Occurrence } from '../terms/occurrence';
import { SpanSet } from '../text/spanSet';
import type { TermSet } from '../terms/termSet';
import type { ZoneKind } from '../note/zones';
import { introducedCompounds } from './acronymCompounds';
import { capitalWords, type CapitalWord } from './capitalWords';
import { introductionAt, type Introduction } from './introductions';

/** What no check looks at. */
const NOT_CHECKED: readonly ZoneKind[] = ['markup', 'heading', 'link', 'quotation', 'reference'];
/** Where a reader does not meet the long form of an acronym: a title is no place to explain one. */
const NOT_READ: readonly ZoneKind[] = ['markup', 'heading', 'reference'];

/** A note as the checks see it, read once for all of them. */
export interface NoteReading {
  readonly note: Note;
  readonly text: string;
  readonly terms: TermSet;
  /** Of the terms, in order; in headings, links and quotations too. */
  readonly occurrences: readonly Occurrence[];
  /** The words that look like acronyms, in order; not in markup, addresses and lines of capitals. */
  readonly capitals: readonly CapitalWord[];
  /** Where the note says what they stand for, in order; not in headings and references. */
  readonly introductions: readonly Introduction[];
  /** Whether a stretch is prose that the checks look at. */
  isChecked(span: Span): boolean;
  /** Whether a stretch is what a reader reads through, quotations and the text of links included. */
  isRead(span: Span): boolean;
}

/** Reads a note for the checks: linear in its length. */
export function readNote(note: Note, terms: TermSet): NoteReading {
  const { text, zones } = note;
  const isChecked = (span: Span): boolean => !zones.touches(span, NOT_CHECKED);
  const isRead = (span: Span): boolean => !zones.touches(span, NOT_READ);
  const shouted = shoutedSpans(text);
  const addresses = new Addresses(text, note.hasBackslashPaths);
  const compounds = new SpanSet(introducedCompounds(text, isRead));
  const capitals = capitalWords(text).filter(
    (word) =>
      !zones.touches(word, ['markup']) &&
      !shouted.touches(word) &&
      !compounds.touches(word) &&
      !addresses.covers(word.start, word.end),
  );
  return {
    note,
    text,
    terms,
    occurrences: terms.occurrencesIn(note),
    capitals,
    introductions: capitals.filter(isRead).flatMap((word) => introductionAt(text, word) ?? []),
    isChecked,
    isRead,
  };
}

const CAPITAL_LINE = /^[^\p{Ll}\n]+$/gmu;
const TWO_WORDS = /\p{L}[^\p{L}\n]+\p{L}/u;
/** "DO NOT USE": three words of capitals with nothing but blanks between. */
const CAPITAL_PHRASE =
  /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:['’-]\p{Lu}+)*(?:[ \t]+\p{Lu}{2,}(?:['’-]\p{Lu}+)*){2,}(?![\p{L}\p{N}])/gu;

/** The lines and phrases that are set in capitals, where a word of capitals need not be an acronym. */
function shoutedSpans(text: string): SpanSet {
  const lines = [...text.matchAll(CAPITAL_LINE)].filter(([line]) => TWO_WORDS.test(line));
  return new SpanSet(
    [...lines, ...text.matchAll(CAPITAL_PHRASE)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    })),
  );
}
