import { joinIndexes } from '../../core/search/indexJoin';
import { mergeIndexes, type IndexSegment } from '../../core/search/indexMerge';
import type { IndexedSource, LibraryContents } from '../../core/search/libraryIndex';
import type { PassageIndex, WholeIndex } from '../../core/search/passageIndex';
import { SlicedWork } from '../../util/slicedWork';

/** What is to become of a source. Without a part its passages stay those that are in the index. */
interface Change {
  readonly source?: IndexedSource;
  readonly part?: WholeIndex;
}

/** A source with its passages' place in an index. */
interface Placed {
  readonly source: IndexedSource;
  readonly segment: IndexSegment;
}

/**
 * Keeps an index of all that has been read. Changes wait until `flush` puts them in, all at once and
 * in slices; the parts of the sources are given up then. What one change costs does not grow with
 * the library: the index is several, joined, of which small ones are merged as they become many (a
 * log-structured merge, as search engines have it), and what is removed is only left out until then.
 */
export class ContentsBuilder {
  private current: LibraryContents | undefined;
  /** The sources of `current`, in their order. */
  private placed: readonly Placed[] = [];
  private waiting = new Map<string, Change>();
  private flushing: Promise<boolean> | undefined;
  private readonly work = new SlicedWork();

  /** As of the last flush. */
  get contents(): LibraryContents | undefined {
    return this.current;
  }

  /** Adds a source, or puts it in the place of what it was before. */
  put(source: IndexedSource, part: WholeIndex): void {
    this.waiting.set(source.id, { source, part });
  }

  /** Says something else about a source whose passages stay as they are. */
  describe(source: IndexedSource): void {
    const { part } = this.waiting.get(source.id) ?? {};
    this.waiting.set(source.id, { source, ...(part && { part }) });
  }

  remove(id: string): void {
    this.waiting.set(id, {});
  }

  /**
   * Whether so much waits that it is worth a merge while more is to come: at least that share of
   * what is there. The work of all merges together then grows with the library, not with its square.
   */
  isWorthMerging(share: number): boolean {
    let passages = 0;
    for (const { source } of this.waiting.values()) {
      passages += source?.passages.length ?? 0;
    }
    return passages >= share * (this.current?.index.size ?? 0);
  }

  /** Puts in what waits. Resolves to whether `contents` is another. One at a time. */
  flush(): Promise<boolean> {
    const mine = (this.flushing ?? Promise.resolve(false))
      .catch(() => false)
      .then(() => this.merge());
    this.flushing = mine;
    return mine;
  }

  private async merge(): Promise<boolean> {
    if (this.waiting.size === 0) {
      return false;
    }
    const changes = this.waiting;
    this.waiting = new Map();
    const before = this.placed;
    const after = changed(before, changes);
    const stays =
      after.length === before.length &&
      after.every(({ segment }, at) => segment === before[at]?.segment);
    const sources = after.map(({ source }) => source);
    if (this.current !== undefined && stays) {
      this.placed = after;
      this.current = { index: this.current.index, sources };
    } else if (after.length === 0) {
      this.placed = [];
      this.current = undefined;
    } else {
      const added = new Set([...changes.values()].flatMap(({ part }) => part ?? []));
      this.placed = after;
      for (const indexes of mergesOf(after, added)) {
        this.placed = await this.work.run(merged(this.placed, indexes));
      }
      this.current = { index: await this.work.run(joined(this.placed)), sources };
    }
    return true;
  }
}

/** The sources, those that lie in some indexes in one. */
function* merged(
  placed: readonly Placed[],
  indexes: ReadonlySet<WholeIndex>,
): Generator<undefined, readonly Placed[]> {
  const places = new Map([...indexes].map((index, at) => [index, at]));
  const placeOf = ({ segment }: Placed): number => places.get(segment.index) ?? -1;
  // In the order in which they lie, so that there are few stretches.
  const moved = placed
    .filter((entry) => placeOf(entry) !== -1)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.segment.start - b.segment.start);
  const index = yield* mergeIndexes(stretches(moved.map(({ segment }) => segment)));
  let end = 0;
  const movedTo = new Map(
    moved.map((entry) => {
      const start = end;
      end += entry.segment.end - entry.segment.start;
      return [entry, { source: entry.source, segment: { index, start, end } }];
    }),
  );
  return placed.map((entry) => movedTo.get(entry) ?? entry);
}

/** Neighbours in one index as one segment. */
function stretches(segments: readonly IndexSegment[]): readonly IndexSegment[] {
  const result: IndexSegment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.index === segment.index && last.end === segment.start) {
      result[result.length - 1] = { ...last, end: segment.end };
    } else {
      result.push(segment);
    }
  }
  return result;
}

/**
 * Which indexes are to be merged: what is added, with the smallest of the others, up to the last one
 * that is no larger than those before it together, so that no more are left than the logarithm of
 * all passages; and those of which more was removed than is left.
 */
function mergesOf(
  placed: readonly Placed[],
  added: ReadonlySet<WholeIndex>,
): readonly ReadonlySet<WholeIndex>[] {
  const groups = new Map<unknown, { readonly indexes: Set<WholeIndex>; size: number }>();
  for (const { segment } of placed) {
    const { index, start, end } = segment;
    const key = added.has(index) ? added : index;
    const group = groups.get(key) ?? { indexes: new Set(), size: 0 };
    groups.set(key, group);
    group.indexes.add(index);
    group.size += end - start;
  }
  const ascending = [...groups.values()].sort((a, b) => a.size - b.size);
  let count = 0;
  let smaller = 0;
  ascending.forEach(({ size }, at) => {
    count = at > 0 && size <= smaller ? at + 1 : count;
    smaller += size;
  });
  const small = ascending.filter(({ indexes, size }, at) => {
    const room = [...indexes].reduce((sum, index) => sum + index.size, 0);
    return at < count || 2 * size < room;
  });
  const apart = ascending.filter((group) => !small.includes(group) && group.indexes.size > 1);
  return [small, apart]
    .map((some) => new Set(some.flatMap(({ indexes }) => [...indexes])))
    .filter(({ size }) => size > 0);
}

/** The index of all sources. */
function* joined(placed: readonly Placed[]): Generator<undefined, PassageIndex> {
  const passagesOf = new Map<WholeIndex, Int32Array>();
  let size = 0;
  for (const { segment } of placed) {
    const { index, start, end } = segment;
    const passages = passagesOf.get(index) ?? new Int32Array(index.size).fill(-1);
    passagesOf.set(index, passages);
    for (let passage = start; passage < end; passage += 1) {
      passages[passage] = size++;
    }
  }
  const parts = Array.from(passagesOf, ([index, passages]) => ({ index, passages }));
  const [first] = parts;
  const isInOrder = first?.passages.every((passage, at) => passage === at) === true;
  return parts.length === 1 && isInOrder ? first.index : yield* joinIndexes(parts, size);
}

/** Ordered by id, as `LibraryContents` wants it. */
function changed(
  before: readonly Placed[],
  changes: ReadonlyMap<string, Change>,
): readonly Placed[] {
  const placed = new Map<string, Placed>(before.map((entry) => [entry.source.id, entry]));
  for (const [id, { source, part }] of changes) {
    const segment = part ? { index: part, start: 0, end: part.size } : placed.get(id)?.segment;
    if (source && segment) {
      placed.set(id, { source, segment });
    } else {
      placed.delete(id);
    }
  }
  return [...placed.values()].sort((a, b) => (a.source.id < b.source.id ? -1 : 1));
}
