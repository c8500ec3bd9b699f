import type { Localizer } from '../../../../core/localizer';
import type { Partner, TermKind } from '../../../../core/model';

/** What kind of partner an entry is, for people. */
export function partnerKindName({ kind, members }: Partner, l10n: Localizer): string {
  if (members !== undefined) {
    return l10n.t('Group of partners');
  }
  switch (kind) {
    case 'partner':
      return l10n.t('Indo-Pacific partner');
    case 'actor':
      return l10n.t('Other actor');
    case 'framework':
      return l10n.t('Partnership framework');
  }
}

/** What kind of term an entry is, for people. */
export function termKindName(kind: TermKind, l10n: Localizer): string {
  switch (kind) {
    case 'concept':
      return l10n.t('Concept');
    case 'organisation':
      return l10n.t('Organisation');
    case 'framework':
      return l10n.t('Framework');
    case 'agreement':
      return l10n.t('Agreement');
    case 'country':
      return l10n.t('Country');
    case 'region':
      return l10n.t('Region');
    case 'place':
      return l10n.t('Place');
    case 'person':
      return l10n.t('Person');
    case 'event':
      return l10n.t('Event');
  }
}
