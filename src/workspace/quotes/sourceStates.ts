import type { SourceId } from '../../core/model';
import type { QuoteCheck } from '../../core/quotes/quoteCheck';
import type { Library } from '../library/library';

/** Of each source something that is another once the source says something else, or can be read. */
export type SourceStates = ReadonlyMap<SourceId, unknown>;

/** The states of a library's sources at this moment. */
export function sourceStates({
  contents,
  sources,
}: Pick<Library, 'contents' | 'sources'>): SourceStates {
  const searched = new Map(contents?.sources.map((source) => [source.id, source]));
  return new Map(sources.map(({ id, state }) => [id, searched.get(id) ?? state.kind]));
}

/**
 * The checks whose verdict may be otherwise by now, since sources have changed: one that the quotation
 * was compared with or, where it was looked for in all of them, any.
 */
export function outdatedChecks(
  checks: readonly QuoteCheck[],
  before: SourceStates,
  now: SourceStates,
): readonly QuoteCheck[] {
  const changed = new Set(
    [...before.keys(), ...now.keys()].filter((id) => before.get(id) !== now.get(id)),
  );
  return changed.size === 0 ? [] : checks.filter((check) => dependsOn(check, changed));
}

function dependsOn(
  { verdict, citation, place }: QuoteCheck,
  changed: ReadonlySet<SourceId>,
): boolean {
  const asked = citation?.sources ?? [];
  const isNarrow = asked.length > 0 && (verdict === 'verbatim' || verdict === 'altered');
  return !isNarrow || [...asked, ...(place ? [place.source] : [])].some((id) => changed.has(id));
}
