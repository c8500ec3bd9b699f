import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Extraction, SourceDocument } from '../core/library/document';
import { decodeShard, unpackDocument } from '../core/shard/shard';
import { ExtractionWorker } from '../worker/extractionWorker';
import { nodeWays } from '../worker/nodeWays';

/** Where `buildQuery` puts what reads documents: this is bundled to `dist/query.js`. */
const FOLDER = join(__dirname, 'query');

/** Reads documents as the extension does, in a process with limits of time and memory. */
export class DocumentReader {
  private readonly worker: ExtractionWorker;

  /** @param folder of the bundles that read */
  constructor(folder = FOLDER) {
    const say = (message: string): void => void process.stderr.write(`${message}\n`);
    this.worker = new ExtractionWorker(
      {
        ways: nodeWays({
          extractor: join(folder, 'extractor.js'),
          watch: join(folder, 'memoryWatch.js'),
        }),
        readBeside: (path) => readFile(join(folder, path)),
      },
      { info: () => undefined, warn: say, error: say },
    );
  }

  /**
   * Never rejects.
   * @param maxBytes see `ExtractionOptions`
   */
  async read(
    bytes: Uint8Array,
    path: string,
    maxBytes: number,
  ): Promise<Extraction<SourceDocument>> {
    const known = { version: '', sources: [] };
    const job = { bytes, address: path, path, mtime: 0, known, maxBytes };
    const result = await this.worker.run(job, () => undefined);
    const shard = result && 'shard' in result ? decodeShard(result.shard) : undefined;
    if (shard) {
      const { content } = shard;
      return 'problem' in content ? content : { document: unpackDocument(content.document) };
    }
    const reason = result && 'reason' in result ? result.reason : 'What was read is damaged.';
    return { problem: { kind: 'failed', reason } };
  }

  /** Ends the process, which keeps this one from ending. */
  dispose(): void {
    this.worker.dispose();
  }
}
