import { lazy } from '../../util/lazy';
import type { Span, TermId, TextEdit } from '../model';
import { isFunctionWord } from '../text/stopWords';
import type { KnownTerm } from '../terms/knownTerm';
import { capitalWords, isAcronymForm } from './capitalWords';
import { COMMON_ACRONYMS } from './commonAcronyms';
import type { Finding, Fix } from './finding';
import type { Introduction } from './introductions';
import { isLongForm } from './longForm';
import type { AcronymUse, NoteAcronym } from './noteAcronyms';
import type { NoteReading } from './noteReading';
import { isPlaceCode } from './placeCodes';
import { pluralOf } from './rewording';
import { writtenNames } from './writtenNames';
import { beginsSentence, replacement, sentenceEnd, splitPossessive, withCapital } from './wording';

/**
 * Acronyms that are used before the note has spelled them out, each at its first use. What counts as
 * spelled out is the long form of a known term, anywhere in prose before or in the same sentence, and
 * any "Long Name (LN)" or "LN (Long Name)"; a heading does not.
 */
export function acronymsBeforeExpansion(
  reading: NoteReading,
  acronyms: readonly NoteAcronym[],
): readonly Finding[] {
  const longForms = firstLongForms(reading);
  return acronyms.flatMap((noted): readonly Finding[] => {
    const { acronym, introductions, terms } = noted;
    const use = firstUse(reading, noted);
    const ownForm = introductions.find(({ longForm }) => longForm !== undefined);
    const named = ownForm === undefined ? longNameOf(acronym, terms) : longText(reading, ownForm);
    if (use === undefined || named === undefined) {
      return [];
    }
    const spelledOut = [
      ...introductions.map(
        (introduction) => introduction.longForm?.start ?? introduction.use.start,
      ),
      ...terms.flatMap(({ id }) => longForms.get(id) ?? []),
    ];
    if (spelledOut.some((at) => at < sentenceEnd(reading.text, use.end))) {
      return [];
    }
    const fix = expansionFix(reading, use, named, ownForm);
    return [
      {
        rule: 'acronym-before-expansion',
        start: use.start,
        end: use.end,
        args: [acronym, named],
        ...(fix && { fix }),
      },
    ];
  });
}

/** Acronyms that are given in brackets behind their long form, and then stand nowhere else. */
export function acronymsNeverUsed(
  reading: NoteReading,
  acronyms: readonly NoteAcronym[],
): readonly Finding[] {
  return acronyms.flatMap(({ acronym, uses, introductions }): readonly Finding[] => {
    const [introduction] = introductions;
    const { bracket, longForm } = introduction ?? {};
    if (uses.length > 1 || bracket === undefined || longForm === undefined) {
      return [];
    }
    const { start, end } = bracket;
    if (!reading.isChecked({ start: longForm.start, end })) {
      return [];
    }
    const name = reading.text.slice(longForm.start, longForm.end);
    const fix: Fix = { result: name, edits: [{ start, end, text: '' }] };
    return [{ rule: 'acronym-never-used', start: start + 1, end, args: [acronym, name], fix }];
  });
}

/** Acronyms that no glossary has and the note does not explain, each at its first use. */
export function unknownAcronyms(
  reading: NoteReading,
  acronyms: readonly NoteAcronym[],
): readonly Finding[] {
  const smallWords = lazy(() => new Set(reading.text.match(SMALL_WORD)));
  const names = lazy(() => writtenNames(reading.text, (span) => reading.isChecked(span)));
  return acronyms.flatMap(({ acronym, uses, introductions, terms }): readonly Finding[] => {
    if (terms.length > 0 || introductions.length > 0 || isNoAcronym(acronym)) {
      return [];
    }
    // A word in capitals for weight stands in the note as it usually is, too.
    if (/^\p{Lu}{4,}$/u.test(acronym) && smallWords().has(acronym.toLowerCase())) {
      return [];
    }
    if (isOfSeries(reading.text, uses)) {
      return [];
    }
    const use = uses.find(
      (candidate) =>
        !candidate.isInTerm &&
        reading.isChecked(candidate) &&
        !isDesignation(reading.text, candidate),
    );
    if (use === undefined) {
      return [];
    }
    const fix = introductionFix(reading.text, names().get(acronym), acronym);
    const { start, end } = use;
    return [{ rule: 'acronym-unknown', start, end, args: [acronym], ...(fix && { fix }) }];
  });
}

/** The acronym behind the name that the note writes out. */
function introductionFix(text: string, name: Span | undefined, acronym: string): Fix | undefined {
  return (
    name && {
      result: `${text.slice(name.start, name.end).replace(/\s+/g, ' ')} (${acronym})`,
      edits: [{ start: name.end, end: name.end, text: ` (${acronym})` }],
    }
  );
}

const ROMAN_NUMERAL = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

const SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu;

/** Roman numerals, words of prose in capitals for weight ("NOT"), common acronyms with a number ("HTML5"). */
function isNoAcronym(acronym: string): boolean {
  return (
    ROMAN_NUMERAL.test(acronym) ||
    isFunctionWord(acronym.toLowerCase()) ||
    COMMON_ACRONYMS.has(acronym.replace(/(?<!\d)\d+$/, ''))
  );
}

/** Whether one of the uses has a number behind it, as the "DF-4" of the DF series has. */
function isOfSeries(text: string, uses: readonly AcronymUse[]): boolean {
  return uses.some(({ end }) => /^[-‐‑–]\p{N}/u.test(text.slice(end, end + 2)));
}

/** What stands before the name of an operation, which is often set in capitals. */
const OPERATION = /(?<!\p{L})(?:operation|exercise|op\.)[ \u00a0]$/iu;

const TITLE_OF_PERSON = /(?<!\p{L})(?:Mrs?|Ms|Dr|Sir|Mme|M)\.?\s$/u;

/** What is before the last word of a label: the start of a line, and more capitals. */
const LABEL = /(?:^|[\n.?!:)])[\s*_>#-]{0,40}(?:\p{Lu}+[ \t]+)*$/u;

/**
 * Whether a word of capitals is part of a code, number or name ("COVID-19", "ISO 9001", "ANNEX B",
 * "C-RAM", "L’ONU", "Mr. SMITH", "Operation LAMPLIGHT", "Newport, RI"), or labels what follows
 * ("PHOTO: …").
 */
function isDesignation(text: string, { start, end, acronym }: AcronymUse): boolean {
  return (
    /(?:[\p{L}\p{N}]['’.:=\\@#$]|[@#$\\./]|\p{N}[-‐‑–/]|(?<![\p{L}\p{N}])\p{Lu}[-‐‑])$/u.test(
      text.slice(Math.max(0, start - 3), start),
    ) ||
    /^(?:[-‐‑–/]\p{N}|[ \u00a0](?:No\.? ?)?\p{N}|[ \u00a0]\p{Lu}(?![\p{L}\p{N}’'])|[(=\\@]\S|\.\p{L}|:\S)/u.test(
      text.slice(end, end + 8),
    ) ||
    TITLE_OF_PERSON.test(text.slice(Math.max(0, start - 8), start)) ||
    OPERATION.test(text.slice(Math.max(0, start - 12), start)) ||
    isPlaceCode(text, start, acronym) ||
    (/^(?:[ \t]+\p{Lu}+){0,4}:/u.test(text.slice(end, end + 40)) &&
      LABEL.test(text.slice(Math.max(0, start - 40), start)))
  );
}

/** The first use that is prose and does not itself say what the acronym stands for. */
function firstUse(
  reading: NoteReading,
  { uses, introductions }: NoteAcronym,
): AcronymUse | undefined {
  const explained = new Set(introductions.map(({ use }) => use.start));
  return uses.find((use) => !explained.has(use.start) && reading.isChecked(use));
}

/** Where each term is first read by a name that is no acronym. */
function firstLongForms(reading: NoteReading): ReadonlyMap<TermId, number> {
  const first = new Map<TermId, number>();
  for (const occurrence of reading.occurrences) {
    const { start, end } = occurrence;
    const [wording] = splitPossessive(reading.text.slice(start, end));
    if (!isAcronymForm(wording) && reading.isRead(occurrence)) {
      for (const term of occurrence.terms) {
        if (!first.has(term)) {
          first.set(term, start);
        }
      }
    }
  }
  return first;
}

/** The name of the nearest term that has one which is no acronym: best one that the letters are from. */
function longNameOf(acronym: string, terms: readonly KnownTerm[]): string | undefined {
  for (const { name, aliases = [] } of terms) {
    const names = [name, ...aliases].filter((form) => !isAcronymForm(form));
    const fitting = names.find((form) => isLongForm(form, acronym)) ?? names[0];
    if (fitting !== undefined) {
      return fitting;
    }
  }
  return undefined;
}

/** The note's own long form, without the capital of a sentence's beginning. */
function longText({ text }: NoteReading, { longForm }: Introduction): string | undefined {
  if (longForm === undefined) {
    return undefined;
  }
  const { start, end } = longForm;
  const [stem] = splitPossessive(text.slice(start, end));
  const name = stem.replace(/\s+/g, ' ').replace(/[*_]{1,3}/g, '');
  const isPlain = !/\p{Lu}/u.test(name.slice(1)) && beginsSentence(text, start);
  return isPlain ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const WORD_MARKS = /[\p{L}\p{N}][-‐‑–]$/u;

/** `undefined` where the acronym is part of a compound, which a bracket would tear apart. */
function expansionFix(
  reading: NoteReading,
  use: AcronymUse,
  named: string,
  later: Introduction | undefined,
): Fix | undefined {
  const { text } = reading;
  const { start, end, acronym, isPlural } = use;
  if (
    WORD_MARKS.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-‐‑–][\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  ) {
    return undefined;
  }
  const possessive = /^['’]s?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))?.[0] ?? '';
  const number = isPlural ? pluralOf(named) : named;
  const name = beginsSentence(text, start) ? withCapital(number) : number;
  const result = `${name}${possessive} (${isPlural ? `${acronym}s` : acronym})`;
  const edit = replacement(text, { start, end: end + possessive.length }, result);
  return { result, edits: [edit, ...shortened(reading, later)] };
}

/** The acronym in place of the "Long Name (LN)" that comes too late. */
function shortened(reading: NoteReading, later: Introduction | undefined): readonly TextEdit[] {
  const { longForm, bracket, use } = later ?? {};
  if (longForm === undefined || bracket === undefined || use === undefined) {
    return [];
  }
  const span = { start: longForm.start, end: bracket.end };
  const { text } = reading;
  const isAlone = capitalWords(text.slice(span.start, span.end)).length === 1;
  return isAlone && reading.isChecked(span)
    ? [replacement(text, span, text.slice(use.start, use.end))]
    : [];
}
