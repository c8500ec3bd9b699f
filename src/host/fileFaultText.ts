import { faultOf, type FileFault } from '../core/paths/fileFault';
import type { Localizer } from '../core/localizer';

/** What was to be done with a file when it was refused. */
export type FileUse = 'read' | 'write';

/** A fault as one sentence for people. */
export function describeFault(fault: FileFault, use: FileUse, l10n: Localizer): string {
  switch (fault) {
    case 'gone':
      return l10n.t('It is no longer there.');
    case 'permission':
      return use === 'read'
        ? l10n.t('You do not have permission to read it.')
        : l10n.t('You do not have permission to write here.');
    case 'isFolder':
      return l10n.t('It is a folder, not a file.');
    case 'notFolder':
      return l10n.t('A part of its path is a file, not a folder.');
    case 'tooManyOpen':
      return l10n.t('Too many files are open on this computer.');
    case 'diskFull':
      return l10n.t('The disk is full.');
    case 'readOnly':
      return l10n.t('The disk is read-only.');
    case 'busy':
      return l10n.t('Another program is using it.');
    case 'nameTooLong':
      return l10n.t('Its name is too long for this disk.');
    case 'unreachable':
      return l10n.t('The disk or the network drive does not answer.');
  }
}

/** What the user can do about a fault, as one sentence. */
export function remedyForFault(fault: FileFault, l10n: Localizer): string {
  switch (fault) {
    case 'gone':
      return l10n.t('Put it back where it was.');
    case 'permission':
      return l10n.t('Ask its owner for access, or change its permissions.');
    case 'isFolder':
    case 'notFolder':
      return l10n.t('Check its path.');
    case 'tooManyOpen':
      return l10n.t('Close some programs or windows.');
    case 'diskFull':
      return l10n.t('Make room on the disk.');
    case 'readOnly':
      return l10n.t('Make the disk writable, or use a folder on another one.');
    case 'busy':
      return l10n.t('Close it in the other program.');
    case 'nameTooLong':
      return l10n.t('Give it a shorter name.');
    case 'unreachable':
      return l10n.t('Check the connection or the disk.');
  }
}

/**
 * An error of the file system as one sentence for people. An error of another kind is told in its
 * own words.
 */
export function explainFileError(error: unknown, use: FileUse, l10n: Localizer): string {
  const fault = faultOf(error);
  if (fault !== undefined) {
    return describeFault(fault, use, l10n);
  }
  return error instanceof Error ? error.message : String(error);
}
