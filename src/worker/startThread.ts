import { bytesToMove } from './characterMaps';
import { isWorkerResponse, NOT_UNDERSTOOD } from './guards';
import type { ExtractorListener, MemoryLimits, RunningExtractor } from './messages';
import { isObject } from '../util/shape';
import { workerThreads } from './node';

/**
 * Starts the extractor as a thread of this process, where it cannot be one of its own. Only its heap
 * is bounded then.
 * @param bundle the path of the extractor's bundle
 * @throws Error where that cannot be done
 */
export function startThread(
  bundle: string,
  { heapMB }: MemoryLimits,
  listener: ExtractorListener,
): RunningExtractor {
  const threads = workerThreads();
  if (!threads) {
    throw new Error('There is no Node here.');
  }
  const thread = new threads.Worker(bundle, { resourceLimits: { maxOldGenerationSizeMb: heapMB } });
  let live = true;
  const end = (end: Parameters<ExtractorListener['onEnd']>[0]): void => {
    if (live) {
      live = false;
      listener.onEnd(end);
    }
  };
  thread.on('message', (message) => {
    if (live) {
      listener.onResponse(
        isWorkerResponse(message) ? message : { kind: 'failed', reason: NOT_UNDERSTOOD },
      );
    }
  });
  thread.on('error', (error) => {
    const code = isObject(error) ? error.code : undefined;
    end(
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? { kind: 'memory' }
        : { kind: 'crash', detail: error instanceof Error ? error.message : String(error) },
    );
  });
  thread.on('exit', (code) =>
    end({ kind: 'crash', detail: `the thread ended with ${String(code)}` }),
  );
  return {
    post: (request) => thread.postMessage(request, bytesToMove(request)),
    terminate: () => {
      live = false;
      void thread.terminate();
    },
  };
}
