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
      return l10n.t('“{0}” is introduced but not used again.', what);
    case 'acronym-unknown':
      return l10n.t('Unknown acronym “{0}”: spell it out or add it to a glossary.', what);
    case 'deprecated-term':
      return other === ''
        ? l10n.t('“{0}” is deprecated.', what)
        : l10n.t('“{0}” is deprecated; use “{1}”.', what, other);
    case 'mixed-variants':
      return l10n.t('“{0}” is written “{1}” elsewhere in this note.', what, other);
    case 'claim-without-source':
      return l10n.t('No source is cited for “{0}”.', what);
    case 'footnote-without-text':
      return l10n.t('Footnote “{0}” has no text.', what);
    case 'footnote-without-mark':
      return l10n.t('No mark leads to footnote “{0}”.', what);
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

/** The name of what makes the remedies of all findings of a rule; `undefined` for rules without any. */
export function fixAllTitle(rule: CheckRule, l10n: Localizer): string | undefined {
  switch (rule) {
    case 'acronym-before-expansion':
      return l10n.t('Spell Out All Acronyms in This Note');
    case 'acronym-never-used':
      return l10n.t('Remove All Acronyms That Are Not Used Again');
    case 'acronym-unknown':
      return l10n.t('Fix All Unknown Acronyms');
    case 'deprecated-term':
      return l10n.t('Replace All Deprecated Terms');
    case 'mixed-variants':
      return l10n.t('Make Variants Consistent');
    default:
      return undefined;
  }
}
