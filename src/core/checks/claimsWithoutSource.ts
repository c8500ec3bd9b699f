import { itemAt } from '../../util/defined';
import { rank } from '../../util/rank';
import type { Span } from '../model';
import type { ReadCitation } from '../note/citations/citationsIn';
import { SAME_SOURCE } from '../note/citations/sameSource';
import type { Note } from '../note/note';
import type { ReadableText } from '../note/readableText';
import { sectionsUnder } from '../note/referenceLists';
import type { ZoneKind } from '../note/zones';
import { sentenceEnds } from '../text/sentences';
import { SpanSet } from '../text/spanSet';
import { countWords } from '../text/words';
import { proseBlocks, type ProseBlock } from './claimBlocks';
import { claimSignIn } from './claimSigns';
import type { Finding } from './finding';
import type { NoteReading } from './noteReading';

/** What is no claim of the note's own. */
const NOT_CLAIMED: readonly ZoneKind[] = ['heading', 'quotation', 'reference'];

/** Sections that repeat what is said elsewhere, or claim nothing. */
const SILENT_TITLE =
  /^(?:(?:executive |policy )?summary(?: and .*)?|abstract|synopsis|overview|in brief|at a glance|bluf|bottom line(?: up front)?|(?:key|main) (?:points|takeaways|findings|messages|judge?ments|conclusions|facts)|takeaways|highlights|headlines|(?:table of )?contents|(?:end)?notes|conclusions?(?: and .*)?|concluding (?:remarks|thoughts)|recommendations?|policy recommendations?|next steps|way forward|agenda|programme|program|schedule|to ?do|open questions|questions|acknowledge?ments?|about(?: the .*)?|authors?|disclaimer|contact|methods?|methodology|zusammenfassung|fazit|résumé|resumen|resumo|sintesi|samenvatting|要旨|概要|要約|まとめ|요약|摘要|总结)$/iu;
/** The same at the beginning of a paragraph: "**Summary.** …". */
const SILENT_BEGINNING =
  /^(?:(?:executive )?summary|abstract|bluf|bottom line(?: up front)?|key (?:points|takeaways|findings|messages|judge?ments)|in brief|tl;dr)\s*[.:—–-]/iu;
/** Lines about the note itself, captions, and lines that say where something else is from. */
const NO_PROSE =
  /^[▲△▼▽◄►◀▶]|^[^\p{L}\p{Nd}]{0,4}(?:date|dated|updated|last (?:updated|modified|reviewed)|as of|published|created|version|draft(?:ed)?|status|from|to|cc|subject|re|author|prepared (?:by|for)|classification|accessed|retrieved|sources?|data|notes?|figure|fig\.|table|chart|map|box|photo|image|credit|quelle|stand|datum)(?:\s[\p{Nd}.]+)?\s*[:.—–]/iu;
/** A paragraph about a table or a picture, which has a source of its own. */
const EXHIBIT =
  /(?<!\p{L})(?:[Ff]igures?|[Ff]ig\.|[Tt]ables?|[Cc]harts?|[Gg]raphs?|[Mm]aps?|[Bb]ox|[Ee]xhibits?) (?:\p{Nd}|\p{Lu}(?!\p{L})|below|above)/u;
/** The text of a note that was copied from a page. */
const RAISED_NUMBER = /^<sup>\p{Nd}/u;
const SOURCE_LINE = /^\(?(?:sources?|data|quelle)s?\s*:/iu;

/** Proposals, questions, and what the note says of itself or has found out itself. */
const NOT_FACTUAL =
  /^\s*(?:therefore|thus|hence|in (?:other words|sum|short|conclusion)|to (?:sum up|conclude)|overall)(?!\p{L})|\?["”’)\]]*\s*$|:\s*$|(?<![\p{L}])(?:should|must|ought to|needs? to|could|would|might|let us|recommends?|propos(?:e|es|al)|suppose|imagine|hypothetical(?:ly)?|for example|e\.g\.|this (?:brief|briefing|paper|note|memo|report|article|study|section|chapter|essay|analysis|book)|we|our|I|my|according to|as reported by)(?![\p{L}])/iu;
/** "per SIPRI", and no "per cent". */
const PER_NAME = /(?<!\p{L})per (?:the )?\p{Lu}/u;

/** Says of a list that what it has is not so yet. */
const LEADS_TO_PROPOSALS =
  /(?<!\p{L})(?:options?|recommend\p{L}*|propos\p{L}*|should|could|must|actions?|measures|next steps)(?!\p{L})/iu;

/** Goes on with what a source says that was cited before in the paragraph. */
const SPEAKS_OF_SOURCE =
  /^\s*(?:(?:the|this|that|its|their) (?:same )?(?:report|study|survey|paper|white paper|document|review|strategy|statement|data|figures?|authors?|assessment|analysis|declaration|communiqu[ée])|(?:it|they|he|she) (?:also |further |then )?(?:notes?|noted|finds?|found|says?|said|states?|stated|estimates?|estimated|adds?|added|reports?|reported|projects?|projected|warns?|warned))(?![\p{L}])/iu;

/** Words of an item of a list that ends without a full stop; other lines without one are no sentences. */
const FEWEST_WORDS = 8;
/** Of a sentence with one. */
const FEWEST_WORDS_CLOSED = 4;
/** Paragraphs of a note whose first one is its summary. */
const FEWEST_PARAGRAPHS = 4;

/** A block as it is read. */
interface ReadBlock extends ProseBlock {
  readonly read: ReadableText;
  /** Where its last citation begins; -1 without any. */
  readonly lastCitation: number;
  /** Whether it says what follows: it ends in a colon. */
  readonly leadsIn: boolean;
}

/**
 * Sentences with a number, a date or a superlative that nothing cites for: neither they nor, behind
 * them, their paragraph. A list is covered by a citation in the sentence that leads to it. Silent in
 * summaries, the first paragraph of a longer note, headings, tables, quotations and references; and
 * for questions, proposals and what a note says of itself. Linear in the length of the note.
 */
export function claimsWithoutSource({ note }: NoteReading): readonly Finding[] {
  const { text, zones, headings } = note;
  const cited = citedPlaces(note);
  const silent = new SpanSet(sectionsUnder(SILENT_TITLE, text, headings));
  const blocks = proseBlocks(note).map((block) => readBlock(note, block, cited));
  const first = firstParagraph(blocks, headings);
  const findings: Finding[] = [];
  let lead: ReadBlock | undefined;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const isUnderLead = lead !== undefined && (block.isItem || lead === blocks[at - 1]);
    lead = isUnderLead ? lead : undefined;
    const isCovered =
      (lead !== undefined && (lead.lastCitation >= 0 || LEADS_TO_PROPOSALS.test(lead.read.text))) ||
      (next !== undefined && SOURCE_LINE.test(next.read.text)) ||
      (block.leadsIn && next !== undefined && next.lastCitation >= 0);
    if (block.leadsIn) {
      lead = block;
    }
    if (
      isCovered ||
      block === first ||
      silent.touches(block) ||
      RAISED_NUMBER.test(text.slice(block.start, block.start + 12)) ||
      SILENT_BEGINNING.test(block.read.text) ||
      NO_PROSE.test(block.read.text) ||
      EXHIBIT.test(block.read.text)
    ) {
      continue;
    }
    for (const claim of claimsIn(block)) {
      if (!zones.touches(claim.sign, NOT_CLAIMED)) {
        const { start, end } = claim.sign;
        const wording = text.slice(start, end).replace(/\s+/gu, ' ');
        findings.push({
          rule: 'claim-without-source',
          start,
          end,
          args: [wording, claim.sentence],
        });
      }
    }
  }
  return findings;
}

interface Claim {
  /** What asks for a source, in the note. */
  readonly sign: Span;
  /** As it is read, on one line. */
  readonly sentence: string;
}

function* claimsIn({ read, isItem, start: first, lastCitation }: ReadBlock): Generator<Claim> {
  let start = 0;
  for (const end of sentenceEnds(read.text)) {
    const sentence = read.text.slice(start, end);
    const from = start;
    start = end;
    const isTold = lastCitation >= first && SPEAKS_OF_SOURCE.test(sentence);
    const found = isStatement(sentence, isItem) && !isTold ? claimSignIn(sentence) : undefined;
    if (found === undefined) {
      continue;
    }
    const sign = read.spanOf({ start: from + found.start, end: from + found.end });
    if (lastCitation < read.spanOf({ start: from, end: from + 1 }).start) {
      yield { sign, sentence: sentence.replace(/\s+/gu, ' ').trim() };
    }
  }
}

/** A word that is no name or month, in scripts with capitals. */
const SMALL_WORD = /(?<!\p{L})\p{Ll}\p{L}*|\p{Lo}+/gu;

function isStatement(sentence: string, isItem: boolean): boolean {
  const isClosed = /[.!…。！]["”’»)\]]*\s*$/u.test(sentence);
  const words = countWords(sentence);
  return (
    (isClosed ? words >= FEWEST_WORDS_CLOSED : isItem && words >= FEWEST_WORDS) &&
    (sentence.match(SMALL_WORD) ?? []).length > 1 &&
    !NOT_FACTUAL.test(sentence) &&
    !PER_NAME.test(sentence)
  );
}

function readBlock(note: Note, block: ProseBlock, cited: readonly number[]): ReadBlock {
  const read = note.read(block);
  const before = rank(cited.length, (index) => itemAt(cited, index) < block.end);
  const last = cited[before - 1] ?? -1;
  return {
    ...block,
    read,
    lastCitation: last >= block.start ? last : -1,
    leadsIn: /:\s*$/u.test(read.text),
  };
}

/** The first paragraph of a note that has some more, which sums it up; none behind a heading besides that of the note. */
function firstParagraph(
  blocks: readonly ReadBlock[],
  headings: Note['headings'],
): ReadBlock | undefined {
  const paragraphs = blocks.filter(
    ({ isItem, read }) =>
      !isItem && /[.!…。]["”’)\]]*\s*$/u.test(read.text) && !NO_PROSE.test(read.text),
  );
  const [first] = paragraphs;
  const above = headings.filter(({ start }) => first !== undefined && start < first.start);
  return above.length < 2 && paragraphs.length >= FEWEST_PARAGRAPHS ? first : undefined;
}

/** "[12]", "[3, 4]", ". (5)" and raised figures: notes that a text without markup has. */
const NUMBERED =
  /(?<=[.,;!?"”]\s?)\(\p{Nd}{1,3}\)|\[\p{Nd}{1,3}(?:[,;–-]\s?\p{Nd}{1,3})*\](?![(:[])|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|<sup>\p{Nd}/gu;

/** Where something cites a source, ascending. */
function citedPlaces(note: Note): readonly number[] {
  const { text, citations, addresses, zones } = note;
  return [
    ...citations.filter(citesSource).map(({ start }) => start),
    ...addresses.map(({ start }) => start),
    ...zones.of('reference').map(({ start }) => start),
    ...Array.from(text.matchAll(NUMBERED), ({ index }) => index),
  ].sort((one, other) => one - other);
}

const YEAR = /(?<!\p{Nd})(?:1[5-9]|20)\d\d/u;
const BEGINS_WITH_MONTH =
  /^\s*(?:\p{Nd}{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;

function citesSource({ kind, words, nameBefore, place }: ReadCitation): boolean {
  return (
    kind !== 'words' ||
    place !== undefined ||
    nameBefore !== undefined ||
    SAME_SOURCE.test(words) ||
    /n\.d\./u.test(words) ||
    (namesYear(words) && !BEGINS_WITH_MONTH.test(words))
  );
}

/** Whether a name and a year stand in words, as in "Tanaka 2020", and not a year alone. */
function namesYear(words: string): boolean {
  const year = YEAR.exec(words)?.index;
  return year !== undefined && /\p{Lu}\p{L}/u.test(words.slice(0, year));
}
