import type { SourceId } from '../model';
import type { Candidate } from './searchEngine';
import type { MoreHits } from './searcher';

/**
 * The first candidates, in their order, with at most so many passages of one source.
 * @param perSource as many as there are when undefined
 * @param limit at most so many candidates
 * @param depth how many passages were looked for: where there are as many, there may be more
 * @returns also how many were left out of the sources of those that were kept
 */
export function limitPerSource(
  candidates: readonly Candidate[],
  perSource: number | undefined,
  limit: number,
  depth: number,
): { readonly kept: readonly Candidate[]; readonly more: readonly MoreHits[] } {
  if (perSource === undefined) {
    return { kept: candidates.slice(0, limit), more: [] };
  }
  const counts = new Map<SourceId, number>();
  let passages = 0;
  const kept = candidates.filter(({ passageOf }) => {
    if (passageOf === undefined) {
      return true;
    }
    const count = (counts.get(passageOf) ?? 0) + 1;
    counts.set(passageOf, count);
    passages += 1;
    return count <= perSource;
  });
  const shown = kept.slice(0, limit);
  const more = [...new Set(shown.flatMap(({ passageOf }) => passageOf ?? []))].flatMap((source) => {
    const count = (counts.get(source) ?? 0) - perSource;
    return count > 0 ? [{ source, count, isLeast: passages >= depth }] : [];
  });
  return { kept: shown, more };
}
