import { findingMessage } from '../checks/findingMessage';
import { missingText } from '../citation/missingText';
import type { Localizer } from '../localizer';
import { clipped, quoteMessage, type QuoteNames } from '../quotes/messages';
import type { ReadyItem } from './readyItem';

/** What is left, and of what: "Altered: “the old lamp keeper”". */
export function readyTitle(item: ReadyItem, names: QuoteNames, l10n: Localizer): string {
  return l10n.t('{0}: {1}', kindText(item, l10n), subjectText(item, names, l10n));
}

/** What is wrong and what to do, in a sentence or two. */
export function readyMessage(item: ReadyItem, names: QuoteNames, l10n: Localizer): string {
  switch (item.about) {
    case 'quotation':
      return quoteMessage(item.check, names, l10n);
    case 'citekey':
      return l10n.t('No bibliography of this note has an entry “{0}”.', item.citekey);
    case 'bibliography':
      return item.missing.length === 0
        ? l10n.t('This note has no bibliography that its citekeys could be looked up in.')
        : l10n.t('Not there or not readable: {0}.', item.missing.join(', '));
    case 'entry':
      return missingText(item.entry.citekey, item.entry.missing, l10n);
    case 'finding':
      return findingMessage(item.finding, l10n);
  }
}

function kindText({ kind, ...item }: ReadyItem, l10n: Localizer): string {
  switch (kind) {
    case 'altered quotation':
      return l10n.t('Altered');
    case 'misplaced quotation':
      return l10n.t('Wrong place');
    case 'unfound quotation':
      return l10n.t('Not found');
    case 'remarked quotation':
      return l10n.t('Negation left out');
    case 'unknown citekey':
      return l10n.t('No entry');
    case 'footnote':
      return l10n.t('Footnote');
    case 'uncited quotation':
      return item.about === 'quotation' && item.check.verdict === 'ambiguous'
        ? l10n.t('In several sources')
        : l10n.t('Not cited');
    case 'claim':
      return l10n.t('No source');
    case 'incomplete entry':
      return l10n.t('Incomplete entry');
    case 'unverifiable quotation':
      return l10n.t('Cannot be checked');
    case 'recased quotation':
      return l10n.t('Other capitals');
    case 'acronym':
      return l10n.t('Acronym');
    case 'term':
      return l10n.t('Term');
  }
}

function subjectText(item: ReadyItem, names: QuoteNames, l10n: Localizer): string {
  switch (item.about) {
    case 'quotation':
      return item.count === 1
        ? `“${clipped(names.wordsAt(item.check.quotation))}”`
        : l10n.t('{0} quotations', item.count);
    case 'citekey':
      return item.citekey;
    case 'bibliography':
      return item.count === 1 ? l10n.t('1 citation') : l10n.t('{0} citations', item.count);
    case 'entry':
      return item.entry.citekey;
    case 'finding': {
      const { rule, args } = item.finding;
      const [what = '', sentence = ''] = args;
      return rule === 'claim-without-source' ? clipped(sentence) : clipped(what);
    }
  }
}
