import * as vscode from 'vscode';
import { decodeShard, encodeShard, type Shard } from '../../core/library/shard';
import type { ShardJob } from '../../core/library/shardJob';
import { largestSource } from '../config';
import type { ExtractionWorker } from './extractionWorker';
import type { ShardStore } from './shardStore';
import type { SourceRecord } from './sourceRecord';

/** How many times the largest file a packed format may unpack to. */
const UNPACKED_FACTOR = 4;

/** The most bytes that a packed format may unpack to, as the settings are. */
export function largestUnpacked(): number {
  return largestSource() * UNPACKED_FACTOR;
}

/** Makes and stores shards of sources. One at a time. */
export class SourceReader {
  /** The last shard on its way to the store; the next source is read meanwhile. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: ShardStore,
    private readonly worker: ExtractionWorker,
  ) {}

  /**
   * Reads a source. Whatever comes of it is stored, a failure too: what has brought the worker down
   * is not to do so at each start. Rejects when the file cannot be had.
   * @param onProgress called with the share that is done, from 0 to 1
   */
  async read(
    record: SourceRecord,
    known: ShardJob['known'],
    onProgress: (share: number) => void,
  ): Promise<Shard> {
    // A copy: what is handed to the worker must not be part of something larger.
    const bytes = (await vscode.workspace.fs.readFile(record.uri)).slice();
    await this.writing;
    const stored = record.stamp && (await this.store.read(record.id));
    const title = record.bibliography?.title;
    const job: ShardJob = {
      bytes,
      address: record.uri.toString(),
      path: record.uri.path,
      mtime: record.file?.mtime ?? 0,
      known,
      maxBytes: largestUnpacked(),
      ...(title !== undefined && { title }),
      ...(stored && { stored }),
    };
    const size = bytes.length;
    const result = await this.worker.run(job, onProgress);
    const made = 'shard' in result ? decodeShard(result.shard) : undefined;
    if ('shard' in result && made) {
      this.writing = this.store.write(record.id, result.shard);
      return made;
    }
    const reason = 'reason' in result ? result.reason : 'What was read is damaged.';
    const { address, mtime } = job;
    const failure: Shard = {
      stamp: { address, mtime, size, hash: 0, title: '', known: known.version },
      content: { problem: { kind: 'failed', reason } },
    };
    this.writing = this.store.write(record.id, encodeShard(failure));
    return failure;
  }
}
