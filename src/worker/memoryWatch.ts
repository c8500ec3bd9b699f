import { fileSystem, nodeProcess, workerThreads, type NodePort, type NodeProcess } from './node';
import { isObject } from '../util/shape';
import { isWatchOrders } from './guards';
import { OUT_OF_MEMORY, type WatchOrders } from './watchOrders';

/**
 * A thread beside the extractor in its process. While that unpacks a file it cannot watch itself, and
 * the limit of its heap does not count the bytes that it unpacks: this thread ends the process when
 * it holds too much, and when whoever started it is gone.
 */

/** Milliseconds between two looks. A process takes some tens of megabytes more in that time. */
const LOOK_EVERY = 50;

const node = nodeProcess();
const threads = workerThreads();
if (node && threads?.parentPort && isWatchOrders(threads.workerData)) {
  watch(node, threads.workerData, threads.parentPort);
}

function watch(node: NodeProcess, { maxBytes, parent }: WatchOrders, port: NodePort): void {
  setInterval(() => {
    if (node.memoryUsage.rss() > maxBytes) {
      say(OUT_OF_MEMORY);
      node.kill(node.pid, 'SIGKILL');
    } else if (isGone(node, parent)) {
      node.kill(node.pid, 'SIGKILL');
    }
  }, LOOK_EVERY);
  port.postMessage('watching');
}

/** Of a parent that is gone, Windows keeps the number; elsewhere there is another parent. */
function isGone(node: NodeProcess, parent: number): boolean {
  if (node.ppid !== parent) {
    return true;
  }
  try {
    node.kill(parent, 0);
    return false;
  } catch (error) {
    return isObject(error) && error.code === 'ESRCH';
  }
}

/** Past the main thread, which is busy. */
function say(text: string): void {
  try {
    fileSystem()?.writeSync(2, text);
  } catch {
    // Nobody reads; the end is what matters.
  }
}
