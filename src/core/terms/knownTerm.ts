import type { GlossaryContext, GlossaryEntry } from '../glossary/glossary';
import { runAtOnce } from '../../util/slices';
import type { Term, TermId, TermStatus } from '../model';

/** Terms that are made between two places where the work may be interrupted. */
const TERMS_AT_ONCE = 512;

/** How a term is written: all that the matcher has to know. */
export type TermForms = Pick<
  Term,
  'id' | 'name' | 'kind' | 'abbreviation' | 'aliases' | 'case' | 'near' | 'not'
>;

/** A term as it is offered in notes, whether a pack ships it or a glossary of the user's has it. */
export interface KnownTerm extends TermForms {
  /** Empty when its entry gives none. */
  readonly definition: string;
  readonly status?: TermStatus;
  /** What to write in place of a deprecated term. */
  readonly use?: string;
  readonly origin: TermOrigin;
}

/** Where a term is from. */
export type TermOrigin =
  | { readonly kind: 'pack'; readonly term: Term }
  | {
      readonly kind: 'glossary';
      /** The address or path of the file that the entry stands in. */
      readonly file: string;
      /** For people: the context's name, or else the file's. */
      readonly label: string;
      readonly context: GlossaryContext;
      readonly entry: GlossaryEntry;
    };

/** A pack's term as a note meets it. */
export function knownTermOfPack(term: Term): KnownTerm {
  const { id, name, kind, abbreviation, aliases, case: casing, near, not, definition } = term;
  return {
    id,
    name,
    kind,
    ...(abbreviation !== undefined && { abbreviation }),
    ...(aliases && { aliases }),
    ...(casing && { case: casing }),
    ...(near && { near }),
    ...(not && { not }),
    definition,
    origin: { kind: 'pack', term },
  };
}

/**
 * The terms of a context of a glossary, in its order. Their ids stay the same as long as file and
 * names do: the file, the names of context and entry and, from the second of these on, its number.
 *
 * @param file the address or path of the file that the context stands in
 * @param label for people: what the context is called
 * @param counts how many entries of the file have had the same names so far: to be handed from one
 *   context of a file to the next, since several may have the same name, or none
 */
export function knownTermsOfContext(
  file: string,
  label: string,
  context: GlossaryContext,
  counts = new Map<string, number>(),
): readonly KnownTerm[] {
  return runAtOnce(knownTermsInSlices(file, label, context, counts));
}

/** The same for `runInSlices`. */
export function* knownTermsInSlices(
  file: string,
  label: string,
  context: GlossaryContext,
  counts: Map<string, number>,
): Generator<undefined, readonly KnownTerm[]> {
  const known: KnownTerm[] = [];
  for (const entry of context.entries) {
    if (known.length % TERMS_AT_ONCE === TERMS_AT_ONCE - 1) {
      yield;
    }
    const place = `${file}#${context.name ?? ''}#${entry.name}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const { name, abbreviation, aliases, case: casing, near, not } = entry;
    const { definition, status, use } = entry;
    known.push({
      id: (count === 1 ? place : `${place}#${count}`) as TermId,
      name,
      kind: 'concept',
      ...(abbreviation !== undefined && { abbreviation }),
      aliases,
      ...(casing && { case: casing }),
      ...(near && { near }),
      ...(not && { not }),
      definition: definition ?? '',
      ...(status && { status }),
      ...(use !== undefined && { use }),
      origin: { kind: 'glossary', file, label, context, entry },
    });
  }
  return known;
}
