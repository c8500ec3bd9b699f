import { isFunctionWord } from '../text/stopWords';
import type { KnownTerm, TermForms } from '../terms/knownTerm';
import type { Occurrence } from '../terms/occurrence';
import { isAcronymForm } from './capitalWords';
import type { Finding } from './finding';
import type { NoteReading } from './noteReading';
import { formOf as findForm, inOtherNumber, writtenAs } from './rewording';
import { beginsSentence, splitPossessive } from './wording';

/** A use of a term by a name that is no acronym. */
interface Mention {
  readonly term: KnownTerm;
  readonly occurrence: Occurrence;
  /** The form of the term that it is, as the term has it. */
  readonly form: string;
  /** How it is written, in the number of the form. */
  readonly wording: string;
  readonly inOtherNumber: boolean;
  /** Whether its first letter is a capital because a sentence begins. */
  readonly beginsSentence: boolean;
}

/**
 * Terms that a note writes in two ways: spellings of one name for all terms; for those of the user's
 * own glossaries different names as well, unless the entry admits them. Acronyms never count. The way
 * that is used more often is kept, of two the term's own, or else the first.
 */
export function mixedVariants(reading: NoteReading): readonly Finding[] {
  const groups = new Map<string, Mention[]>();
  const formOf = rememberedForms();
  for (const occurrence of reading.occurrences) {
    const [term] = reading.terms.termsAt(occurrence);
    if (term === undefined || term.status === 'deprecated' || !reading.isChecked(occurrence)) {
      continue;
    }
    const mention = mentionOf(reading.text, occurrence, term, formOf);
    if (mention !== undefined) {
      const key = mixesNames(term) ? `${term.id}\n${mention.form}` : term.id;
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [mention]);
      } else {
        group.push(mention);
      }
    }
  }
  return Array.from(groups, ([, mentions]) => findingsOf(reading, mentions)).flat();
}

type FormFinder = typeof findForm;

/** Finds forms of terms, each wording of a term once. */
function rememberedForms(): FormFinder {
  const found = new Map<TermForms, Map<string, ReturnType<FormFinder>>>();
  return (wording, term) => {
    const ofTerm = found.get(term) ?? new Map<string, ReturnType<FormFinder>>();
    found.set(term, ofTerm);
    if (!ofTerm.has(wording)) {
      ofTerm.set(wording, findForm(wording, term));
    }
    return ofTerm.get(wording);
  };
}

/** Whether different names of a term may stand in one note. */
function mixesNames({ origin, status }: KnownTerm): boolean {
  return origin.kind === 'pack' || status === 'admitted';
}

/** `undefined` for what says nothing of how the author writes the term. */
function mentionOf(
  text: string,
  occurrence: Occurrence,
  term: KnownTerm,
  formOf: FormFinder,
): Mention | undefined {
  const { start, end } = occurrence;
  const [stem] = splitPossessive(text.slice(start, end).replace(/\s+/g, ' '));
  const match = isAcronymForm(stem) ? undefined : formOf(stem, term);
  if (
    match === undefined ||
    isAcronymForm(match.form) ||
    !/^[\p{L}\p{M}\p{N} .,'’‐‑–-]+$/u.test(stem)
  ) {
    return undefined;
  }
  const behind = text.slice(start + stem.length, end + 30);
  if (isAttributive(stem, behind) || isPartOfName(text, occurrence, stem, match.form)) {
    return undefined;
  }
  const wording = match.inOtherNumber ? inOtherNumber(stem) : stem;
  return {
    term,
    occurrence,
    form: match.form,
    wording,
    inOtherNumber: match.inOtherNumber,
    beginsSentence: /^\p{Lu}/u.test(wording) && beginsSentence(text, start),
  };
}

/** "capacity-building efforts": before a noun, a compound has its hyphen by rule. */
function isAttributive(stem: string, behind: string): boolean {
  const next = /^\s(\p{Ll}+)/u.exec(behind)?.[1];
  return /\p{L}{3}[-‐‑]\p{L}{3}/u.test(stem) && next !== undefined && !isFunctionWord(next);
}

/** Whether capitals that the form has not come from a longer name: "Security Cooperation Dialogue". */
function isPartOfName(
  text: string,
  { start, end }: Occurrence,
  stem: string,
  form: string,
): boolean {
  const raised = beginsSentence(text, start) ? stem.slice(1) : stem;
  if (!/\p{Lu}/u.test(raised) || /\p{Lu}/u.test(form.slice(1))) {
    return false;
  }
  const before = /(?:^|\s)\p{Lu}[\p{L}\p{N}’'.-]*\s(?:(?:of|for|and|on|the|in|&)\s){0,2}$/u;
  const behind = /^\s(?:(?:of|for|and|on|the|in|&)\s){0,2}\p{Lu}/u;
  return (
    !/[\s-]/.test(stem) ||
    before.test(text.slice(Math.max(0, start - 40), start)) ||
    behind.test(text.slice(end, end + 20))
  );
}

function findingsOf({ text }: NoteReading, mentions: readonly Mention[]): readonly Finding[] {
  const variants = variantsOf(mentions);
  if (variants.size < 2) {
    return [];
  }
  const [kept] = Array.from(variants).sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || rank(b, ofB) - rank(a, ofA),
  );
  const findings: Finding[] = [];
  for (const [wording, group] of variants) {
    for (const { occurrence, inOtherNumber: other } of wording === kept?.[0] ? [] : group) {
      const name = kept?.[0] ?? wording;
      const fix = writtenAs(text, occurrence, other ? inOtherNumber(name) : name);
      const { start, end } = occurrence;
      const found = text.slice(start, end).replace(/\s+/g, ' ');
      findings.push({ rule: 'mixed-variants', start, end, args: [found, fix.result], fix });
    }
  }
  return findings;
}

/** 2 for the term's name as it has it, 1 for another form of it. */
function rank(wording: string, mentions: readonly Mention[]): number {
  const isOwn = mentions.some(({ form }) => form === wording);
  return isOwn ? (mentions[0]?.term.name === wording ? 2 : 1) : 0;
}

/** The mentions by their wording, in the order of the first of each. */
function variantsOf(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const within = mentions.filter((mention) => !mention.beginsSentence);
  const known = new Set(within.map(({ wording }) => wording));
  const variants = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const wording = mention.beginsSentence ? withinSentence(mention, known) : mention.wording;
    const group = variants.get(wording);
    if (group === undefined) {
      variants.set(wording, [mention]);
    } else {
      group.push(mention);
    }
  }
  return variants;
}

/** How a mention that begins a sentence would be written within one. */
function withinSentence({ wording, form }: Mention, known: ReadonlySet<string>): string {
  const [first = ''] = wording;
  const small = first.toLowerCase() + wording.slice(first.length);
  const isName = /^\p{Lu}/u.test(form);
  return known.has(small) || !(isName || known.has(wording)) ? small : wording;
}
