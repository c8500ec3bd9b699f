import type { PassageTags, TagKind, TagReason } from './passageTags';
import { ABOUT, AS_GROUP, keyOf, MANNERS, PLACES, SourceTags, type TagSubject } from './sourceTags';

/** What tags of topics and of partners have in common, and what only the latter have. */
type AnyTag = Omit<PassageTags['topics'][number], 'id'> & {
  readonly id: string;
  readonly isAsGroup?: boolean;
};

/** Takes the tags of a source's passages, one after the other, and makes lists of them. */
export class TagListsBuilder {
  private readonly subjects: TagSubject[] = [];
  private readonly subjectNumbers = new Map<string, number>();
  private readonly wordings: string[] = [];
  private readonly wordingNumbers = new Map<string, number>();
  private readonly starts: number[] = [0];
  private readonly subjectOf: number[] = [];
  private readonly flags: number[] = [];
  private readonly weights: number[] = [];
  private readonly reasonStarts: number[] = [0];
  private readonly reasons: number[] = [];
  private readonly wordingOf: number[] = [];

  /** Adds the tags of the next passage. */
  add({ partners, topics, terms }: PassageTags): void {
    topics.forEach((tag) => this.addTag('topic', tag));
    partners.forEach((tag) => this.addTag('partner', tag));
    for (const id of terms) {
      this.addEntry('term', id, 0, 0, []);
    }
    this.starts.push(this.subjectOf.length);
  }

  build(): SourceTags {
    return new SourceTags({
      subjects: this.subjects,
      wordings: this.wordings,
      starts: Uint32Array.from(this.starts),
      subjectOf: Uint32Array.from(this.subjectOf),
      flags: Uint8Array.from(this.flags),
      weights: Uint8Array.from(this.weights),
      reasonStarts: Uint32Array.from(this.reasonStarts),
      reasons: Uint8Array.from(this.reasons),
      wordingOf: Uint32Array.from(this.wordingOf),
    });
  }

  private addTag(kind: TagKind, { id, strength, weight, why, isAsGroup }: AnyTag): void {
    const flags = (strength === 'about' ? ABOUT : 0) | (isAsGroup ? AS_GROUP : 0);
    this.addEntry(kind, id, flags, Math.round(255 * weight), why);
  }

  private addEntry(
    kind: TagKind,
    id: string,
    flags: number,
    weight: number,
    why: readonly TagReason[],
  ): void {
    this.subjectOf.push(
      numberOf(this.subjectNumbers, this.subjects, keyOf(kind, id), { kind, id }),
    );
    this.flags.push(flags);
    this.weights.push(weight);
    for (const { by, wording, place } of why) {
      this.reasons.push(MANNERS.indexOf(by) | (PLACES.indexOf(place) << 4));
      this.wordingOf.push(numberOf(this.wordingNumbers, this.wordings, wording, wording));
    }
    this.reasonStarts.push(this.reasons.length);
  }
}

/** The number of a thing in a list, to which it is added when it is new. */
function numberOf<T>(numbers: Map<string, number>, list: T[], key: string, thing: T): number {
  const known = numbers.get(key);
  if (known !== undefined) {
    return known;
  }
  numbers.set(key, list.length);
  return list.push(thing) - 1;
}
