import type { FailedProblem } from '../core/library/document';
import type { ShardJob } from '../core/shard/shardJob';
import type { Logger } from '../core/ports';
import { characterMapReader, type CharacterMapReader } from './characterMaps';
import type { Disposable } from '../util/dispose';
import type {
  ExtractorEnd,
  ExtractorListener,
  MemoryLimits,
  RunningExtractor,
  WorkerResponse,
} from './messages';

/** Why there is no shard. */
export type ReadingFailure = Omit<FailedProblem, 'kind'>;

/** What became of a job. `undefined` when the worker was disposed of before its end. */
export type JobResult = { readonly shard: Uint8Array } | ReadingFailure | undefined;

/** Milliseconds after which an idle extractor is given up, with the memory that it holds. */
const IDLE_MS = 20_000;

/** What a file may cost before it is given up. */
export interface ExtractionLimits extends MemoryLimits {
  /** Milliseconds. */
  timeOf(job: ShardJob): number;
}

const LIMITS: ExtractionLimits = {
  // A minute, and a second for each megabyte. Slow files on a slow computer stay well below; a file
  // made to hang its reader does not go on for ever.
  timeOf: ({ bytes }) => 60_000 + bytes.length / 1_000,
  // More than any honest document takes, and little enough that the computer lives through it. The
  // heap stays below: it is tidied up more the nearer it comes to its own limit.
  memoryMB: 1_000,
  heapMB: 768,
};

/** A way to have an extractor that can be ended whatever it does. */
export interface ExtractionWay {
  /** For the log: "a process of its own". */
  readonly name: string;
  /** Rejects where that cannot be done. */
  start(limits: MemoryLimits, listener: ExtractorListener): Promise<RunningExtractor>;
}

/** How sources can be read where this runs. */
export interface ExtractionPlatform {
  /** The best first. */
  readonly ways: readonly ExtractionWay[];
  /** Reads a file of ours by its path from the folder of the extractor's bundle. */
  readBeside?(path: string): Promise<Uint8Array>;
  /** Reads in slices on this thread, without limits, where nothing else can be done. */
  readHere?(job: ShardJob, onProgress: (share: number) => void): Promise<Uint8Array>;
}

/**
 * Has sources read apart from this thread, one at a time. A file that takes too long or too much
 * memory costs its reader; the next file gets a fresh one.
 */
export class ExtractionWorker implements Disposable {
  private extractor: Promise<RunningExtractor | undefined> | undefined;
  private running: { settle(result: JobResult): void; onProgress(share: number): void } | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private readonly limits: ExtractionLimits;
  private readonly readMap: CharacterMapReader;
  /** The ways that have not failed. */
  private ways: readonly ExtractionWay[];
  /** Bytes that the extractor holds after its last work. */
  private resident = 0;
  private isDisposed = false;

  constructor(
    private readonly platform: ExtractionPlatform,
    private readonly log: Logger,
    limits: Partial<ExtractionLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.ways = platform.ways;
    this.readMap = characterMapReader((path) => platform.readBeside?.(path));
  }

  /**
   * Makes a shard. Never rejects. The job's bytes are handed over and must not be used any more.
   * @param onProgress called with the share that is done, from 0 to 1
   */
  async run(job: ShardJob, onProgress: (share: number) => void): Promise<JobResult> {
    if (this.isDisposed) {
      return undefined;
    }
    clearTimeout(this.idle);
    this.extractor ??= this.start();
    const extractor = await this.extractor;
    // It was disposed of meanwhile, and the extractor with it.
    if (this.isDisposed) {
      return undefined;
    }
    return extractor ? this.runIn(extractor, job, onProgress) : this.runHere(job, onProgress);
  }

  dispose(): void {
    this.isDisposed = true;
    this.stop();
    this.running?.settle(undefined);
  }

  private async start(): Promise<RunningExtractor | undefined> {
    for (let way; (way = this.ways[0]);) {
      try {
        return await way.start(this.limits, {
          onResponse: (response) => this.take(response),
          onResident: (bytes) => (this.resident = bytes),
          onEnd: (end) => {
            this.stop();
            this.running?.settle(this.failureOf(end));
          },
        });
      } catch (error) {
        this.ways = this.ways.slice(1);
        const instead = this.ways[0]?.name ?? 'this thread';
        this.log.warn(`Sources cannot be read in ${way.name}, but in ${instead}: ${String(error)}`);
      }
    }
    return undefined;
  }

  private async runIn(
    extractor: RunningExtractor,
    job: ShardJob,
    onProgress: (share: number) => void,
  ): Promise<JobResult> {
    const limit = this.limits.timeOf(job);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const result = await new Promise<JobResult>((settle) => {
      this.running = { settle, onProgress };
      timer = setTimeout(() => {
        this.stop();
        const seconds = Math.round(limit / 1000);
        settle({
          reason: `It takes longer than ${seconds} seconds.`,
          cause: { kind: 'time', seconds },
        });
      }, limit);
      try {
        extractor.post(job);
      } catch (error) {
        settle({ reason: String(error) });
      }
    });
    clearTimeout(timer);
    this.running = undefined;
    if (this.resident > (this.limits.memoryMB * 1e6) / 2) {
      // What one file has left behind must not be held against the next.
      this.stop();
    } else if (!this.isDisposed) {
      this.idle = setTimeout(() => this.stop(), IDLE_MS);
    }
    return result;
  }

  private async runHere(job: ShardJob, onProgress: (share: number) => void): Promise<JobResult> {
    try {
      const shard = await this.platform.readHere?.(job, onProgress);
      return shard ? { shard } : { reason: 'Nothing can be started that reads it.' };
    } catch (error) {
      return { reason: String(error) };
    }
  }

  private failureOf(end: ExtractorEnd): ReadingFailure {
    switch (end.kind) {
      case 'memory': {
        const megabytes = this.limits.memoryMB;
        return {
          reason: `It takes more than ${megabytes} MB of memory.`,
          cause: { kind: 'memory', megabytes },
        };
      }
      case 'crash':
        return { reason: `Reading it ended early: ${end.detail}.`, cause: { kind: 'crash' } };
    }
  }

  private take(response: WorkerResponse): void {
    switch (response.kind) {
      case 'progress':
        return this.running?.onProgress(response.share);
      case 'asks':
        void this.giveMap(response.name);
        return;
      case 'done':
        return this.running?.settle({ shard: response.shard });
      case 'failed':
        return this.running?.settle({ reason: response.reason });
    }
  }

  private async giveMap(name: string): Promise<void> {
    const { extractor } = this;
    const bytes = await this.readMap(name);
    // What has asked may be gone, and another one with it.
    if (extractor !== undefined && extractor === this.extractor) {
      (await extractor)?.post({ kind: 'characterMap', name, ...(bytes && { bytes }) });
    }
  }

  /** Ends the extractor; the next job starts another. */
  private stop(): void {
    clearTimeout(this.idle);
    const { extractor } = this;
    this.extractor = undefined;
    this.resident = 0;
    void extractor?.then((started) => started?.terminate());
  }
}
