import { parentPort } from 'node:worker_threads';
import type { SourceDocument } from '../../src/core/library/document';
import { readDocument } from '../../src/core/library/extract';
import { isDocument } from './kinds';
import { MAX_BYTES, type ReadRequest, type ReadResponse } from './protocol';
import { flawOfText } from './textReaders';

// Reads files for `fuzz.ts`, in a thread of its own: this one may hang or die.

// As in `src/worker/extractor.ts`: no caller can catch what pdf.js leaves rejected.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (request: ReadRequest) => {
  void respond(request);
});

async function respond({ kind, bytes, path }: ReadRequest): Promise<void> {
  if (!isDocument(kind)) {
    const flaw = await flawOfText(kind, bytes, path);
    const response = flaw === undefined ? { outcome: 'read' } : unsound(flaw);
    parentPort?.postMessage(response satisfies ReadResponse);
    return;
  }
  const extraction = await readDocument(bytes, path, { maxBytes: MAX_BYTES });
  // What was left running may still fail, which must not end this thread.
  await new Promise((resolve) => setImmediate(resolve));
  parentPort?.postMessage(responseOf(extraction));
}

function responseOf(extraction: Awaited<ReturnType<typeof readDocument>>): ReadResponse {
  if ('document' in extraction) {
    const flaw = flawOf(extraction.document);
    return flaw === undefined ? { outcome: 'document' } : unsound(flaw);
  }
  const { problem } = extraction;
  return problem.kind === 'failed'
    ? { outcome: problem.kind, detail: problem.reason }
    : { outcome: problem.kind };
}

function unsound(detail: string): ReadResponse {
  return { outcome: 'unsound', detail };
}

/** What breaks the promises of `SourceDocument`; `undefined` for a sound one. */
function flawOf({ text, headings, passages }: SourceDocument): string | undefined {
  let end = 0;
  for (const { id, span } of passages) {
    if (span.start < end || span.end <= span.start || span.end > text.length) {
      return `passage ${id} stands at ${span.start}–${span.end}, after ${end} of ${text.length}`;
    }
    end = span.end;
  }
  if (new Set(passages.map(({ id }) => id)).size < passages.length) {
    return 'two passages have one id';
  }
  const stray = headings.findIndex(({ parent }, index) => parent !== undefined && parent >= index);
  return stray === -1 ? undefined : `heading ${stray} is below one that comes later`;
}
