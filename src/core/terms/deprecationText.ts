import type { Localizer } from '../localizer';
import type { TermStatus } from '../model';

/** Says that a term is deprecated, and what to write in its place; undefined for one that is not. */
export function deprecationText(
  { status, use }: { readonly status?: TermStatus | undefined; readonly use?: string | undefined },
  l10n: Localizer,
): string | undefined {
  if (status !== 'deprecated') {
    return undefined;
  }
  return use === undefined ? l10n.t('Deprecated') : l10n.t('Deprecated: use “{0}”', use);
}
