import type { GlossaryProblem } from './glossary';
import type { Localizer } from '../localizer';

/** What is wrong in a glossary file, what is left out because of it, and what to do, for people. */
export function problemMessage({ kind, detail }: GlossaryProblem, l10n: Localizer): string {
  switch (kind) {
    case 'syntax':
      return l10n.t('This cannot be read as YAML or JSON: {0}', detail);
    case 'severalDocuments':
      return l10n.t(
        'Only what stands before this line is read. Put these contexts into the first document, or into a file of their own.',
      );
    case 'unknownAlias':
      return l10n.t('Nothing before this is marked with “&{0}”. The value is left out.', detail);
    case 'tooLarge':
      return l10n.t(
        'This is larger, or refers to itself more often, than can be read. Split the glossary into several files.',
      );
    case 'notGlossary':
      return l10n.t(
        'A glossary has “contexts” with terms, or “imports”. Put the terms under “contexts”.',
      );
    case 'wrongType':
      return l10n.t('Wrong type for “{0}”; value ignored.', detail);
    case 'unknownValue':
      return detail === 'case'
        ? l10n.t('“case” is “exact” or “ignore”. The value is left out.')
        : l10n.t('“status” is “preferred”, “admitted” or “deprecated”. The value is left out.');
    case 'unknownField':
      return l10n.t('Unknown field “{0}”. Use “meta”, or the prefix “x-”.', detail);
    case 'repeatedField':
      return l10n.t('“{0}” stands here already: the first one counts.', detail);
    case 'noName':
      return l10n.t('A term needs a “name” with a letter or a digit. The entry is left out.');
    case 'duplicate':
      return l10n.t('“{0}” has an entry here already. Both are shown.', detail);
    case 'noReplacement':
      return l10n.t(
        '“{0}” is deprecated, but nothing says what to use instead. Add “use”.',
        detail,
      );
    case 'remoteImport':
      return l10n.t(
        'Nothing is fetched from the network. Save the file beside this one and import that.',
      );
    case 'missingImport':
      return l10n.t(
        '“{0}” is not there or cannot be read. Paths are relative to this file.',
        detail,
      );
    case 'outsideImport':
      return l10n.t(
        '“{0}” lies outside the folders of this workspace and is left out until you allow it: run “{1}”.',
        detail,
        'IP4 Desk: Manage Access Outside the Workspace…',
      );
    case 'untrustedImport':
      return l10n.t(
        '“{0}” lies outside the folders of this workspace. It is left out as long as you do not trust the workspace.',
        detail,
      );
    case 'importCycle':
      return l10n.t('This file is imported by itself: it is read once.');
    case 'unusablePath':
      return l10n.t(
        'This path is too long, or its pattern has too many choices, to be compared with others. It is left out.',
      );
    case 'tooManyPaths':
      return l10n.t(
        'Only the first {0} paths of a context count. Name folders rather than files.',
        detail,
      );
    case 'tooManyImports':
      return l10n.t(
        'Only the first {0} imports of a file are followed. Gather the files into fewer ones.',
        detail,
      );
    case 'moreProblems':
      return l10n.t(
        '{0} more problems in this file, from here on, are not listed. Fix those above first.',
        detail,
      );
    case 'tooCostly':
      return l10n.t(
        'This file takes too long or too much memory to read and is left out. Split it into several files.',
      );
  }
}
