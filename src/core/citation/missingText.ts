import type { EntryPart } from './entryParts';
import type { Localizer } from '../localizer';

/** "Entry “roe” has no author or date." */
export function missingText(
  citekey: string,
  missing: readonly EntryPart[],
  l10n: Localizer,
): string {
  const [first = '', second, third] = missing.map((part) => partName(part, l10n));
  if (second === undefined) {
    return l10n.t('Entry “{0}” has no {1}.', citekey, first);
  }
  return third === undefined
    ? l10n.t('Entry “{0}” has no {1} or {2}.', citekey, first, second)
    : l10n.t('Entry “{0}” has no {1}, {2} or {3}.', citekey, first, second, third);
}

function partName(part: EntryPart, l10n: Localizer): string {
  switch (part) {
    case 'author':
      return l10n.t('author');
    case 'title':
      return l10n.t('title');
    case 'date':
      return l10n.t('date');
  }
}
