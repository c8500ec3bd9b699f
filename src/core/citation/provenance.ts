import type { Localizer } from '../localizer';
import type { Basis, Since } from '../model';
import type { Catalog } from '../packs/catalog';
import type { TermOrigin } from '../terms/knownTerm';
import { citePlaces } from './citePlaces';

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

/** What has overtaken an entry, in one line: when, what, and where that is from. */
export function laterFactText(
  catalog: Catalog,
  { text, date, source, locator = '' }: Since,
): string {
  return `${date.text}: ${text} (${citePlaces(catalog, [{ source, locator }])})`;
}

/** Where a term is from: what its definition rests on, or the glossary that has it. */
export function provenanceText(origin: TermOrigin, catalog: Catalog, l10n: Localizer): string {
  return origin.kind === 'glossary' ? origin.label : basisText(origin.term.basis, catalog, l10n);
}
