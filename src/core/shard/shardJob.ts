import { hashBytes } from '../../util/hash';
import { runAtOnce, runInSlices } from '../../util/slices';
import { indexDocumentInSlices } from '../search/libraryIndex';
import type { ExtractionOptions, SourceDocument } from '../library/document';
import { readDocument } from '../library/extract';
import { recogniseSources, type KnownSource } from '../library/recognise';
import {
  decodeShard,
  encodeShard,
  packDocument,
  unpackDocument,
  type Shard,
  type ShardContent,
} from './shard';
import type { ShardStamp } from './shardHead';
import { documentTitle } from '../library/title';

/** What is to be read. Plain data, so that it can cross to a worker. */
export interface ShardJob {
  readonly bytes: Uint8Array;
  /** The URI of the file. */
  readonly address: string;
  /** The path in it, whose extension promises a format. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** What a bibliography or the user calls it, which goes before what it calls itself. */
  readonly title?: string;
  /** The encoding that the user has chosen for a source that is text. */
  readonly encoding?: string;
  /** Sources to be recognised, with a version that changes with them. */
  readonly known: { readonly version: string; readonly sources: readonly KnownSource[] };
  /** The shard that was made before: what has not changed is taken from it. */
  readonly stored?: Uint8Array;
  /** The most bytes that a packed format may unpack to. */
  readonly maxBytes: number;
}

/**
 * Makes the shard of a source: takes the document from the stored shard when the bytes are the same,
 * and reads it otherwise. Rejects only when something throws that must not.
 */
export async function makeShard(
  job: ShardJob,
  options: Omit<ExtractionOptions, 'maxBytes'> = {},
): Promise<Uint8Array> {
  const hash = hashBytes(job.bytes);
  const stored = job.stored && decodeShard(job.stored);
  const { encoding } = job;
  const isSame = stored?.stamp.hash === hash && stored.stamp.encoding === encoding;
  const document = isSame ? storedDocument(stored) : undefined;
  const chosen = encoding === undefined ? {} : { encoding };
  const extraction = document
    ? { document }
    : await readDocument(job.bytes, job.path, { ...options, ...chosen, maxBytes: job.maxBytes });
  const title =
    'problem' in extraction
      ? ''
      : (job.title ?? documentTitle(extraction.document.metadata, job.path));
  const stamp: ShardStamp = {
    address: job.address,
    mtime: job.mtime,
    size: job.bytes.length,
    hash,
    title,
    known: job.known.version,
    ...chosen,
  };
  return encodeShard({ stamp, content: await contentOf() });

  async function contentOf(): Promise<ShardContent> {
    if ('problem' in extraction) {
      return extraction;
    }
    const indexing = indexDocumentInSlices(extraction.document, title);
    const { pause } = options;
    return {
      document: packDocument(extraction.document),
      places: recogniseSources(extraction.document, job.known.sources),
      index: await (pause ? runInSlices(indexing, pause, () => Date.now()) : runAtOnce(indexing)),
    };
  }
}

function storedDocument({ content }: Shard): SourceDocument | undefined {
  return 'document' in content ? unpackDocument(content.document) : undefined;
}
