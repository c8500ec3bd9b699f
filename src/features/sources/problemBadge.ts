import type { LibrarySource } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';
import { describeState, problemOf } from './sourceState';

/** So many problems are named; more are counted. */
const MOST_NAMED = 5;

/** What the view's badge counts and says: sources that cannot be searched; `undefined` without any. */
export function problemBadge(
  sources: readonly LibrarySource[],
  l10n: Localizer,
): { readonly value: number; readonly tooltip: string } | undefined {
  const problems = sources.filter(({ state }) => problemOf(state) !== undefined);
  const value = problems.length;
  if (value === 0) {
    return undefined;
  }
  const named = problems
    .slice(0, MOST_NAMED)
    .map((source) => l10n.t('{0}: {1}', source.title, describeState(source, l10n)));
  const unnamed = value - named.length;
  return {
    value,
    tooltip: [
      value === 1
        ? l10n.t('1 source cannot be searched')
        : l10n.t('{0} sources cannot be searched', value),
      ...named,
      ...(unnamed > 0 ? [l10n.t('and {0} more', unnamed)] : []),
    ].join('\n'),
  };
}
