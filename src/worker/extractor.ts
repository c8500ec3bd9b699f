import { makeShard } from '../core/shard/shardJob';
import { decodeText } from '../core/text/readText';
import { CharacterMaps } from './characterMaps';
import { isCharacterMapAnswer, isShardJob, NOT_UNDERSTOOD } from './guards';
import type { WorkerResponse } from './messages';
import { nodeProcess, workerThreads } from './node';
import { EXTRACTOR_ROLE } from './processCall';
import { serveProcess } from './serveProcess';

/**
 * Where sources are read, apart from the thread that answers the editor: in a process of its own
 * where there is Node, or else a thread of it; as a Worker in a browser. Where none can be started
 * the extension loads this bundle beside itself and calls `makeShard`. It also asks `decodeText` there,
 * so that what tells encodings ships once.
 */
export { decodeText, makeShard };

/** The least change of the share that is told. */
const PROGRESS_STEP = 0.01;

const maps = new CharacterMaps();

// Node says where this runs. In a browser the extension itself runs in a worker as well, and what a
// worker is called is for the editor to say: there, whoever starts the worker calls `listen`.
const node = nodeProcess();
const port = workerThreads()?.parentPort;
if (port) {
  // pdf.js drops promises that a damaged file rejects. What was asked for is answered all the same,
  // and the thread need not end for the others.
  node?.on('unhandledRejection', () => undefined);
  port.on('message', (request) => {
    void answer(request, (response, transfer) => port.postMessage(response, transfer));
  });
} else if (node?.argv?.[2] === EXTRACTOR_ROLE) {
  serveProcess(node, answer);
}

/** Answers the messages to the browser's worker that this runs in. */
export function listen(): void {
  const scope = globalThis as object as WorkerScope;
  scope.addEventListener('unhandledrejection', (event) => event.preventDefault());
  scope.onmessage = ({ data }) => {
    void answer(data, (response, transfer = []) => scope.postMessage(response, transfer));
  };
}

interface WorkerScope {
  addEventListener(
    type: 'unhandledrejection',
    listener: (event: { preventDefault(): void }) => void,
  ): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
}

async function answer(
  request: unknown,
  post: (response: WorkerResponse, transfer?: readonly ArrayBuffer[]) => void,
): Promise<void> {
  if (isCharacterMapAnswer(request)) {
    maps.take(request);
    return;
  }
  if (!isShardJob(request)) {
    post({ kind: 'failed', reason: NOT_UNDERSTOOD });
    return;
  }
  let told = 0;
  const onProgress = (share: number): void => {
    if (share - told >= PROGRESS_STEP) {
      told = share;
      post({ kind: 'progress', share });
    }
  };
  try {
    const shard = await makeShard(request, {
      onProgress,
      readCharacterMap: (name) => maps.read(name, () => post({ kind: 'asks', name })),
    });
    post({ kind: 'done', shard }, [shard.buffer as ArrayBuffer]);
  } catch (error) {
    post({ kind: 'failed', reason: String(error) });
  }
}
