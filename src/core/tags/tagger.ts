import { itemAt } from '../../util/defined';
import { runAtOnce } from '../../util/slices';
import type { PartnerId, Source } from '../model';
import { plainProse } from '../note/prose';
import type { Catalog } from '../packs/catalog';
import type { IndexedSource } from '../search/libraryIndex';
import type { KnownTerm } from '../terms/knownTerm';
import type { Occurrence } from '../terms/occurrence';
import type { DocumentYears } from './actorCues';
import { Cues } from './cues';
import { partnerTags } from './partnerTagging';
import {
  actorHits,
  leadersIn,
  termsIn,
  type ActorHit,
  type DocumentContext,
  type FoundText,
} from './passageCues';
import type { PassageTags } from './passageTags';
import type { SourceTags } from './sourceTags';
import { TagListsBuilder } from './tagListsBuilder';
import { signsIn, topicTags, type Above, type SignText } from './topicTagging';

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

/** UTF-16 units of passages that are searched at a time: some milliseconds. */
const CHUNK = 24_000;
/** Passages whose tags are made between two places where the work may be interrupted. */
const PASSAGES_AT_ONCE = 24;

const BETWEEN_PASSAGES = '\n\n';

/** Tags documents with what packs and glossaries know. Immutable. */
export class Tagger {
  private constructor(
    private readonly cues: Cues,
    private readonly catalog: Catalog,
  ) {}

  /** Made at one go. */
  static of(knowledge: TagKnowledge): Tagger {
    return runAtOnce(Tagger.inSlices(knowledge));
  }

  /** The same for `runInSlices`. */
  static *inSlices(knowledge: TagKnowledge): Generator<undefined, Tagger> {
    return new Tagger(yield* Cues.inSlices(knowledge), knowledge.catalog);
  }

  /** The tags of a document's passages. */
  tag(document: TaggableDocument): SourceTags {
    return runAtOnce(this.tagInSlices(document));
  }

  /** The same for `runInSlices`. */
  *tagInSlices(document: TaggableDocument): Generator<undefined, SourceTags> {
    const { passages } = document;
    const above = new TextsAbove(this, document);
    const found: FoundText[] = [];
    while (found.length < passages.length) {
      found.push(...this.findNext(document, found.length));
      yield;
    }
    const leaders = [above.title, ...found].flatMap((text) => leadersIn(text, this.cues));
    const context = { years: yearsOf(document.issued), leaders: new Set(leaders) };
    const builder = new TagListsBuilder();
    for (const [at, passage] of passages.entries()) {
      if (at % PASSAGES_AT_ONCE === PASSAGES_AT_ONCE - 1) {
        yield;
      }
      builder.add(this.tagPassage(itemAt(found, at), above.of(passage, context), context));
    }
    return builder.build();
  }

  /** What the matcher finds in a text. */
  find(text: string): FoundText {
    return { text, found: this.cues.matcher.allOccurrences(plainProse(text)) };
  }

  /** The actors that a text names, and its signs. */
  read(found: FoundText, context: DocumentContext): ReadText {
    const hits = actorHits(found, this.cues, context);
    const groupsOf = (id: PartnerId) => this.catalog.groupsOfPartner(id).map((group) => group.id);
    return { text: found.text, hits, signs: signsIn(found, hits, groupsOf, this.cues) };
  }

  private tagPassage(found: FoundText, above: AbovePassage, context: DocumentContext): PassageTags {
    const passage = this.read(found, context);
    const membersOf = (id: PartnerId) => this.catalog.get('partner', id)?.members ?? [];
    return {
      partners: partnerTags(passage.text, passage.hits, membersOf, above.partners),
      topics: topicTags(passage, above, this.cues),
      terms: termsIn(found, this.cues),
    };
  }

  /** What is found in the next passages: in one search, since each takes its time to begin. */
  private findNext({ passages, textOf }: TaggableDocument, first: number): readonly FoundText[] {
    const texts: string[] = [];
    for (let at = first, length = 0; at < passages.length && length < CHUNK; at += 1) {
      const text = textOf(itemAt(passages, at));
      texts.push(text);
      length += text.length + BETWEEN_PASSAGES.length;
    }
    const { found } = this.find(texts.join(BETWEEN_PASSAGES));
    let next = 0;
    let start = 0;
    return texts.map((text) => {
      const own: Occurrence[] = [];
      const end = start + text.length;
      for (; next < found.length && itemAt(found, next).start < end; next += 1) {
        const occurrence = itemAt(found, next);
        if (occurrence.end <= end) {
          own.push({
            start: occurrence.start - start,
            end: occurrence.end - start,
            terms: occurrence.terms,
          });
        }
      }
      start = end + BETWEEN_PASSAGES.length;
      return { text, found: own };
    });
  }
}

interface ReadText extends SignText {
  readonly hits: readonly ActorHit[];
}

/** What stands above a passage, and the actors that its headings name. */
interface AbovePassage extends Above {
  readonly partners: ReadonlySet<PartnerId>;
}

/** The title and the headings of a document, each looked at once. */
class TextsAbove {
  readonly title: FoundText;
  private readonly known = new Map<string, ReadText>();

  constructor(
    private readonly tagger: Tagger,
    private readonly document: TaggableDocument,
  ) {
    this.title = tagger.find(document.title);
  }

  of(passage: TaggableDocument['passages'][number], context: DocumentContext): AbovePassage {
    const headings = this.document.headingsOf(passage).map((text) => this.read(text, context));
    const partners = new Set(headings.flatMap(({ hits }) => hits.map(({ cue }) => cue.partner)));
    return { title: this.read(this.document.title, context), headings, partners };
  }

  private read(text: string, context: DocumentContext): ReadText {
    const known = this.known.get(text) ?? this.tagger.read(this.tagger.find(text), context);
    this.known.set(text, known);
    return known;
  }
}

/** The years in which a document was issued; `undefined` when it does not say. */
function yearsOf(issued: Source['issued']): DocumentYears | undefined {
  const years = (issued?.['date-parts'] ?? []).flatMap(([year]) =>
    year === undefined ? [] : [String(year).padStart(4, '0')],
  );
  const [first] = years;
  return first === undefined ? undefined : { first, last: years.at(-1) ?? first };
}
