import type { Catalog } from '../packs/catalog';
import { topicsUnder } from '../packs/topicGroups';
import type { IndexedSource } from '../search/libraryIndex';
import { itemAt } from '../../util/defined';
import { ABOUT, AS_GROUP, type SourceTags, type TaggedPassage } from './sourceTags';
import type { ReadableTagIndex } from './tagIndex';

/** A topic or a partner whose passages are counted and listed. */
export interface Subject {
  readonly kind: 'topic' | 'partner';
  readonly id: string;
}

/** A document of the library, of which the passages count. */
export type CountedSource = Pick<IndexedSource, 'id' | 'passages'>;

/** Tells subjects apart; the same in every session. */
export function subjectKey({ kind, id }: Subject): string {
  return `${kind}/${id}`;
}

/** The ids under which passages belong to a subject: of a topic, those below it as well. */
export function idsOfSubject(catalog: Catalog, { kind, id }: Subject): readonly string[] {
  return kind === 'topic' ? topicsUnder(catalog, id) : [id];
}

/**
 * The passages of a source that belong to a subject, best first: those that are about a topic, and those
 * that name a partner, not merely a group that it is a member of. Headings are left out.
 * @param ids see `idsOfSubject`
 */
export function passagesOfSubject(
  tags: ReadableTagIndex,
  kind: Subject['kind'],
  ids: readonly string[],
  { id, passages }: CountedSource,
): readonly TaggedPassage[] {
  return tags.passagesOf(kind, ids, id).filter(({ passage, strength, isAsGroup }) => {
    const belongs = kind === 'topic' ? strength === 'about' : !isAsGroup;
    return belongs && isParagraph(passages, passage);
  });
}

/** Tags may still be those of a longer document that has just been replaced. */
function isParagraph(passages: CountedSource['passages'], at: number): boolean {
  const passage = passages[at];
  return passage !== undefined && !passage.isHeading;
}

/**
 * How many passages belong to each subject, over all sources: see `passagesOfSubject`. A source is
 * counted once as long as its tags stay the same.
 */
export class SubjectCounts {
  private readonly bySource = new Map<string, Counted>();
  private readonly totals = new Map<string, number>();
  private changes = 0;
  /** For each topic itself and those above it. */
  private readonly above = new Map<string, readonly string[]>();

  constructor(readonly catalog: Catalog) {}

  /** Another number whenever something is counted otherwise. */
  get version(): number {
    return this.changes;
  }

  /** Counts the tags that a source has now; does nothing where they are the ones that it had. */
  update(source: CountedSource, tags: SourceTags | undefined): void {
    const { id, passages } = source;
    const before = this.bySource.get(id);
    if (tags === undefined) {
      this.remove(id);
    } else if (before?.tags !== tags || before.passages !== passages) {
      this.remove(id);
      this.changes += 1;
      const counts = this.count(tags, passages);
      this.bySource.set(id, { tags, passages, counts });
      this.add(counts, 1);
    }
  }

  remove(source: string): void {
    const counted = this.bySource.get(source);
    if (counted) {
      this.changes += 1;
      this.add(counted.counts, -1);
      this.bySource.delete(source);
    }
  }

  /** How many passages belong to a subject, in all sources or in one. */
  of(subject: Subject, source?: string): number {
    const counts = source === undefined ? this.totals : this.bySource.get(source)?.counts;
    return counts?.get(subjectKey(subject)) ?? 0;
  }

  /** The sources that have been counted. */
  get sources(): readonly string[] {
    return [...this.bySource.keys()];
  }

  private add(counts: ReadonlyMap<string, number>, sign: 1 | -1): void {
    for (const [key, count] of counts) {
      this.totals.set(key, (this.totals.get(key) ?? 0) + sign * count);
    }
  }

  private count(
    { lists, size }: SourceTags,
    passages: CountedSource['passages'],
  ): ReadonlyMap<string, number> {
    const { starts, subjects, subjectOf, flags } = lists;
    const keys = subjects.map(({ kind, id }) => {
      switch (kind) {
        case 'topic':
          return this.keysAbove(id);
        case 'partner':
          return [subjectKey({ kind, id })];
        case 'term':
          return [];
      }
    });
    const counts = new Map<string, number>();
    const lastPassage = new Map<string, number>();
    for (let passage = 0; passage < size; passage += 1) {
      if (!isParagraph(passages, passage)) {
        continue;
      }
      for (let tag = starts[passage] ?? 0; tag < (starts[passage + 1] ?? 0); tag += 1) {
        const subject = itemAt(subjectOf, tag);
        const flag = itemAt(flags, tag);
        const belongs =
          subjects[subject]?.kind === 'topic' ? flag & ABOUT : (flag & AS_GROUP) === 0;
        for (const key of belongs ? itemAt(keys, subject) : []) {
          if (lastPassage.get(key) !== passage) {
            lastPassage.set(key, passage);
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
        }
      }
    }
    return counts;
  }

  private keysAbove(topic: string): readonly string[] {
    const known = this.above.get(topic);
    if (known) {
      return known;
    }
    const ids = new Set<string>();
    for (let id: string | undefined = topic; id !== undefined && !ids.has(id);) {
      ids.add(id);
      id = this.catalog.get('topic', id)?.parent;
    }
    const keys = [...ids].map((id) => subjectKey({ kind: 'topic', id }));
    this.above.set(topic, keys);
    return keys;
  }
}

interface Counted {
  readonly tags: SourceTags;
  readonly passages: CountedSource['passages'];
  readonly counts: ReadonlyMap<string, number>;
}
