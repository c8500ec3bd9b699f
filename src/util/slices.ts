/**
 * Runs work that yields now and then, in slices between which the caller's thread is free.
 * @param work yields wherever it may be interrupted, at least every few milliseconds
 * @param pause resolves when others have had their turn; when it rejects, the work ends there
 * @param clock milliseconds from any moment on; a slice ends when it goes back
 * @param budgetMs a slice goes on until so much time has passed
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  pause: () => Promise<void>,
  clock: () => number,
  budgetMs = 15,
): Promise<T> {
  try {
    for (;;) {
      const start = clock();
      let passed: number;
      do {
        const step = work.next();
        if (step.done) {
          return step.value;
        }
        passed = clock() - start;
      } while (passed >= 0 && passed < budgetMs);
      await pause();
    }
  } finally {
    // Lets the work clean up when it was not finished; nothing happens when it was.
    work.return(undefined as never);
  }
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
