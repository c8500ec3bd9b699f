import { defined } from '../util/defined';
import type {
  ExtractorEnd,
  ExtractorListener,
  MemoryLimits,
  ProcessResponse,
  RunningExtractor,
} from './messages';
import { isProcessResponse, NOT_UNDERSTOOD } from './guards';
import { childProcess, nodeProcess, type ChildProcess } from './node';
import { PieceReader, sendInPieces } from './pieces';
import { processCall } from './processCall';
import { OUT_OF_MEMORY } from './watchOrders';

/** Milliseconds within which it must be ready, on a computer that has much else to do. */
const READY_WITHIN = 30_000;

/** Characters kept of what it writes: its last words. */
const LAST_WORDS = 16_000;

/** Where the bundles of the extractor are, as paths. */
export interface ExtractorBundles {
  readonly extractor: string;
  /** Of `memoryWatch.ts`. */
  readonly watch: string;
}

/**
 * Starts the extractor as a process of its own. Rejects where that cannot be done.
 * @param listener not called before this resolves
 */
export async function startProcess(
  bundles: ExtractorBundles,
  limits: MemoryLimits,
  listener: ExtractorListener,
): Promise<RunningExtractor> {
  const node = nodeProcess();
  const module = childProcess();
  if (!node || !module) {
    throw new Error('There is no Node here.');
  }
  const { args, options } = processCall(node, limits, bundles.watch);
  const child = module.fork(bundles.extractor, args, options);
  const extractor = new ExtractorProcess(child, listener);
  await extractor.ready;
  return extractor;
}

class ExtractorProcess implements RunningExtractor {
  /** Rejects when it ends, or takes too long, before it can be given work. */
  readonly ready: Promise<void>;
  private state: 'starting' | 'live' | 'ended' = 'starting';
  private lastWords = '';
  /** What has gone wrong with it, as far as that was said. */
  private trouble: string | undefined;
  private readonly parts = new PieceReader();
  private sending = Promise.resolve();
  private settleReady: (error?: Error) => void = () => undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly listener: ExtractorListener,
  ) {
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.settleReady(new Error('it does not answer'));
        this.terminate();
      }, READY_WITHIN);
      this.settleReady = (error) => {
        clearTimeout(timer);
        this.settleReady = () => undefined;
        if (error) {
          reject(error);
        } else {
          this.state = 'live';
          resolve();
        }
      };
    });
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text) => {
      this.lastWords = (this.lastWords + text).slice(-LAST_WORDS);
    });
    child.on('message', (part) => {
      const message = this.parts.take(part);
      if (message !== undefined && this.state !== 'ended') {
        this.take(
          isProcessResponse(message) ? message : { kind: 'failed', reason: NOT_UNDERSTOOD },
        );
      }
    });
    child.on('error', (error) => {
      this.trouble ??= error.message;
      if (child.pid === undefined) {
        this.end({ kind: 'crash', detail: error.message });
      }
    });
    child.on('close', (code, signal) => this.end(this.endOf(code, signal)));
  }

  get pid(): number {
    // It is ready, so that it has one.
    return defined(this.child.pid);
  }

  post(request: Parameters<RunningExtractor['post']>[0]): void {
    const send = (part: unknown): Promise<void> =>
      new Promise((resolve, reject) => {
        this.child.send(part, (error) => (error ? reject(error) : resolve()));
      });
    // Pieces of two messages must not come between each other.
    this.sending = this.sending.then(() => sendInPieces(request, send));
    this.sending.catch((error: unknown) => {
      // It is ending, or must: how that came about is told then.
      this.trouble ??= String(error);
      this.child.kill('SIGKILL');
    });
  }

  terminate(): void {
    this.state = 'ended';
    this.child.kill('SIGKILL');
  }

  private take(response: ProcessResponse): void {
    switch (response.kind) {
      case 'ready':
        return this.settleReady();
      case 'resident':
        return this.listener.onResident(response.bytes);
      case 'crashed':
        this.trouble = response.reason;
        return;
      case 'progress':
      case 'asks':
      case 'done':
      case 'failed':
        return this.listener.onResponse(response);
    }
  }

  private end(end: ExtractorEnd): void {
    const { state } = this;
    this.state = 'ended';
    const detail = end.kind === 'crash' ? end.detail : 'out of memory';
    if (state === 'starting') {
      this.settleReady(new Error(detail));
    } else if (state === 'live') {
      this.listener.onEnd(end);
    }
  }

  private endOf(code: number | null, signal: string | null): ExtractorEnd {
    // The first is what our watch writes, the second what V8 does when the heap is full.
    if (this.lastWords.includes(OUT_OF_MEMORY) || this.lastWords.includes('heap out of memory')) {
      return { kind: 'memory' };
    }
    if (this.trouble !== undefined && signal === null) {
      return { kind: 'crash', detail: this.trouble };
    }
    const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
    return { kind: 'crash', detail: `the process ${how}` };
  }
}
