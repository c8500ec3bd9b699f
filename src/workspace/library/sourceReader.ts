import { defined } from '../../util/defined';
import type * as vscode from 'vscode';
import { decodeShardInSlices, encodeShard, type Shard } from '../../core/shard/shard';
import type { ShardJob } from '../../core/shard/shardJob';
import { largestSource } from '../../host/config';
import type { ExtractionWorker, JobResult } from '../../worker/extractionWorker';
import type { ReadingMarks } from './readingMarks';
import type { ShardStore } from './shardStore';
import type { SlicedWork } from '../../util/slicedWork';
import type { SourceRecord } from './sourceRecord';
import { diskFiles } from '../../host/diskFiles';

/** How many times the largest file a packed format may unpack to. */
const UNPACKED_FACTOR = 4;

const MOST_WRITTEN_AT_ONCE = 8;

/** The most bytes that a packed format may unpack to, as the settings are. */
export function largestUnpacked(): number {
  return largestSource() * UNPACKED_FACTOR;
}

/** What the worker has answered. */
export interface SourceReading {
  readonly record: SourceRecord;
  readonly result: JobResult;
  /** Of what it was made, whatever came of it. */
  readonly stamp: Shard['stamp'];
}

interface Fetched {
  readonly record: SourceRecord;
  /** The file as it was known when its bytes were asked for. */
  readonly file: SourceRecord['file'];
  readonly bytes: Promise<Uint8Array>;
}

/** Where what is read of the sources of one place is kept. */
export interface Shelf {
  readonly store: ShardStore;
  readonly marks: ReadingMarks;
}

/** Makes and stores shards of sources. */
export class SourceReader {
  private fetched: Fetched | undefined;
  /** Shards on their way to the store. */
  private readonly writing = new Set<Promise<void>>();

  constructor(
    private readonly shelfOf: (record: SourceRecord) => Shelf,
    private readonly worker: ExtractionWorker,
    private readonly work: SlicedWork,
  ) {}

  /** Has the bytes of the source at hand that will be read next, so that the worker need not wait. */
  fetch(record: SourceRecord): void {
    if (this.fetched?.record !== record || this.fetched.file !== record.file) {
      const bytes = readFile(record.uri);
      // Whoever reads it is told.
      bytes.catch(() => undefined);
      this.fetched = { record, file: record.file, bytes };
    }
  }

  /**
   * Has the worker read a source. One at a time. Rejects when the file cannot be had.
   * @param onProgress called with the share that is done, from 0 to 1
   * @param onBegun called as soon as the worker is at work and this thread is free
   */
  async read(
    record: SourceRecord,
    known: ShardJob['known'],
    onProgress: (share: number) => void,
    onBegun: () => void,
  ): Promise<SourceReading> {
    this.fetch(record);
    const fetched = defined(this.fetched);
    this.fetched = undefined;
    const bytes = await fetched.bytes;
    const { store, marks } = this.shelfOf(record);
    const stored = record.stamp && (await store.read(record.id));
    const title = record.givenTitle;
    const chosen = record.encoding === undefined ? {} : { encoding: record.encoding };
    const address = record.uri.toString();
    const mtime = fetched.file?.mtime ?? 0;
    const job: ShardJob = {
      bytes,
      address,
      path: record.uri.path,
      mtime,
      known,
      maxBytes: largestUnpacked(),
      ...chosen,
      ...(title !== undefined && { title }),
      ...(stored && { stored }),
    };
    const stamp = {
      address,
      mtime,
      size: bytes.length,
      hash: 0,
      title: '',
      known: known.version,
      ...chosen,
    };
    await marks.begin({ id: record.id, address, mtime, size: bytes.length });
    const running = this.worker.run(job, onProgress);
    onBegun();
    return { record, result: await running, stamp };
  }

  /**
   * The shard that the worker has made, which is on its way to the store then. So is a failure: what
   * has brought the worker down is not to do so at each start. `undefined` when reading was stopped
   * in good order.
   */
  async finish(reading: SourceReading): Promise<Shard | undefined> {
    try {
      return await this.take(reading);
    } finally {
      this.shelfOf(reading.record).marks.end(reading.record.id);
    }
  }

  private async take({ record, result, stamp }: SourceReading): Promise<Shard | undefined> {
    if (result === undefined) {
      return undefined;
    }
    const made = 'shard' in result && (await this.work.run(decodeShardInSlices(result.shard)));
    if (made) {
      await this.keep(record, result.shard);
      return made;
    }
    const failure = 'reason' in result ? result : { reason: 'What was read is damaged.' };
    const shard: Shard = { stamp, content: { problem: { kind: 'failed', ...failure } } };
    await this.keep(record, encodeShard(shard));
    return shard;
  }

  /**
   * Does not wait until it is written, unless many are: that takes longer than reading where files
   * are on another computer. Should an earlier shard of the same source be written last, its stamp
   * shows at the next start that it is not the one.
   */
  private async keep(record: SourceRecord, shard: Uint8Array): Promise<void> {
    if (this.writing.size >= MOST_WRITTEN_AT_ONCE) {
      await Promise.race(this.writing);
    }
    const { store } = this.shelfOf(record);
    const writing = store.write(record.id, shard).then(() => void this.writing.delete(writing));
    this.writing.add(writing);
  }
}

/** The bytes of a file, apart from anything larger: they are handed to the worker as they are. */
async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  return (await diskFiles.readFile(uri)).slice();
}
