import { Worker } from 'node:worker_threads';
import type { ReadRequest, ReadResponse } from './protocol';

/** Milliseconds of processor time that a file of at most a megabyte may take. */
const TIME_LIMIT_MS = 20_000;

/** The same by the clock, on a computer that has much else to do. */
const PATIENCE_MS = 240_000;

const MEMORY_LIMIT_MB = 512;

/** Has files read one by one in a thread, and begins a new one when that hangs or dies. */
export class TextThread {
  private worker: Worker | undefined;

  constructor(private readonly bundle: string) {}

  async read(request: ReadRequest): Promise<ReadResponse> {
    const worker = (this.worker ??= new Worker(this.bundle, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
      // What libraries warn of.
      stdout: true,
      stderr: true,
    }));
    const response = await new Promise<ReadResponse>((resolve) => {
      const onMessage = (message: ReadResponse) => resolve(message);
      const onError = (error: unknown) =>
        resolve({ outcome: 'crash', detail: error instanceof Error ? (error.stack ?? '') : '?' });
      const onExit = (code: number) => resolve({ outcome: 'crash', detail: `exit ${code}` });
      worker.once('message', onMessage).once('error', onError).once('exit', onExit);
      const [begun, before] = [performance.now(), process.cpuUsage()];
      const timer = setInterval(() => {
        // This thread only waits: what the process has used, the other thread has.
        const { user, system } = process.cpuUsage(before);
        if ((user + system) / 1_000 > TIME_LIMIT_MS || performance.now() - begun > PATIENCE_MS) {
          resolve({ outcome: 'hang' });
        }
      }, 500);
      this.forget = () => {
        clearInterval(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.postMessage(request);
    });
    this.forget();
    if (response.outcome === 'hang' || response.outcome === 'crash') {
      await this.end();
    }
    return response;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private forget: () => void = () => undefined;
}
