import { failureReason } from './failureReason';
import type { SourceState } from './library/library';
import type { Localizer } from './localizer';

/** Why a document of the library has no page, for people; `undefined` when it is ready to be read. */
export function sourceProblem(state: SourceState, l10n: Localizer): string | undefined {
  switch (state.kind) {
    case 'ready':
      return undefined;
    case 'waiting':
    case 'reading':
      return l10n.t('This source is still being read.');
    case 'noText':
      return state.isEmpty
        ? l10n.t('This source is an empty file.')
        : l10n.t('This source has no text: it consists of pictures, or is empty.');
    case 'encrypted':
      return l10n.t('This source is protected by a password.');
    case 'tooLarge':
      return l10n.t('This source is too large to be read.');
    case 'failed':
      return l10n.t('This source could not be read: {0}', failureReason(state, l10n));
  }
}
