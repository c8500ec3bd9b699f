import type { ShardJob } from '../../core/shard/shardJob';
import { DisposableStore } from '../../util/dispose';
import { failedProblem, isGone } from '../../host/fileErrors';
import type { Library } from './library';
import { ReadingQueue } from './readingQueue';
import type { SourceCollection } from './sourceCollection';
import type { SourceReader, SourceReading } from './sourceReader';
import type { SourceRecord } from './sourceRecord';

/** The share of what can be searched that has come to it when it is time to search that as well. */
const WORTH_FLUSHING = 0.5;

/**
 * Has the sources of a collection read that wait for it. While the worker reads one, the file of the
 * next is fetched and what came of the one before is taken in, so that the worker never waits.
 */
export class ReadingLoop extends DisposableStore {
  /** The packs' sources that are looked for in what is read. */
  known: ShardJob['known'] = { version: '', sources: [] };
  private readonly queue = new ReadingQueue();
  private paused = false;
  private isRunning = false;
  private finishing: Promise<void> = Promise.resolve();

  /**
   * @param onOutdated called with a source that has changed, or gone, while it was read
   * @param onRead called with one that has been read
   */
  constructor(
    private readonly collection: SourceCollection,
    private readonly reader: SourceReader,
    private readonly onOutdated: (record: SourceRecord) => void,
    private readonly onRead: (record: SourceRecord) => void,
  ) {
    super();
  }

  /** See `Library`. */
  get progress(): Library['progress'] {
    return this.queue.progress;
  }

  get isPaused(): boolean {
    return this.paused;
  }

  pause(): void {
    this.paused = true;
    this.collection.announce();
  }

  resume(): void {
    this.paused = false;
    this.collection.announce();
    void this.run();
  }

  isReading({ id }: SourceRecord): boolean {
    return this.queue.isReading(id);
  }

  /** Those that are in the collection wait from now on, before all others. */
  enqueue(records: readonly SourceRecord[]): void {
    const there = records.filter((record) => this.collection.get(record.id) === record);
    there.forEach((record) => this.collection.setState(record, { kind: 'waiting' }));
    this.queue.add(there.map(({ id }) => id));
    this.collection.announce();
    void this.run();
  }

  /** It waits no more. */
  remove({ id }: SourceRecord): void {
    this.queue.remove(id);
    this.collection.announce();
  }

  private async run(): Promise<void> {
    if (this.isRunning) {
      return;
    }
    this.isRunning = true;
    for (let id; !this.paused && !this.isDisposed && (id = this.queue.take()) !== undefined;) {
      await this.read(id);
    }
    this.isRunning = false;
  }

  /** Never rejects: whatever happens to one source, those after it are read all the same. */
  private async read(id: string): Promise<void> {
    const record = this.collection.get(id);
    const reading = record && (await this.extract(record));
    // Else what is read would pile up faster than it is taken in.
    await this.finishing;
    this.finishing = this.finish(id, reading);
  }

  private async extract(record: SourceRecord): Promise<SourceReading | undefined> {
    const onProgress = (share: number): void => {
      if (this.isThere(record)) {
        this.collection.setState(record, { kind: 'reading', share });
      }
    };
    onProgress(0);
    try {
      return await this.reader.read(record, this.known, onProgress, () => this.fetchNext());
    } catch (error) {
      this.fail(record, error);
      return undefined;
    }
  }

  private fetchNext(): void {
    const next = this.queue.next;
    const record = next === undefined ? undefined : this.collection.get(next);
    if (record && !this.paused) {
      this.reader.fetch(record);
    }
  }

  private async finish(id: string, reading: SourceReading | undefined): Promise<void> {
    if (reading) {
      await this.takeIn(reading).catch((error: unknown) => this.fail(reading.record, error));
    }
    this.queue.finish(id);
    this.collection.announce();
    if (this.queue.isEmpty || this.collection.isWorthFlushing(WORTH_FLUSHING)) {
      // The next one is read meanwhile.
      void this.collection.flush();
    }
  }

  private async takeIn(reading: SourceReading): Promise<void> {
    const { record } = reading;
    const shard = await this.reader.finish(reading);
    if (!shard || !this.isThere(record)) {
      return;
    }
    this.collection.take(record, shard);
    this.onRead(record);
    if (shard.stamp.size !== record.file?.size) {
      this.onOutdated(record);
    }
  }

  /** It cannot be had. It is tried again at the next look, when it changes, or when the user asks. */
  private fail(record: SourceRecord, error: unknown): void {
    if (this.isThere(record)) {
      const { mtime, size } = record.file ?? { mtime: 0, size: 0 };
      const address = record.uri.toString();
      this.collection.take(record, {
        stamp: { address, mtime, size, hash: 0, title: '', known: this.known.version },
        content: { problem: failedProblem(error) },
      });
      if (isGone(error)) {
        // It went while it was waiting or read; there may be no event for it.
        this.onOutdated(record);
      }
    }
  }

  private isThere(record: SourceRecord): boolean {
    return !this.isDisposed && this.collection.get(record.id) === record;
  }
}
