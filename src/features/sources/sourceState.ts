import type { DocumentFormat, FailedProblem } from '../../core/library/document';
import { failureReason } from '../../host/failureReason';
import { describeFault, remedyForFault } from '../../host/fileFaultText';
import type { LibrarySource, SourceState } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';

type StateOf = Pick<LibrarySource, 'state' | 'format' | 'passages' | 'isEncodingUncertain'>;

/** Why a source cannot be searched; `undefined` for one that can or will be. */
export function problemOf({ kind }: SourceState): 'unreadable' | 'failed' | undefined {
  switch (kind) {
    case 'waiting':
    case 'reading':
    case 'ready':
      return undefined;
    case 'failed':
      return 'failed';
    case 'noText':
    case 'encrypted':
    case 'tooLarge':
      return 'unreadable';
  }
}

/** How far a source is, in a few words: "indexing 40%", "128 passages", "password-protected". */
export function describeState(
  { state, format, passages, isEncodingUncertain }: StateOf,
  l10n: Localizer,
): string {
  switch (state.kind) {
    case 'waiting':
      return l10n.t('queued');
    case 'reading':
      return l10n.t('indexing {0}%', Math.floor(state.share * 100));
    case 'ready':
      return isEncodingUncertain
        ? l10n.t('{0}, encoding uncertain', countPassages(passages, l10n))
        : countPassages(passages, l10n);
    case 'noText':
      if (state.isEmpty) {
        return l10n.t('empty file');
      }
      return format === 'pdf' ? l10n.t('scanned, no text') : l10n.t('no text');
    case 'encrypted':
      return l10n.t('password-protected');
    case 'tooLarge':
      return l10n.t('too large (over {0} MB)', Math.round(state.limit / 1_000_000));
    case 'failed':
      return describeFailure(state, l10n);
  }
}

/** What a row says of how far a source is; `undefined` for one that is as it should be. */
export function stateInRow(source: StateOf, l10n: Localizer): string | undefined {
  if (source.state.kind !== 'ready') {
    return describeState(source, l10n);
  }
  return source.isEncodingUncertain ? l10n.t('encoding uncertain') : undefined;
}

/** Why a source or a folder could not be read, in a few words. */
export function describeFailure(problem: FailedProblem, l10n: Localizer): string {
  const reason = failureReason(problem, l10n).replace(/\s+/g, ' ').trim();
  return l10n.t('cannot be read ({0})', reason.replace(/(?<!\.)\.$/, ''));
}

/** What the user can do about a source that cannot be searched; `undefined` when nothing is wrong. */
export function remedyFor(
  { state, format }: Pick<StateOf, 'state' | 'format'>,
  l10n: Localizer,
): string | undefined {
  switch (state.kind) {
    case 'waiting':
    case 'reading':
    case 'ready':
      return undefined;
    case 'noText':
      if (state.isEmpty) {
        return l10n.t(
          'The file has no bytes: its download or its saving may have been cut short. It is read again as soon as it changes.',
        );
      }
      return format === 'pdf'
        ? l10n.t(
            'Its pages are pictures. Let a text recognition (OCR) add the text; the file is read again as soon as it changes.',
          )
        : l10n.t('The file holds nothing to read.');
    case 'encrypted':
      return l10n.t('Save a copy that opens without a password, and add that one.');
    case 'tooLarge':
      return l10n.t(
        'Split the file, or raise the limit in the setting ip4Desk.library.maxFileSize.',
      );
    case 'failed':
      if (state.cause?.kind === 'file') {
        return l10n.t('{0} Then choose Try Again.', remedyForFault(state.cause.fault, l10n));
      }
      return state.cause !== undefined
        ? l10n.t('It is not read again by itself. Choose Try Again to read it once more.')
        : l10n.t('Open the original to see whether it is damaged. The log may say more.');
  }
}

/** "1 passage", "128 passages". */
export function countPassages(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 passage') : l10n.t('{0} passages', count);
}

/** Whether files of a format are text, whose bytes an encoding gives a meaning. */
export function isEncoded(format: DocumentFormat): boolean {
  return format === 'text' || format === 'markdown' || format === 'html';
}

export function nameFormat(format: DocumentFormat, l10n: Localizer): string {
  switch (format) {
    case 'text':
      return l10n.t('Text');
    case 'markdown':
      return 'Markdown';
    case 'html':
      return 'HTML';
    case 'pdf':
      return 'PDF';
    case 'word':
      return 'Word';
  }
}

/** Says that what is read cannot be stored, why, and what to do. */
export function notStoredMessage(problem: FailedProblem, l10n: Localizer): string {
  const { cause } = problem;
  const reason =
    cause?.kind === 'file'
      ? describeFault(cause.fault, 'write', l10n)
      : failureReason(problem, l10n);
  return l10n.t(
    'The index of your sources cannot be stored, so that they are indexed again each time a window opens: {0} Make the folder of the extension writable, with room on its disk.',
    reason,
  );
}
