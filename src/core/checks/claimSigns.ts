import type { Span } from '../model';
import { MONTHS } from '../text/months';

/**
 * What in a sentence asks for a source: a number of some weight, a date, or a superlative that can be
 * measured. Numbers and years are told by their form, whatever the language; words are English.
 */

/** Letters of scripts that part words by blanks: in others a number stands right beside words. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}`;

/** A number by itself: no part of a code, a time, a date in figures or a fraction of those. */
const NUMBER = new RegExp(
  String.raw`(?<![${LETTER}\p{Nd}_/:#@]|[${LETTER}\p{Nd}][-‐‑.,’'])\p{Nd}+(?:[.,   ’]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}+)?(?![${LETTER}\p{Nd}_/]|:\p{Nd}|-\p{Lu})`,
  'gu',
);

/** What stands behind a number that counts or measures something. */
const UNIT =
  /^[\s-]?(?:%|‰|％|percent|per cent|percentage points?|Prozent|pour cent|por ciento|million|billion|trillion|Millionen|Milliarden|millions|milliards|thousand|bn|[万億兆만억조])(?![a-z])|^\s?(?:USD|EUR|GBP|JPY|KRW|AUD|NZD|CHF|CNY|[€£¥₩])/u;
const CURRENCY = /(?:[$€£¥₩]|USD|EUR|GBP|JPY|KRW|AUD|NZD|CHF|CNY)\s?$/u;

/** Names that end in a number: "Article 5", "p. 12", "No. 3". */
const LABEL =
  /(?:^|[^\p{L}])(?:arts?\.|articles?|chapters?|sections?|secs?\.|figures?|figs?\.|tables?|annex|appendix|parts?|volumes?|vols?\.|nos?\.|numbers?|nr\.|paragraphs?|paras?\.?|pages?|pp?\.|steps?|phases?|pillars?|options?|scenarios?|levels?|tiers?|types?|tracks?|goals?|rules?|titles?|versions?|directives?|regulations?|resolutions?|footnotes?|notes?|questions?|codes?|projects?|models?|flights?|routes?|highways?|orders?|units?|group of|top|§|n\.|v\.|s\.)\s?$/iu;

const MONTH = new RegExp(
  String.raw`^(?:${MONTHS.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?$`,
  'u',
);

/** Words that make a year part of a name or of what is spoken of: "the 2022 Strategic Concept". */
const DETERMINER = /^(?:the|an?|this|that|these|those|its|their|his|her|our|each|every)$/iu;
/** German and the like: "im Jahr 2019". */
const YEAR_WORD = /^(?:years?|Jahre?n?|fiscal|FY)$/u;

/** A superlative that says something of what stands before it: "is the largest", ", the second-largest". */
const SUPERLATIVE =
  /(?<![\p{L}-])(?:(?:is|are|was|were|been|be|becomes?|became|becoming|remains?|remained|has|have|had|ranks?|represents?|as|for|,) (?:\p{L}+ ){0,2}(?:(?:(?:second|third|fourth|fifth)[- ])?(?:largest|biggest|smallest|highest|lowest|fastest|slowest|longest|shortest|oldest|youngest|richest|poorest|deadliest|costliest|busiest)|most (?:populous|expensive|costly|densely populated)|first[- ]ever|the only (?:\p{L}+ )?(?:country|state|nation|ally|partner|member|power|one)|record (?:high|low|level|number|year|sum)s?)|for the first time|(?:the )?(?:world|country|region|continent)[’']s (?:second[- ]|third[- ]|fourth[- ]|fifth[- ])?(?:largest|biggest|smallest|highest|lowest|fastest|longest|oldest|richest|poorest|most \p{L}+))(?![\p{L}-])/iu;

const SPELLED_OUT =
  /(?<![\p{L}-])(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a |one )?hundred)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?[- ](?:percent|per cent|million|billion|trillion|thousand)|two[- ]thirds|three[- ]quarters|(?:a|one)[- ](?:third|quarter|fifth|tenth) of|one (?:in|out of) (?:three|four|five|six|ten))(?![\p{L}-])/iu;

/** UTF-16 units that are looked at on each side of a number. */
const AROUND = 40;
/** Smaller numbers count by the way, as in "three of the 4 partners", unless a unit follows. */
const LEAST_NUMBER = 10;

/** The first thing in a sentence that asks for a source; `undefined` where there is none. Linear. */
export function claimSignIn(sentence: string): Span | undefined {
  const signs = [
    numberIn(sentence),
    matchIn(SUPERLATIVE, sentence),
    matchIn(SPELLED_OUT, sentence),
  ];
  return signs
    .filter((sign) => sign !== undefined)
    .reduce<Span | undefined>(
      (first, sign) => (first === undefined || sign.start < first.start ? sign : first),
      undefined,
    );
}

function numberIn(sentence: string): Span | undefined {
  for (const { 0: number, index } of sentence.matchAll(NUMBER)) {
    const end = index + number.length;
    const before = sentence.slice(Math.max(0, index - AROUND), index);
    const after = sentence.slice(end, end + AROUND);
    const [unit] = UNIT.exec(after) ?? [];
    const currency = CURRENCY.exec(before)?.[0] ?? '';
    if (number === '100' && !/^\s?\S+ of\s/u.test(after)) {
      continue;
    }
    if (unit !== undefined || currency !== '') {
      return { start: index - currency.length, end: end + (unit?.length ?? 0) };
    }
    if (
      /^[\s-]?mm(?!\p{L})/u.test(after) ||
      LABEL.test(before) ||
      isNoteNumber(before, after) ||
      isTimeSpan(before, after)
    ) {
      continue;
    }
    const word = wordBefore(before, index > AROUND);
    const isDated = isYear(number) || MONTH.test(word.word);
    if (isDated ? isDate(word, before, after) : isAmount(number, word)) {
      return { start: index, end };
    }
  }
  return undefined;
}

/** The number of a note that was copied with its text: "20 It can be deduced", "(20) It …". */
function isNoteNumber(before: string, after: string): boolean {
  return /^\s*\(?$/u.test(before) && /^[.)]*\s+["“]?\p{Lu}/u.test(after);
}

/** What is said by the way: "over the past 40 years", "60 years later". */
function isTimeSpan(before: string, after: string): boolean {
  return (
    /^[\s-](?:years?|months?|weeks?|days?)(?:[ -](?:later|ago|before|after))/u.test(after) ||
    (/(?:past|last|next|coming|recent|previous)\s$/iu.test(before) &&
      /^[\s-](?:years?|months?|weeks?|days?)/u.test(after))
  );
}

interface WordBefore {
  readonly word: string;
  /** Whether it begins the sentence, so that its capital tells nothing. */
  readonly isFirst: boolean;
}

/** The word before a number with a blank between. */
function wordBefore(before: string, isCut: boolean): WordBefore {
  const found = /(?<!\S)(\S{1,40})\s$/u.exec(before);
  const word = found?.[1]?.replace(/^[\p{P}\p{S}]+/u, '') ?? '';
  return {
    word,
    isFirst: !isCut && found !== null && !/\p{L}/u.test(before.slice(0, found.index)),
  };
}

function isName({ word, isFirst }: WordBefore): boolean {
  return !isFirst && /^\p{Lu}/u.test(word) && !/[,;:.)”"]$/u.test(word) && !MONTH.test(word);
}

function isAmount(number: string, word: WordBefore): boolean {
  const value = Number(number.replace(/[,   ’]/gu, ''));
  const isDecimal = /[.,](?!0+$)\p{Nd}{1,2}$/u.test(number);
  return !isName(word) && (isDecimal || !(value < LEAST_NUMBER));
}

function isYear(number: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(number);
}

/**
 * Whether a year dates something: behind a month or a preposition, and no part of a name as in "the
 * 2022 Strategic Concept", "the May 2020 report" and "Vision 2030", nor of a reference.
 */
function isDate(before: WordBefore, around: string, after: string): boolean {
  const { word } = before;
  if (/^\s?[年년]/u.test(after)) {
    return true;
  }
  if (word === '' || /^[)\]]/.test(after)) {
    return false;
  }
  if (MONTH.test(word)) {
    const [, first = ''] = /(?<!\S)(\S{1,40})\s\S{1,40}\s$/u.exec(around) ?? [];
    return !(isDeterminer(first) && /^[\s-]\p{L}/u.test(after));
  }
  if (/^(?:and|or)$/iu.test(word) && /^\s\p{Lu}\p{L}+\s\p{Lu}/u.test(after)) {
    return false;
  }
  const isDay = /^\p{Nd}{1,2},$/u.test(word);
  return (
    isDay || YEAR_WORD.test(word) || !(isName(before) || isDeterminer(word) || word.endsWith(','))
  );
}

function isDeterminer(word: string): boolean {
  return DETERMINER.test(word) || /[’']s?$/u.test(word);
}

function matchIn(expression: RegExp, sentence: string): Span | undefined {
  const found = expression.exec(sentence);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
