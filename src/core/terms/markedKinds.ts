import type { TermKind } from '../model';
import type { KnownTerm, TermForms } from './knownTerm';
import type { Occurrence } from './occurrence';

/** Kinds of terms that may be marked in notes; `acronym` stands for those of organisations and concepts. */
export const MARKABLE_KINDS = [
  'acronym',
  'agreement',
  'framework',
  'event',
  'organisation',
  'concept',
  'country',
  'region',
  'place',
  'person',
] as const satisfies readonly (TermKind | 'acronym')[];
export type MarkableKind = (typeof MARKABLE_KINDS)[number];

/** What is marked unless a setting says otherwise: names that a reader may have to look up. */
export const DEFAULT_MARKED_KINDS: readonly MarkableKind[] = [
  'acronym',
  'agreement',
  'framework',
  'event',
];

/** What tells whether a wording of a term is marked. */
export interface MarkableTerm extends Pick<TermForms, 'kind' | 'abbreviation'> {
  /** Whether it is from a glossary of the user's, which is always marked. */
  readonly isOwn: boolean;
}

const WITHOUT_ACRONYMS: ReadonlySet<TermKind> = new Set(['country', 'region', 'place', 'person']);
const ENDING = /(?:['’]?s|['’])$/u;

/** The occurrences at which at least one term is of a kind that is marked, in their order. */
export function markedOccurrences(
  text: string,
  occurrences: readonly Occurrence[],
  termsAt: (occurrence: Occurrence) => readonly MarkableTerm[],
  kinds: readonly MarkableKind[],
): readonly Occurrence[] {
  return occurrences.filter((occurrence) =>
    termsAt(occurrence).some((term) =>
      isMarked(term, text.slice(occurrence.start, occurrence.end), kinds),
    ),
  );
}

/** A term of a pack or a glossary, as far as it decides what is marked. */
export function markableTerm({ kind, abbreviation, origin }: KnownTerm): MarkableTerm {
  return {
    kind,
    ...(abbreviation !== undefined && { abbreviation }),
    isOwn: origin.kind === 'glossary',
  };
}

function isMarked(
  { kind, abbreviation, isOwn }: MarkableTerm,
  wording: string,
  kinds: readonly MarkableKind[],
): boolean {
  return (
    isOwn ||
    kinds.includes(kind) ||
    (kinds.includes('acronym') && !WITHOUT_ACRONYMS.has(kind) && isAcronym(wording, abbreviation))
  );
}

/** Whether a wording is the abbreviation, or is written in capitals alone; a plural or possessive ending does not count. */
function isAcronym(wording: string, abbreviation: string | undefined): boolean {
  const bare = wording.replace(ENDING, '');
  return bare === abbreviation || (/\p{Lu}.*\p{Lu}/u.test(bare) && !/\p{Ll}/u.test(bare));
}
