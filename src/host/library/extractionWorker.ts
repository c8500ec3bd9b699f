import type * as vscode from 'vscode';
import type { ShardJob } from '../../core/library/shardJob';
import type { Logger } from '../../core/ports';
import type { Disposable } from '../../util/dispose';
import type { WorkerResponse } from '../../worker/messages';
import { loadExtractor, startThread, type ExtractionThread } from './extractionThread';
import { pause } from './pause';

/** What became of a job. `reason` is for people, in English. */
export type JobResult = { readonly shard: Uint8Array } | { readonly reason: string };

/** Milliseconds after which an idle worker is given up, with the memory that it holds. */
const IDLE_TIME = 20_000;

/** What a file may cost before it is given up. */
export interface ExtractionLimits {
  /** Milliseconds. */
  timeOf(job: ShardJob): number;
  /** Of the worker's heap; what a browser gives is not ours to say. */
  readonly memoryMB: number;
}

const LIMITS: ExtractionLimits = {
  // A minute, and a second for each megabyte. Slow files on a slow computer stay well below; a file
  // made to hang its reader does not go on for ever.
  timeOf: ({ bytes }) => 60_000 + bytes.length / 1_000,
  // More than any honest document takes, and little enough that the computer lives through it.
  memoryMB: 1024,
};

/**
 * Reads sources in a worker, one at a time. A file that takes too long or brings the worker down
 * costs that worker; the next file gets a fresh one. Where no worker starts, files are read in
 * slices on this thread, without a limit.
 */
export class ExtractionWorker implements Disposable {
  private thread: Promise<ExtractionThread | undefined> | undefined;
  private running: { settle(result: JobResult): void; onProgress(share: number): void } | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private readonly limits: ExtractionLimits;

  /** @param extension the extension's own folder */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly log: Logger,
    limits: Partial<ExtractionLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /**
   * Makes a shard. Never rejects. The job's bytes are handed over and must not be used any more.
   * @param onProgress called with the share that is done, from 0 to 1
   */
  async run(job: ShardJob, onProgress: (share: number) => void): Promise<JobResult> {
    clearTimeout(this.idle);
    this.thread ??= this.start();
    const thread = await this.thread;
    return thread ? this.runIn(thread, job, onProgress) : this.runHere(job, onProgress);
  }

  dispose(): void {
    this.stop();
    this.running?.settle({ reason: 'IP4 Desk was stopped.' });
  }

  private async start(): Promise<ExtractionThread | undefined> {
    try {
      return await startThread(this.extension, this.limits.memoryMB, {
        onResponse: (response) => this.take(response),
        onEnd: (reason) => {
          this.stop();
          this.running?.settle({ reason: `Reading it ended early: ${reason}` });
        },
      });
    } catch (error) {
      this.log.warn(`No worker could be started; sources are read beside it: ${String(error)}`);
      return undefined;
    }
  }

  private async runIn(
    thread: ExtractionThread,
    job: ShardJob,
    onProgress: (share: number) => void,
  ): Promise<JobResult> {
    const limit = this.limits.timeOf(job);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const result = await new Promise<JobResult>((settle) => {
      this.running = { settle, onProgress };
      timer = setTimeout(() => {
        this.stop();
        settle({ reason: `It takes longer than ${Math.round(limit / 1000)} seconds.` });
      }, limit);
      try {
        thread.post(job);
      } catch (error) {
        settle({ reason: String(error) });
      }
    });
    clearTimeout(timer);
    this.running = undefined;
    this.idle = setTimeout(() => this.stop(), IDLE_TIME);
    return result;
  }

  private async runHere(job: ShardJob, onProgress: (share: number) => void): Promise<JobResult> {
    try {
      const { makeShard } = await loadExtractor(this.extension);
      return { shard: await makeShard(job, { onProgress, pause }) };
    } catch (error) {
      return { reason: String(error) };
    }
  }

  private take(response: WorkerResponse): void {
    switch (response.kind) {
      case 'progress':
        return this.running?.onProgress(response.share);
      case 'done':
        return this.running?.settle({ shard: response.shard });
      case 'failed':
        return this.running?.settle({ reason: response.reason });
    }
  }

  /** Ends the worker; the next job starts another. */
  private stop(): void {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = undefined;
    void thread?.then((started) => started?.terminate());
  }
}
