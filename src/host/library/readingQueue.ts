/** Which sources wait to be read, by id, and how far reading is. */
export class ReadingQueue {
  private readonly waiting = new Set<string>();
  /** The next one last. Those that wait no more stay here until they are come upon. */
  private readonly order: string[] = [];
  private reading: string | undefined;
  private done = 0;

  /** What has been read since reading began; `undefined` while nothing is to be read. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    const left = this.waiting.size + (this.reading === undefined ? 0 : 1);
    return left === 0 ? undefined : { done: this.done, total: this.done + left };
  }

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  isReading(id: string): boolean {
    return this.reading === id;
  }

  /** Puts sources before all that waits already: what was asked for last is wanted most. */
  add(ids: readonly string[]): void {
    for (const id of [...ids].reverse()) {
      this.waiting.add(id);
      this.order.push(id);
    }
  }

  remove(id: string): void {
    this.waiting.delete(id);
    this.rest();
  }

  /** Takes the next one, which counts as being read until `finish`; `undefined` when none waits. */
  take(): string | undefined {
    do {
      this.reading = this.order.pop();
    } while (this.reading !== undefined && !this.waiting.delete(this.reading));
    return this.reading;
  }

  /** What was taken has been read, or never will be. */
  finish(): void {
    this.reading = undefined;
    this.done += 1;
    this.rest();
  }

  /** The next time that something is to be read is a new beginning. */
  private rest(): void {
    if (this.progress === undefined) {
      this.done = 0;
    }
  }
}
