import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ShardStamp } from '../../../../src/core/shard/shardHead';
import type { SourceRecord } from '../../../../src/workspace/library/sourceRecord';
import { Twins } from '../../../../src/workspace/library/twins';

/** A record as far as twins are told by it. */
function recordAt(path: string, place: SourceRecord['place'] = 'workspace'): SourceRecord {
  const record = { place, shownPath: path, twins: [], primary: undefined, stamp: undefined };
  return record as unknown as SourceRecord;
}

function stampOf(hash: number): ShardStamp {
  return { address: '', mtime: 0, size: 1, hash, title: '', known: '' };
}

describe('sources with the same bytes', () => {
  it('are one, whatever happens to them in whatever order', () => {
    const step = fc.record({ record: fc.nat(5), bytes: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const twins = new Twins();
        const records = ['b', 'a', 'c', 'e', 'd', 'f'].map((path, at) =>
          recordAt(path, at < 2 ? 'elsewhere' : 'workspace'),
        );
        /** What each is, as long as it is entered; 0 takes it out. */
        const bytes = new Map<SourceRecord, number>();
        const join = (record: SourceRecord): void => {
          twins.join(record, stampOf(bytes.get(record) ?? 0));
        };
        for (const { record: at, bytes: value } of steps) {
          const record = records[at]!;
          bytes.delete(record);
          const { orphans } = twins.leave(record);
          if (value > 0) {
            bytes.set(record, value);
            join(record);
          }
          orphans.forEach(join);
        }
        for (const value of [1, 2]) {
          const alike = records.filter((record) => bytes.get(record) === value);
          const [first, ...others] = [...alike].sort(
            (one, other) =>
              Number(one.place === 'elsewhere') - Number(other.place === 'elsewhere') ||
              (one.shownPath < other.shownPath ? -1 : 1),
          );
          assert.equal(first?.primary, undefined);
          assert.deepEqual(new Set(first?.twins ?? []), new Set(others));
          others.forEach((other) => assert.equal(other.primary, first));
        }
      }),
    );
  });
});
