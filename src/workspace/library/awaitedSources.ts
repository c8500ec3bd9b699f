import type { Disposable } from '../../util/dispose';
import type { SourceRecord } from './sourceRecord';

/** How often it is looked whether another window has read a source, in milliseconds. */
const AWAIT_MS = 3000;

/** Sources that another window is to read: it is looked from time to time whether it has, or reads no more. */
export class AwaitedSources implements Disposable {
  private readonly records = new Set<SourceRecord>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param look is given the addresses of all of them */
  constructor(private readonly look: (addresses: ReadonlySet<string>) => void) {}

  has(record: SourceRecord): boolean {
    return this.records.has(record);
  }

  add(records: readonly SourceRecord[]): void {
    records.forEach((record) => this.records.add(record));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.look(new Set(Array.from(this.records, ({ uri }) => uri.toString())));
    }, AWAIT_MS);
  }

  forget(record: SourceRecord): void {
    this.records.delete(record);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
