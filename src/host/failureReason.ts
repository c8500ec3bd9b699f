import type { FailedProblem } from '../core/library/document';
import { describeFault } from './fileFaultText';
import type { Localizer } from '../core/localizer';

/** Why a document could not be read, in the user's language as far as we know the cause. */
export function failureReason({ reason, cause }: FailedProblem, l10n: Localizer): string {
  switch (cause?.kind) {
    case undefined:
      return reason;
    case 'time':
      return l10n.t('It takes longer than {0} seconds.', cause.seconds);
    case 'memory':
      return l10n.t('It takes more than {0} MB of memory.', cause.megabytes);
    case 'crash':
      return l10n.t('Reading it ended early.');
    case 'interrupted':
      return l10n.t('The editor stopped while it was read.');
    case 'file':
      return describeFault(cause.fault, 'read', l10n);
  }
}
