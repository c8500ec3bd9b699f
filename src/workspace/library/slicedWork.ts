import { pause } from './pause';

/** Milliseconds for which this thread is held before others have their turn. */
const SLICE = 10;

/**
 * Does work on this thread in slices, one piece after the other: the slices of pieces that are done
 * side by side would add up to one long hold.
 */
export class SlicedWork {
  private last: Promise<unknown> = Promise.resolve();
  private sliceStart = 0;

  /** @param work yields wherever it may be interrupted, at least every few milliseconds */
  run<T>(work: Generator<undefined, T>): Promise<T> {
    const mine = this.last.then(() => this.finish(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async finish<T>(work: Generator<undefined, T>): Promise<T> {
    for (;;) {
      if (performance.now() - this.sliceStart > SLICE) {
        await pause();
        this.sliceStart = performance.now();
      }
      const step = work.next();
      if (step.done) {
        return step.value;
      }
    }
  }
}
