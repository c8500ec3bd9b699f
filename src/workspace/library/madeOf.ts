import type { ShardJob } from '../../core/shard/shardJob';
import type { SourceRecord } from './sourceRecord';

/**
 * Whether the disk has refused a file that it may give now: permissions and locks change without a
 * change of the file. One that is gone is dropped where it is looked at.
 */
export function mayBeHadNow({ state }: SourceRecord): boolean {
  return state.kind === 'failed' && state.cause?.kind === 'file' && state.cause.fault !== 'gone';
}

/** Whether what is held was made of the file as it is, and with what else went into it. */
export function isMadeOf(
  { stamp, state, file, title, encoding }: SourceRecord,
  known: ShardJob['known'],
): boolean {
  return (
    stamp !== undefined &&
    stamp.mtime === file?.mtime &&
    stamp.size === file.size &&
    stamp.encoding === encoding &&
    (state.kind !== 'ready' || (stamp.title === title && stamp.known === known.version))
  );
}
