import { parentPort } from 'node:worker_threads';
import type { ReadRequest, ReadResponse } from './protocol';
import { flawOfText } from './textReaders';

// Reads what is no document for `fuzz.ts`, in a thread of its own: this one may hang or die.

parentPort?.on('message', (request: ReadRequest) => {
  void respond(request);
});

async function respond({ kind, bytes, path }: ReadRequest): Promise<void> {
  const flaw = await flawOfText(kind, bytes, path);
  const response: ReadResponse =
    flaw === undefined ? { outcome: 'read' } : { outcome: 'unsound', detail: flaw };
  parentPort?.postMessage(response);
}
