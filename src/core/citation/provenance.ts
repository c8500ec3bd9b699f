import type { Localizer } from '../localizer';
import type { Basis, Since } from '../model';
import type { Catalog } from '../packs/catalog';
import type { TermOrigin } from '../terms/knownTerm';
import { citedSources, citePlaces } from './citePlaces';

/** What a definition or a profile in a pack rests on: places in sources, or what everybody can check. */
export function basisText({ kind, citations }: Basis, catalog: Catalog, l10n: Localizer): string {
  const places = citePlaces(catalog, citations);
  if (kind === 'source') {
    return places;
  }
  return places === ''
    ? l10n.t('Background (not from the source)')
    : l10n.t('Background (not from the source); see {0}', places);
}

/**
 * The same in few words: the first source by its short name, with the first place in it and how many
 * sources there are besides; nothing of sources that only use the notion.
 */
export function briefBasisText(
  { kind, citations }: Basis,
  catalog: Catalog,
  l10n: Localizer,
): string {
  const [first, ...others] = citedSources(catalog, citations);
  if (kind === 'general' || first === undefined) {
    return l10n.t('Background (not from the source)');
  }
  const place = [first.source.label, ...first.locators.slice(0, 1)].join(', ');
  return others.length === 0 ? place : l10n.t('{0} and {1} more', place, others.length);
}

/**
 * What has overtaken an entry last, in a few words: when, what, who says so, and how many facts are
 * older. Empty when nothing has.
 * @param facts earliest first
 */
export function briefLaterFactsText(
  facts: readonly Since[],
  catalog: Catalog,
  l10n: Localizer,
): string {
  const last = facts.at(-1);
  if (last === undefined) {
    return '';
  }
  const { publisher, label = '' } = catalog.source(last.source) ?? {};
  const { text, date } = last;
  const fact = l10n.t('Since then ({0}): {1} ({2})', date.text, text, publisher ?? label);
  return facts.length === 1 ? fact : l10n.t('{0} · {1} earlier', fact, facts.length - 1);
}

/** Where a term is from: what its definition rests on, or the glossary that has it. */
export function provenanceText(origin: TermOrigin, catalog: Catalog, l10n: Localizer): string {
  return origin.kind === 'glossary'
    ? origin.label
    : briefBasisText(origin.term.basis, catalog, l10n);
}
