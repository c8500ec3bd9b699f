/** Milliseconds for which a thread is held before others have their turn. */
const SLICE_MS = 10;

/** Says when work on a thread shall let others have their turn. Ask between steps of at most a few milliseconds. */
export class TimeSlices {
  private start: number;

  /**
   * @param letOthersRun resolves when others have had their turn; it may reject to end the work
   * @param clock milliseconds from any moment on; a slice ends when it goes back
   * @param sliceMs milliseconds of a slice
   */
  constructor(
    private readonly letOthersRun: () => Promise<void>,
    private readonly clock: () => number,
    private readonly sliceMs = SLICE_MS,
  ) {
    this.start = clock();
  }

  /** Whether others shall have their turn. */
  get isOver(): boolean {
    const passed = this.clock() - this.start;
    return passed < 0 || passed >= this.sliceMs;
  }

  /** Lets others have their turn; then the next slice begins. */
  async pause(): Promise<void> {
    await this.letOthersRun();
    this.start = this.clock();
  }

  /**
   * Runs work that yields now and then. When a pause rejects, the work ends there.
   * @param work yields wherever it may be interrupted, at least every few milliseconds
   */
  async run<T>(work: Generator<undefined, T>): Promise<T> {
    try {
      for (;;) {
        const step = work.next();
        if (step.done) {
          return step.value;
        }
        if (this.isOver) {
          await this.pause();
        }
      }
    } finally {
      // Lets the work clean up when it was not finished; nothing happens when it was.
      work.return(undefined as never);
    }
  }
}

/**
 * Runs work that yields now and then, in slices between which the caller's thread is free.
 * @param work yields wherever it may be interrupted, at least every few milliseconds
 * @param pause resolves when others have had their turn; when it rejects, the work ends there
 * @param clock milliseconds from any moment on; a slice ends when it goes back
 * @param sliceMs milliseconds of a slice
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  pause: () => Promise<void>,
  clock: () => number,
  sliceMs?: number,
): Promise<T> {
  return new TimeSlices(pause, clock, sliceMs).run(work);
}

/** Runs such work at one go. */
export function runAtOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}
