import type { Catalog } from '../packs/catalog';
import type { IndexedSource } from '../search/libraryIndex';
import type { KnownTerm } from '../terms/knownTerm';
import { plainProse } from '../note/prose';
import { TermSet } from '../terms/termSet';
import type { PartnerId, TermId, TopicId } from '../model';
import { runAtOnce } from '../../util/slices';
import type { SourceTags } from './sourceTags';
import { TagListsBuilder } from './tagListsBuilder';

/** A document that is tagged: one of the library's, or of the query door's. */
export type TaggableDocument = Pick<
  IndexedSource,
  'title' | 'issued' | 'passages' | 'headingsOf' | 'textOf'
>;

/** What passages are tagged with. */
export interface TagKnowledge {
  readonly catalog: Catalog;
  /** Every term of packs and glossaries. */
  readonly terms: readonly KnownTerm[];
}

/** Tags documents with what packs and glossaries know. Immutable. */
export class Tagger {
  private readonly terms: TermSet;

  constructor({ terms }: TagKnowledge) {
    this.terms = new TermSet(terms);
  }

  /** Made in slices: yields for `runInSlices`. */
  static *inSlices(knowledge: TagKnowledge): Generator<undefined, Tagger> {
    const tagger = new Tagger(knowledge);
    yield* tagger.terms.prepare();
    return tagger;
  }

  /** The tags of a document's passages. */
  tag(document: TaggableDocument): SourceTags {
    return runAtOnce(this.tagInSlices(document));
  }

  /** The same for `runInSlices`. */
  *tagInSlices(document: TaggableDocument): Generator<undefined, SourceTags> {
    const builder = new TagListsBuilder();
    for (const passage of document.passages) {
      const prose = plainProse(document.textOf(passage));
      const found = this.terms.occurrencesIn(prose);
      const terms = new Set<TermId>(found.flatMap((occurrence) => occurrence.terms));
      const partners = new Set<string>();
      for (const id of terms) {
        const origin = this.terms.get(id)?.origin;
        if (origin?.kind === 'pack' && origin.term.partner) {
          partners.add(origin.term.partner);
        }
      }
      const tag = {
        strength: 'mentions' as const,
        weight: 0.5,
        why: [{ by: 'name' as const, wording: '?', place: 'text' as const }],
      };
      builder.add({
        partners: [...partners].map((id) => ({ id: id as PartnerId, isAsGroup: false, ...tag })),
        topics: [...terms].map((id) => ({ id: id as string as TopicId, ...tag })),
        terms: [...terms],
      });
      yield;
    }
    return builder.build();
  }
}
