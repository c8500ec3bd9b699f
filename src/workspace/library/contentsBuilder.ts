import { mergeIndexes, type IndexSegment } from '../../core/search/indexMerge';
import type { IndexedSource, LibraryContents } from '../../core/search/libraryIndex';
import type { PassageIndex } from '../../core/search/passageIndex';
import { SlicedWork } from '../../util/slicedWork';

/** What is to become of a source. Without a part its passages stay those that are in the index. */
interface Change {
  readonly source?: IndexedSource;
  readonly part?: PassageIndex;
}

/** A source with its passages' place in an index. */
interface Placed {
  readonly source: IndexedSource;
  readonly segment: IndexSegment;
}

/**
 * Keeps one index of all that has been read. Changes wait until `flush` puts them in, all at once
 * and in slices; the parts of the sources are given up then.
 */
export class ContentsBuilder {
  private current: LibraryContents | undefined;
  private waiting = new Map<string, Change>();
  private flushing: Promise<boolean> | undefined;
  private readonly work = new SlicedWork();

  /** As of the last flush. */
  get contents(): LibraryContents | undefined {
    return this.current;
  }

  /** Adds a source, or puts it in the place of what it was before. */
  put(source: IndexedSource, part: PassageIndex): void {
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
   * Whether so much waits that it is worth a merge while more is to come: half of what is there.
   * The work of all merges together then grows with the library, not with its square.
   */
  get isWorthMerging(): boolean {
    let passages = 0;
    for (const { source } of this.waiting.values()) {
      passages += source?.passages.length ?? 0;
    }
    return 2 * passages >= (this.current?.index.size ?? 0);
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
    const before = placedSources(this.current);
    const after = changed(before, changes);
    const stays =
      this.current !== undefined &&
      after.length === before.length &&
      after.every(({ segment }, at) => segment === before[at]?.segment);
    const sources = after.map(({ source }) => source);
    if (this.current !== undefined && stays) {
      this.current = { index: this.current.index, sources };
    } else if (after.length === 0) {
      this.current = undefined;
    } else {
      const segments = joined(after.map(({ segment }) => segment));
      this.current = { index: await this.work.run(mergeIndexes(segments)), sources };
    }
    return true;
  }
}

function placedSources(contents: LibraryContents | undefined): readonly Placed[] {
  if (contents === undefined) {
    return [];
  }
  const { index } = contents;
  let end = 0;
  return contents.sources.map((source) => {
    const start = end;
    end += source.passages.length;
    return { source, segment: { index, start, end } };
  });
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

/** Neighbours in one index as one segment. */
function joined(segments: readonly IndexSegment[]): readonly IndexSegment[] {
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
