import type { Library } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';

/** Whether sources are being read; a context key has it, too. */
export type Activity = 'reading' | 'paused' | 'idle';

/** What is told of the reading of sources, beyond the states of the sources themselves. */
export interface ReadingProgress {
  readonly activity: Activity;
  /** "3 of 40 read"; `undefined` when there is nothing to tell. */
  readonly summary: string | undefined;
  /** What is being read at the moment, or was when reading stopped. */
  readonly titles: readonly string[];
}

export function readingProgress(
  { sources, progress, isPaused }: Pick<Library, 'sources' | 'progress' | 'isPaused'>,
  l10n: Localizer,
): ReadingProgress {
  const waiting = sources.filter(({ state }) => state.kind === 'waiting').length;
  const titles = sources.filter(({ state }) => state.kind === 'reading').map(({ title }) => title);
  if (isPaused) {
    const summary =
      waiting === 1 ? l10n.t('paused, 1 queued') : l10n.t('paused, {0} queued', waiting);
    return { activity: 'paused', summary: waiting > 0 ? summary : undefined, titles };
  }
  return {
    activity: progress === undefined ? 'idle' : 'reading',
    summary: progress && l10n.t('{0} of {1} indexed', progress.done, progress.total),
    titles,
  };
}
