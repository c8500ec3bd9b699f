import {
  compareTagged,
  keyOf,
  type SourceTags,
  type TagCount,
  type TaggedPassage,
} from './sourceTags';
import type { TagKind } from './passageTags';

/** The passages of one source that have something. */
export interface TaggedSource {
  readonly source: string;
  readonly count: TagCount;
}

/** What can be asked of the tags of a library, always as they are at that moment. */
export interface ReadableTagIndex {
  /** The tags of a source; `undefined` when it has none yet. */
  of(source: string): SourceTags | undefined;
  /** Whether a passage, by its number in its source, has one of some topics, partners or terms. */
  has(kind: TagKind, ids: readonly string[], source: string, passage: number): boolean;
  /**
   * How many passages have at least one of these, over all sources: for a topic give those below it as
   * well. A passage counts once, and as `about` when it is about one of them.
   */
  count(kind: TagKind, ids: readonly string[]): TagCount;
  /** The sources of which passages have at least one of these, in no order that means anything. */
  sourcesOf(kind: TagKind, ids: readonly string[]): readonly TaggedSource[];
  /**
   * The passages of a source that have at least one of these, each once, best first: those about it,
   * then the heavier, then the earlier.
   */
  passagesOf(kind: TagKind, ids: readonly string[], source: string): readonly TaggedPassage[];
}

/**
 * The tags of a library. What it answers depends on the sources that are in it alone, not on the order
 * in which they came or on what was in it before.
 */
export class TagIndex implements ReadableTagIndex {
  private readonly bySource = new Map<string, SourceTags>();
  /** By the key of a subject: the sources that have it. */
  private readonly sources = new Map<string, Set<string>>();

  of(source: string): SourceTags | undefined {
    return this.bySource.get(source);
  }

  /** Adds a source, or puts its tags in the place of those that it had. */
  put(source: string, tags: SourceTags): void {
    this.remove(source);
    this.bySource.set(source, tags);
    for (const { kind, id } of tags.subjects) {
      const key = keyOf(kind, id);
      const known = this.sources.get(key);
      if (known) {
        known.add(source);
      } else {
        this.sources.set(key, new Set([source]));
      }
    }
  }

  /** Whether there was anything to remove. */
  remove(source: string): boolean {
    const tags = this.bySource.get(source);
    for (const { kind, id } of tags?.subjects ?? []) {
      const key = keyOf(kind, id);
      const known = this.sources.get(key);
      known?.delete(source);
      if (known?.size === 0) {
        this.sources.delete(key);
      }
    }
    return this.bySource.delete(source);
  }

  has(kind: TagKind, ids: readonly string[], source: string, passage: number): boolean {
    const tags = this.bySource.get(source);
    return tags !== undefined && ids.some((id) => tags.has(kind, id, passage));
  }

  count(kind: TagKind, ids: readonly string[]): TagCount {
    let all = 0;
    let about = 0;
    for (const { count } of this.sourcesOf(kind, ids)) {
      all += count.all;
      about += count.about;
    }
    return { all, about };
  }

  sourcesOf(kind: TagKind, ids: readonly string[]): readonly TaggedSource[] {
    const found = new Set(ids.flatMap((id) => [...(this.sources.get(keyOf(kind, id)) ?? [])]));
    return [...found].flatMap((source) => {
      const tags = this.bySource.get(source);
      return tags ? [{ source, count: tags.count(kind, ids) }] : [];
    });
  }

  passagesOf(kind: TagKind, ids: readonly string[], source: string): readonly TaggedPassage[] {
    const tags = this.bySource.get(source);
    if (tags === undefined) {
      return [];
    }
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      return tags.passagesOf(kind, only);
    }
    const best = new Map<number, TaggedPassage>();
    for (const one of ids.flatMap((id) => tags.passagesOf(kind, id))) {
      const known = best.get(one.passage);
      if (known === undefined || compareTagged(one, known) < 0) {
        best.set(one.passage, one);
      }
    }
    return [...best.values()].sort(compareTagged);
  }
}
