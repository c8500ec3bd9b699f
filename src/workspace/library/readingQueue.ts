import { defined } from '../../util/defined';
/** Which sources wait to be read, by id, and how far reading is. */
export class ReadingQueue {
  private readonly waiting = new Set<string>();
  /** The next one last. Those that wait no more stay here until they are come upon. */
  private readonly order: string[] = [];
  /** The last one may be finished while the next is begun. */
  private readonly reading: string[] = [];
  private done = 0;

  /** What has been read since reading began; `undefined` while nothing is to be read. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    const left = this.waiting.size + this.reading.length;
    return left === 0 ? undefined : { done: this.done, total: this.done + left };
  }

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** The one that `take` would give. */
  get next(): string | undefined {
    while (this.order.length > 0 && !this.waiting.has(defined(this.order.at(-1)))) {
      this.order.pop();
    }
    return this.order.at(-1);
  }

  isReading(id: string): boolean {
    return this.reading.includes(id);
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
    const id = this.next;
    if (id !== undefined) {
      this.order.pop();
      this.waiting.delete(id);
      this.reading.push(id);
    }
    return id;
  }

  /** What was taken has been read, or never will be. */
  finish(id: string): void {
    const place = this.reading.indexOf(id);
    if (place !== -1) {
      this.reading.splice(place, 1);
      this.done += 1;
      this.rest();
    }
  }

  /** The next time that something is to be read is a new beginning. */
  private rest(): void {
    if (this.progress === undefined) {
      this.done = 0;
    }
  }
}
