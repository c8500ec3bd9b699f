import type { EntryFields } from '../../src/core/glossary/glossary';
import { knownTermsOfContext, type KnownTerm } from '../../src/core/terms/knownTerm';

/** The terms of a glossary that has one context with these entries, as a note meets them. */
export function ownTerms(
  label: string,
  entries: readonly (Partial<EntryFields> & Pick<EntryFields, 'name'>)[],
): readonly KnownTerm[] {
  const nowhere = { start: 0, end: 0 };
  return knownTermsOfContext(`file:///${label}.glossary.yml`, label, {
    name: label,
    paths: [],
    entries: entries.map((fields) => ({
      aliases: [],
      examples: [],
      meta: new Map(),
      related: [],
      span: nowhere,
      nameSpan: nowhere,
      ...fields,
    })),
  });
}
