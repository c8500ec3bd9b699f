import type { ShardStamp } from '../../core/shard/shardHead';
import type { SourceRecord } from './sourceRecord';

/** What entering a source among others has come to. */
interface Joined {
  /** Whether it is shown itself. */
  readonly isShown: boolean;
  /** The one that was shown before it, and is shown as it now. */
  readonly displaced?: SourceRecord;
}

/** What a source leaves behind. */
interface Left {
  /** The one as which it was shown. */
  readonly primary?: SourceRecord;
  /** Those that were shown as it, and stand by themselves now. */
  readonly orphans: readonly SourceRecord[];
}

/**
 * Sources with the same bytes, read in the same encoding, are one: of several the one in the workspace
 * is shown, and of those the one whose path comes first, whatever the order in which they were read.
 */
export class Twins {
  private readonly shown = new Map<string, SourceRecord>();
  private readonly keys = new Map<SourceRecord, string>();

  /** Whether a source is entered with the bytes that it has now. */
  knows(record: SourceRecord): boolean {
    return record.stamp !== undefined && this.keys.get(record) === contentKey(record.stamp);
  }

  /** Enters a source that has been read and is not entered. */
  join(record: SourceRecord, stamp: ShardStamp): Joined {
    const key = contentKey(stamp);
    const rival = this.shown.get(key);
    this.keys.set(record, key);
    if (rival === undefined) {
      this.shown.set(key, record);
      return { isShown: true };
    }
    if (precedes(rival, record)) {
      rival.twins = [...rival.twins, record];
      record.primary = rival;
      return { isShown: false };
    }
    record.twins = [rival, ...rival.twins];
    rival.twins = [];
    record.twins.forEach((twin) => (twin.primary = record));
    this.shown.set(key, record);
    return { isShown: true, displaced: rival };
  }

  /** Takes a source out, if it is entered. */
  leave(record: SourceRecord): Left {
    const key = this.keys.get(record);
    if (key === undefined) {
      return { orphans: [] };
    }
    this.keys.delete(record);
    const { primary, twins } = record;
    if (primary !== undefined) {
      primary.twins = primary.twins.filter((twin) => twin !== record);
      record.primary = undefined;
      return { primary, orphans: [] };
    }
    this.shown.delete(key);
    record.twins = [];
    for (const twin of twins) {
      twin.primary = undefined;
      this.keys.delete(twin);
    }
    return { orphans: twins };
  }
}

function contentKey({ hash, size, encoding = '' }: ShardStamp): string {
  return `${hash} ${size} ${encoding}`;
}

function precedes(one: SourceRecord, other: SourceRecord): boolean {
  return one.place === other.place ? one.shownPath < other.shownPath : one.place === 'workspace';
}
