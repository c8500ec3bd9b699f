import type { Localizer } from '../localizer';
import type { Passage } from './document';
import { filePages } from './writtenLocators';

/**
 * "page 3 of the file", "pages 3–4 of the file": what is shown beside the locator of a passage whose
 * pages have other numbers printed on them; `undefined` where the locator says it.
 */
export function filePageText(
  passage: Pick<Passage, 'locator' | 'page' | 'lastPage'>,
  l10n: Localizer,
): string | undefined {
  const [first, last] = filePages(passage) ?? [];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  return first === last
    ? l10n.t('page {0} of the file', first)
    : l10n.t('pages {0}–{1} of the file', first, last);
}
