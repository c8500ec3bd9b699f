import type { CheckRule, Finding } from './finding';
import type { Localizer } from '../localizer';

/** What is wrong, in a sentence. */
export function findingMessage(
  { rule, args: [what = '', other = ''] }: Finding,
  l10n: Localizer,
): string {
  switch (rule) {
    case 'acronym-before-expansion':
      return l10n.t('“{0}” is not spelled out before it is used here: {1}.', what, other);
    case 'acronym-never-used':
      return l10n.t('“{0}” is not used again.', what);
    case 'acronym-unknown':
      return l10n.t('“{0}” is in no glossary, and is not spelled out.', what);
    case 'deprecated-term':
      return other === ''
        ? l10n.t('The glossary advises against “{0}”.', what)
        : l10n.t('The glossary has “{1}” in place of “{0}”.', what, other);
    case 'mixed-variants':
      return l10n.t('“{0}” is written “{1}” elsewhere in this note.', what, other);
  }
}

/** The name of a finding's remedy; `undefined` for one without. */
export function fixTitle({ rule, args, fix }: Finding, l10n: Localizer): string | undefined {
  if (fix === undefined) {
    return undefined;
  }
  return rule === 'acronym-never-used'
    ? l10n.t('Remove “({0})”', args[0] ?? '')
    : l10n.t('Write “{0}”', fix.result);
}

/** The name of what makes the remedies of all findings of a rule. */
export function fixAllTitle(rule: CheckRule, l10n: Localizer): string {
  switch (rule) {
    case 'acronym-before-expansion':
      return l10n.t('Spell out all acronyms in this note');
    case 'acronym-never-used':
      return l10n.t('Remove all acronyms that are not used again');
    case 'acronym-unknown':
      return l10n.t('Fix all unknown acronyms');
    case 'deprecated-term':
      return l10n.t('Replace all names that the glossary advises against');
    case 'mixed-variants':
      return l10n.t('Write all terms in one way');
  }
}
