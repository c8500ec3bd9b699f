import type { LibrarySource, UnreadableFolder } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';
import { describeFailure, describeState, problemOf } from './sourceState';

/** So many problems are named; more are counted. */
const MOST_NAMED = 5;

/**
 * What the view's badge counts and says: sources that cannot be searched, and folders of them;
 * undefined without any.
 */
export function problemBadge(
  sources: readonly LibrarySource[],
  l10n: Localizer,
  unreadable: readonly UnreadableFolder[] = [],
): { readonly value: number; readonly tooltip: string } | undefined {
  const problems = sources.filter(({ state }) => problemOf(state) !== undefined);
  const value = problems.length + unreadable.length;
  if (value === 0) {
    return undefined;
  }
  const folders = unreadable
    .slice(0, MOST_NAMED)
    .map(({ path, problem }) => l10n.t('{0}: {1}', path, describeFailure(problem, l10n)));
  const sourcesNamed = problems
    .slice(0, MOST_NAMED - folders.length)
    .map((source) => l10n.t('{0}: {1}', source.title, describeState(source, l10n)));
  const named = [...folders, ...sourcesNamed];
  const unnamed = value - named.length;
  return {
    value,
    tooltip: [
      ...countOf(problems.length, {
        one: l10n.t('1 source cannot be searched'),
        many: l10n.t('{0} sources cannot be searched', problems.length),
      }),
      ...countOf(unreadable.length, {
        one: l10n.t('1 folder cannot be searched'),
        many: l10n.t('{0} folders cannot be searched', unreadable.length),
      }),
      ...named,
      ...(unnamed > 0 ? [l10n.t('and {0} more', unnamed)] : []),
    ].join('\n'),
  };
}

/** A line that counts something; none where there is nothing. */
function countOf(
  count: number,
  { one, many }: { readonly one: string; readonly many: string },
): readonly string[] {
  return count === 0 ? [] : [count === 1 ? one : many];
}
