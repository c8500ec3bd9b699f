/** Measures for how long this thread answers nobody, as whoever types or scrolls feels it. */
export class HoldProbe {
  /** Milliseconds; the longest since the last reset. */
  longest = 0;
  private last = performance.now();
  private readonly timer = setInterval(() => {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last - 1);
    this.last = now;
  }, 1);

  reset(): void {
    this.longest = 0;
    this.last = performance.now();
  }

  dispose(): void {
    clearInterval(this.timer);
  }
}
