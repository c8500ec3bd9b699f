import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/core/library/document';
import { decodeShard, unpackDocument, type Shard } from '../../src/core/shard/shard';
import { ExtractionWorker } from '../../src/worker/extractionWorker';
import { nodeWays } from '../../src/worker/nodeWays';
import type { ReadResponse } from './protocol';

/** So long may a file of at most a megabyte take, on a machine that has much else to do. */
const TIME_LIMIT_MS = 20_000;

const MEMORY_LIMIT_MB = 512;

const MAX_BYTES = 64 << 20;

/** Has files read one by one as the extension has them read, but with closer limits. */
export class HostileReader {
  private readonly worker: ExtractionWorker;

  /** @param folder of the bundles that read */
  constructor(folder: string) {
    const ways = nodeWays({
      extractor: join(folder, 'extractor.js'),
      watch: join(folder, 'memoryWatch.js'),
    });
    const say = (message: string): void => void process.stderr.write(`${message}\n`);
    this.worker = new ExtractionWorker(
      // In a process or not at all: a thread has other limits.
      { ways: ways.slice(0, 1), readBeside: (path) => readFile(join(folder, path)) },
      { info: say, warn: say, error: say },
      { timeOf: () => TIME_LIMIT_MS, memoryMB: MEMORY_LIMIT_MB, heapMB: MEMORY_LIMIT_MB },
    );
  }

  /** @param path the name of the file; its ending promises a format */
  async read(bytes: Uint8Array, path: string): Promise<ReadResponse> {
    const known = { version: '', sources: [] };
    const job = { bytes, address: path, path, mtime: 0, known, maxBytes: MAX_BYTES };
    const result = await this.worker.run(job, () => undefined);
    if (result && 'shard' in result) {
      const shard = decodeShard(result.shard);
      return shard ? responseOf(shard) : { outcome: 'unsound', detail: 'its shard is damaged' };
    }
    return result?.cause?.kind === 'time'
      ? { outcome: 'hang' }
      : { outcome: 'crash', detail: result?.reason ?? '' };
  }

  dispose(): void {
    this.worker.dispose();
  }
}

function responseOf({ content }: Shard): ReadResponse {
  if ('document' in content) {
    const flaw = flawOf(unpackDocument(content.document));
    return flaw === undefined ? { outcome: 'document' } : { outcome: 'unsound', detail: flaw };
  }
  const { problem } = content;
  return problem.kind === 'failed'
    ? { outcome: problem.kind, detail: problem.reason }
    : { outcome: problem.kind };
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
