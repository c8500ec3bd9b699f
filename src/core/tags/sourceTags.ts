import { itemAt } from '../../util/defined';
import type { PartnerId, TermId, TopicId } from '../model';
import type { PassageTags, TagKind, TagReason, TagStrength } from './passageTags';

export const KINDS = ['topic', 'partner', 'term'] as const satisfies readonly TagKind[];
export const MANNERS = [
  'name',
  'adjective',
  'capital',
  'leader',
  'body',
  'group',
  'query',
] as const satisfies readonly TagReason['by'][];
export const PLACES = ['text', 'heading', 'title'] as const satisfies readonly TagReason['place'][];

/** Bits of `TagLists.flags`. */
export const ABOUT = 1;
export const AS_GROUP = 2;

/** Marks a passage that has something. */
const HAS = 2;

/** How many passages have something. */
export interface TagCount {
  /** In either strength. */
  readonly all: number;
  readonly about: number;
}

/** Something that tags of a source name. */
export interface TagSubject {
  readonly kind: TagKind;
  readonly id: string;
}

/** The tags of a source as lists of numbers, since a library has some million. */
export interface TagLists {
  readonly subjects: readonly TagSubject[];
  readonly wordings: readonly string[];
  /** Where the tags of each passage begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Of each tag: the number of its subject. */
  readonly subjectOf: Uint32Array;
  readonly flags: Uint8Array;
  /** Of each tag: 255 times its weight. */
  readonly weights: Uint8Array;
  /** Where the reasons of each tag begin; one more at the end. */
  readonly reasonStarts: Uint32Array;
  /** Of each reason: the number of its manner, and 16 times that of its place. */
  readonly reasons: Uint8Array;
  /** Of each reason: the number of its wording. */
  readonly wordingOf: Uint32Array;
}

/** A passage of a source that has something. */
export interface TaggedPassage {
  /** Its number among the passages of its source, headings counted, from 0. */
  readonly passage: number;
  readonly strength: TagStrength;
  readonly weight: number;
  /** A partner is named only as a member of a group. */
  readonly isAsGroup: boolean;
}

/** The tags of all passages of one source. Immutable. */
export class SourceTags {
  private readonly numbers: ReadonlyMap<string, number>;
  /** For each subject the tags that name it, found when one is first asked for. */
  private bySubject: readonly Uint32Array[] | undefined;
  private passageOfTag: Uint32Array | undefined;

  constructor(readonly lists: TagLists) {
    this.numbers = new Map(lists.subjects.map(({ kind, id }, at) => [keyOf(kind, id), at]));
  }

  /** How many passages the source has, headings counted. */
  get size(): number {
    return this.lists.starts.length - 1;
  }

  /** What its passages name, in no order that means anything. */
  get subjects(): readonly TagSubject[] {
    return this.lists.subjects;
  }

  /** The tags of a passage, by its number from 0. */
  at(passage: number): PassageTags {
    const { starts, subjects, subjectOf, flags } = this.lists;
    const partners: PassageTags['partners'][number][] = [];
    const topics: PassageTags['topics'][number][] = [];
    const terms: TermId[] = [];
    for (let tag = starts[passage] ?? 0; tag < (starts[passage + 1] ?? 0); tag += 1) {
      const { kind, id } = itemAt(subjects, itemAt(subjectOf, tag));
      if (kind === 'term') {
        terms.push(id as TermId);
      } else if (kind === 'topic') {
        topics.push({ id: id as TopicId, ...this.tagAt(tag) });
      } else {
        const isAsGroup = (itemAt(flags, tag) & AS_GROUP) !== 0;
        partners.push({ id: id as PartnerId, isAsGroup, ...this.tagAt(tag) });
      }
    }
    return { partners, topics, terms };
  }

  /** Whether a passage has a topic, a partner or a term, in either strength. */
  has(kind: TagKind, id: string, passage: number): boolean {
    const number = this.numbers.get(keyOf(kind, id));
    const { starts, subjectOf } = this.lists;
    if (number !== undefined) {
      for (let tag = starts[passage] ?? 0; tag < (starts[passage + 1] ?? 0); tag += 1) {
        if (subjectOf[tag] === number) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many passages have one of these, and how many of them are about one. */
  count(kind: TagKind, ids: readonly string[]): TagCount {
    const marks = new Uint8Array(this.size);
    let all = 0;
    let about = 0;
    for (const id of ids) {
      for (const tag of this.tagsOf(kind, id)) {
        const passage = itemAt(this.passagesOfTags, tag);
        const before = itemAt(marks, passage);
        const after = before | HAS | (itemAt(this.lists.flags, tag) & ABOUT);
        all += before === 0 ? 1 : 0;
        about += (after & ABOUT) - (before & ABOUT);
        marks[passage] = after;
      }
    }
    return { all, about };
  }

  /** The passages that have it, best first: those about it, then the heavier, then the earlier. */
  passagesOf(kind: TagKind, id: string): readonly TaggedPassage[] {
    const { flags, weights } = this.lists;
    return Array.from(this.tagsOf(kind, id), (tag) => ({
      passage: itemAt(this.passagesOfTags, tag),
      strength: strengthOf(itemAt(flags, tag)),
      weight: itemAt(weights, tag) / 255,
      isAsGroup: (itemAt(flags, tag) & AS_GROUP) !== 0,
    })).sort(compareTagged);
  }

  /** The numbers of the passages that have it, ascending. */
  passageNumbers(kind: TagKind, id: string): Uint32Array {
    return this.tagsOf(kind, id).map((tag) => itemAt(this.passagesOfTags, tag));
  }

  private tagAt(tag: number): Omit<PassageTags['topics'][number], 'id'> {
    const { flags, weights, reasonStarts, reasons, wordings, wordingOf } = this.lists;
    const why: TagReason[] = [];
    for (let at = itemAt(reasonStarts, tag); at < itemAt(reasonStarts, tag + 1); at += 1) {
      const reason = itemAt(reasons, at);
      why.push({
        by: itemAt(MANNERS, reason & 15),
        wording: itemAt(wordings, itemAt(wordingOf, at)),
        place: itemAt(PLACES, reason >> 4),
      });
    }
    return { strength: strengthOf(itemAt(flags, tag)), weight: itemAt(weights, tag) / 255, why };
  }

  private get passagesOfTags(): Uint32Array {
    if (this.passageOfTag === undefined) {
      const { starts, subjectOf } = this.lists;
      this.passageOfTag = new Uint32Array(subjectOf.length);
      for (let passage = 0; passage < this.size; passage += 1) {
        this.passageOfTag.fill(passage, starts[passage], starts[passage + 1]);
      }
    }
    return this.passageOfTag;
  }

  private tagsOf(kind: TagKind, id: string): Uint32Array {
    const number = this.numbers.get(keyOf(kind, id));
    if (number === undefined) {
      return new Uint32Array();
    }
    this.bySubject ??= tagsBySubject(this.lists);
    return itemAt(this.bySubject, number);
  }
}

/** Orders passages of one source that have the same, best first. */
export function compareTagged(one: TaggedPassage, other: TaggedPassage): number {
  return (
    Number(other.strength === 'about') - Number(one.strength === 'about') ||
    other.weight - one.weight ||
    one.passage - other.passage
  );
}

function strengthOf(flags: number): TagStrength {
  return flags & ABOUT ? 'about' : 'mentions';
}

/** Ids may hold anything but a line break. */
export function keyOf(kind: TagKind, id: string): string {
  return `${kind}\n${id}`;
}

function tagsBySubject({ subjects, subjectOf }: TagLists): readonly Uint32Array[] {
  const counts = new Uint32Array(subjects.length);
  subjectOf.forEach((subject) => (counts[subject] = itemAt(counts, subject) + 1));
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  const filled = counts.fill(0);
  subjectOf.forEach((subject, tag) => {
    const at = itemAt(filled, subject);
    itemAt(lists, subject)[at] = tag;
    filled[subject] = at + 1;
  });
  return lists;
}
