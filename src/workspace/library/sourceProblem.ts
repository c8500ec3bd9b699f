import { failureReason } from '../../host/failureReason';
import type { SourceState } from './library';
import type { Localizer } from '../../core/localizer';

/** Why a document of the library has no page, for people; `undefined` when it is ready to be read. */
export function sourceProblem(state: SourceState, l10n: Localizer): string | undefined {
  switch (state.kind) {
    case 'ready':
      return undefined;
    case 'waiting':
    case 'reading':
      return l10n.t('This source is still being indexed.');
    case 'noText':
      return state.isEmpty
        ? l10n.t('This source is an empty file.')
        : l10n.t('This source has no text: it consists of pictures, or is empty.');
    case 'encrypted':
      return l10n.t('This source is protected by a password.');
    case 'tooLarge':
      return l10n.t('This source is too large to index.');
    case 'failed':
      return l10n.t('This source cannot be read: {0}', failureReason(state, l10n));
  }
}
