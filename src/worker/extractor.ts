import { makeShard } from '../core/library/shardJob';
import { WORKER_NAME, workerThreads, type WorkerRequest, type WorkerResponse } from './messages';

/**
 * Where sources are read, apart from the thread that answers the editor: as a thread of Node on the
 * desktop, as a Worker in a browser. Where neither can be started the extension loads this bundle
 * beside itself and calls `makeShard`.
 */
export { makeShard };

/** The least change of the share that is told. */
const PROGRESS_STEP = 0.01;

const node = workerThreads()?.parentPort;
const scope = globalThis as object as Partial<WorkerScope>;
if (node) {
  node.on('message', (request) => {
    void answer(request as WorkerRequest, (response, transfer) =>
      node.postMessage(response, transfer),
    );
  });
} else if (scope.name === WORKER_NAME) {
  scope.onmessage = ({ data }) => {
    void answer(data as WorkerRequest, (response, transfer = []) =>
      scope.postMessage?.(response, transfer),
    );
  };
}

/** A browser's worker. The extension itself runs in one, too, whose messages are not for us. */
interface WorkerScope {
  readonly name: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
}

async function answer(
  request: WorkerRequest,
  post: (response: WorkerResponse, transfer?: readonly ArrayBuffer[]) => void,
): Promise<void> {
  let told = 0;
  const onProgress = (share: number): void => {
    if (share - told >= PROGRESS_STEP) {
      told = share;
      post({ kind: 'progress', share });
    }
  };
  try {
    const shard = await makeShard(request, { onProgress });
    post({ kind: 'done', shard }, [shard.buffer as ArrayBuffer]);
  } catch (error) {
    post({ kind: 'failed', reason: String(error) });
  }
}
