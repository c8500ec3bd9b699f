import { isParserRequest, NOT_UNDERSTOOD } from './guards';
import { workerThreads } from './node';
import { OPERATIONS, type Operation, type OperationName, type Parcel } from './operations';
import type { ParserResponse } from './parserMessages';

/**
 * The thread that long texts of users and workspaces are parsed on: what such a text costs in time
 * and memory, it costs here. Its results go back in bits that the extension asks for, since a
 * message of many objects holds the thread that receives it.
 */

/** Values of one message: some milliseconds for the thread that receives it. */
const MOST_VALUES = 10_000;

const node = workerThreads()?.parentPort;
if (node) {
  const answer = answering((response) => node.postMessage(response));
  node.on('message', (request) => void answer(request));
}

/** Answers the messages to the browser's worker that this runs in. */
export function listen(): void {
  const scope = globalThis as object as WorkerScope;
  const answer = answering((response) => scope.postMessage(response));
  scope.onmessage = ({ data }) => void answer(data);
}

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

/** What answers the requests of one extension. */
export function answering(
  post: (response: ParserResponse) => void,
): (request: unknown) => Promise<void> {
  let items: readonly unknown[] = [];
  let sent = 0;
  return async (request) => {
    if (!isParserRequest(request, isOperation)) {
      post({ kind: 'failed', reason: NOT_UNDERSTOOD });
      return;
    }
    if (request.kind === 'more') {
      const start = sent;
      let values = 0;
      while (sent < items.length && values < MOST_VALUES) {
        values += valuesIn(items[sent]);
        sent++;
      }
      post({ kind: 'items', items: items.slice(start, sent), isLast: sent === items.length });
      return;
    }
    try {
      const parcel = await parcelOf(request.name, request.input);
      ({ items } = parcel);
      sent = 0;
      post({ kind: 'head', head: parcel.head });
    } catch (error) {
      items = [];
      post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}

async function parcelOf(name: OperationName, input: readonly unknown[]): Promise<Parcel> {
  const { load, pack } = OPERATIONS[name] as unknown as Operation<'exchange'>;
  const run = await load();
  return pack(run(...(input as Parameters<typeof run>)));
}

/** How many values an item has in it, itself included. */
function valuesIn(item: unknown): number {
  if (typeof item !== 'object' || item === null) {
    return 1;
  }
  const values =
    item instanceof Map ? [...item.values()] : Array.isArray(item) ? item : Object.values(item);
  return (values as readonly unknown[]).reduce<number>((sum, value) => sum + valuesIn(value), 1);
}
