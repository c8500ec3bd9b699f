import type { ShardJob } from '../../src/core/shard/shardJob';

/** The reading of a file. */
export function jobOf(path: string, bytes: Uint8Array): ShardJob {
  return {
    bytes,
    address: `file://${path}`,
    path,
    mtime: 1,
    known: { version: '', sources: [] },
    maxBytes: 256_000_000,
  };
}

/** Takes minutes to be read, and not much memory. */
export function endlessMarkdown(): Uint8Array {
  return new TextEncoder().encode('> - **It** _never_ [ends](x).\n\n'.repeat(100_000));
}
