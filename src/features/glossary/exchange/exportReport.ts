import type { ExchangeFormat, ExportedContext } from '../../../core/glossary/exchange/exchange';
import type { Localizer } from '../../../core/localizer';

/** What a format cannot hold of these contexts, in sentences; empty when nothing is lost. */
export function exportLosses(
  contexts: readonly ExportedContext[],
  format: ExchangeFormat,
  l10n: Localizer,
): readonly string[] {
  const entries = contexts.flatMap((context) => context.entries);
  if (format === 'markdown') {
    return [l10n.t('Markdown is for reading: it cannot be imported again.')];
  }
  const lines = entries.filter(({ examples }) => examples.some((text) => /[\r\n]/.test(text)));
  return format === 'tbx' || lines.length === 0
    ? []
    : [l10n.t('Line breaks within examples became blanks in {0} entries.', lines.length)];
}
