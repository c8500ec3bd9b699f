import { pause } from './pause';
import { TimeSlices } from './slices';

/** Slices of this thread, between which everything else has its turn. */
export function threadSlices(): TimeSlices {
  return new TimeSlices(pause, () => performance.now());
}

/**
 * Does work on this thread in slices, one piece after the other: the slices of pieces that are done
 * side by side would add up to one long hold.
 */
export class SlicedWork {
  private last: Promise<unknown> = Promise.resolve();
  private readonly slices = threadSlices();

  /** @param work yields wherever it may be interrupted, at least every few milliseconds */
  run<T>(work: Generator<undefined, T>): Promise<T> {
    const mine = this.last.then(async () => {
      if (this.slices.isOver) {
        await this.slices.pause();
      }
      return this.slices.run(work);
    });
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
