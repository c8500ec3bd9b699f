import type { ShardJob } from '../core/library/shardJob';

/**
 * What the extension asks of the worker: one job at a time. Whatever goes wrong comes back as a
 * message or ends the worker.
 */
export type WorkerRequest = ShardJob;

export type WorkerResponse =
  /** From 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly shard: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

/** Node's `worker_threads`, as far as it is used here. */
export interface WorkerThreads {
  /** In a worker, the way to whoever started it; `null` on the main thread. */
  readonly parentPort: NodePort | null;
  readonly Worker: new (
    file: string,
    options: { readonly resourceLimits: { readonly maxOldGenerationSizeMb: number } },
  ) => NodeWorker;
}

export interface NodePort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

export interface NodeWorker extends NodePort {
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): void;
  terminate(): Promise<unknown>;
}

/** Node's `process`, as far as it is used here. */
export interface NodeProcess {
  readonly getBuiltinModule?: (id: string) => unknown;
  on(event: 'unhandledRejection', listener: () => void): void;
}

/** Node's `process`; `undefined` in a browser. */
export function nodeProcess(): NodeProcess | undefined {
  return (globalThis as { readonly process?: NodeProcess }).process;
}

/**
 * Node's `worker_threads`; `undefined` in a browser. One bundle of the worker serves both: it holds
 * large libraries, which nobody should download twice. `getBuiltinModule` is Node's own door for
 * code that runs in either place.
 */
export function workerThreads(): WorkerThreads | undefined {
  return nodeProcess()?.getBuiltinModule?.('node:worker_threads') as WorkerThreads | undefined;
}
