import { defined } from '../util/defined';
import type { ProcessResponse, WorkerResponse } from './messages';
import { workerThreads, type NodeProcess } from './node';
import { PieceReader, sendInPieces } from './pieces';
import type { WatchOrders } from './watchOrders';

/** Megabytes of heap for the thread that watches: it does next to nothing. */
const WATCH_HEAP = 16;

/** Answers what the process that has forked this one asks; see `startProcess` for the other side. */
export function serveProcess(
  node: NodeProcess,
  answer: (request: unknown, post: (response: WorkerResponse) => void) => Promise<void>,
): void {
  let sending = Promise.resolve();
  const send = (response: ProcessResponse): Promise<void> =>
    (sending = sending.then(() => sendInPieces(response, (part) => sendPart(node, part))));
  const post = (response: WorkerResponse): void => {
    if (response.kind === 'done' || response.kind === 'failed') {
      void send({ kind: 'resident', bytes: node.memoryUsage.rss() });
    }
    void send(response);
  };

  // pdf.js drops promises that a damaged file rejects. What was asked for is answered all the same.
  node.on('unhandledRejection', () => undefined);
  node.on('uncaughtException', (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    void send({ kind: 'crashed', reason }).finally(() => node.exit(1));
  });
  node.on('disconnect', () => node.exit());

  startWatch(node, () => void send({ kind: 'ready' }));
  const parts = new PieceReader();
  node.on('message', (part) => {
    const request = parts.take(part);
    if (request !== undefined) {
      void answer(request, post);
    }
  });
}

/** Without a watch there is no reading: whatever becomes of it, this process ends with it. */
function startWatch(node: NodeProcess, onWatching: () => void): void {
  const [, , , memoryMB, file = ''] = node.argv;
  const orders: WatchOrders = { maxBytes: Number(memoryMB) * 1e6, parent: node.ppid };
  const { Worker } = defined(workerThreads());
  const watch = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: WATCH_HEAP },
    workerData: orders,
  });
  watch.on('message', onWatching);
  watch.on('error', (error) => {
    throw error;
  });
  watch.on('exit', () => node.exit(1));
}

function sendPart(node: NodeProcess, part: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    node.send?.(part, (error) => (error ? reject(error) : resolve()));
  });
}
