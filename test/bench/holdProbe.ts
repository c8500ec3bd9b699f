/** Measures for how long this thread answers nobody, as whoever types or scrolls feels it. */
export class HoldProbe {
  /** Milliseconds; the longest since the last reset. */
  longest = 0;
  /**
   * Milliseconds of this thread's processor time within one hold, the most since the last reset: on a
   * busy computer a hold is longer than the work in it. NaN where it cannot be told, before Node 23.9.
   */
  busiest = 0;
  private last = performance.now();
  private used = threadTime();
  private readonly timer = setInterval(() => {
    const [now, used] = [performance.now(), threadTime()];
    this.longest = Math.max(this.longest, now - this.last - 1);
    this.busiest = Math.max(this.busiest, used - this.used);
    this.last = now;
    this.used = used;
  }, 1);

  reset(): void {
    this.longest = 0;
    this.busiest = 0;
    this.last = performance.now();
    this.used = threadTime();
  }

  dispose(): void {
    clearInterval(this.timer);
  }
}

/** Milliseconds for which this thread has worked. */
function threadTime(): number {
  const usage: unknown = Reflect.get(process, 'threadCpuUsage');
  if (typeof usage !== 'function') {
    return NaN;
  }
  const { user, system } = Reflect.apply(usage, process, []) as NodeJS.CpuUsage;
  return (user + system) / 1000;
}
