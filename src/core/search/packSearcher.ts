import type { Catalog } from '../catalog/catalog';
import type { EntryKind } from '../model';
import { Filters, type Narrowing } from './filters';
import { analyseText, Highlighter, type AnalysedText } from './highlights';
import { mergeResults, type Candidate } from './merge';
import { Names } from './names';
import { indexPack, namesOf, type PackDocument } from './packIndex';
import type { PassageIndex } from './passageIndex';
import { PassageSearcher } from './passageSearcher';
import { parseQuery, type ParsedQuery } from './queryParser';
import { PLACE_WORDS, RELATED_WORDS, WORD_FORMS } from './relatedWords';
import type { FilterCompletion, Hit, Searcher, SearchOptions, SearchResponse } from './searcher';
import type { Slot } from './slots';
import { SynonymRings } from './synonyms';
import { EXPANSION } from './weights';

/**
 * Makes the searcher over the entries of all packs. Builds its indexes at once: some milliseconds
 * for the shipped pack.
 */
export function createPackSearcher(catalog: Catalog): Searcher {
  return new PackSearcher(catalog);
}

const DEFAULT_LIMIT = 20;
const MOST_NEAREST = 3;

/** What scores less than this share of the best only clutters the list. */
const LEAST_SHARE = 0.05;

/** A name this near is a hit even when none of its words is. */
const CLOSE = 0.6;

class PackSearcher implements Searcher {
  private readonly documents: readonly PackDocument[];
  private readonly index: PassageIndex;
  private readonly passages: PassageSearcher;
  private readonly names: Names;
  private readonly filters: Filters;
  private readonly analysed: (readonly AnalysedText[])[] = [];

  constructor(catalog: Catalog) {
    const { documents, index } = indexPack(catalog);
    this.documents = documents;
    this.index = index;
    this.passages = new PassageSearcher(index, synonymsOf(catalog));
    this.names = new Names(
      documents.flatMap(({ kind, title, aliases }, owner) =>
        isPlace(kind) ? [title, ...aliases].map((text) => ({ text, owner })) : [],
      ),
    );
    this.filters = new Filters(catalog, documents);
  }

  search(query: string, options: SearchOptions = {}): SearchResponse {
    const parsed = parseQuery(query);
    const narrowing = this.filters.narrow(parsed.filters);
    const accepts = this.ofKinds(narrowing.accepts, options.kinds);
    const { slots, ranked } = hasText(parsed)
      ? this.ranked(parsed, accepts)
      : { slots: [], ranked: narrowing.accepts ? this.all(parsed, accepts) : [] };
    const highlighter = new Highlighter(slots);
    const hits = ranked
      .slice(0, options.limit ?? DEFAULT_LIMIT)
      .map(({ document, score }) => this.hit(document, score, highlighter));
    return { hits, nearest: hits.length > 0 ? [] : this.nearest(parsed, narrowing, options.kinds) };
  }

  completeFilter(query: string, offset: number): readonly FilterCompletion[] {
    return this.filters.complete(query, offset);
  }

  private ranked(
    query: ParsedQuery,
    accepts: Uint8Array | undefined,
  ): { slots: readonly Slot[]; ranked: readonly Candidate[] } {
    const found = this.passages.find(query, accepts, this.documents.length);
    const least = (found.passages[0]?.score ?? 0) * LEAST_SHARE;
    const passages = found.passages.filter(({ score }) => score >= least);
    const scores = new Map(passages.map(({ passage, score }) => [passage, score]));
    const excerpts = passages
      .filter(({ passage }) => this.documents[passage]?.kind === 'excerpt')
      .map(({ passage, score }) => ({ document: passage, score }));
    const closeness = new Map(
      this.names
        .find(wordsOf(query))
        .filter(({ owner, closeness: near }) => scores.has(owner) || near >= CLOSE)
        .filter(({ owner }) => accepts?.[owner] !== 0)
        .map((match) => [match.owner, match.closeness]),
    );
    const places = [...new Set([...scores.keys(), ...closeness.keys()])]
      .filter((document) => this.documents[document]?.kind !== 'excerpt')
      .sort((a, b) => a - b)
      .map((document) => ({
        document,
        score: scores.get(document) ?? 0,
        closeness: closeness.get(document) ?? 0,
      }));
    return { slots: found.slots, ranked: mergeResults(excerpts, places) };
  }

  /** Every document that filters and exclusions let pass, in its own order. */
  private all(query: ParsedQuery, accepts: Uint8Array | undefined): readonly Candidate[] {
    const narrowed = this.passages.narrow(query, accepts);
    return this.documents.flatMap((_, document) =>
      narrowed?.[document] === 0 ? [] : [{ document, score: 1 }],
    );
  }

  private ofKinds(
    accepts: Uint8Array | undefined,
    kinds: readonly EntryKind[] | undefined,
  ): Uint8Array | undefined {
    return kinds === undefined
      ? accepts
      : Uint8Array.from(this.documents, ({ kind }, document) =>
          kinds.includes(kind) ? (accepts?.[document] ?? 1) : 0,
        );
  }

  private hit(document: number, score: number, highlighter: Highlighter): Hit {
    const { kind, id, title, text, citation } = this.documents[document]!;
    const [inTitle = [], inText = []] = highlighter.spans(this.analyse(document));
    return {
      kind,
      id,
      title,
      text,
      ...citation,
      score,
      highlights: { title: inTitle, text: inText },
    };
  }

  /** The title and the text of a document, analysed once. */
  private analyse(document: number): readonly AnalysedText[] {
    const { title, text } = this.documents[document]!;
    return (this.analysed[document] ??= [title, text].map((part) =>
      analyseText(part, this.index.vocabulary),
    ));
  }

  private nearest(
    query: ParsedQuery,
    { unknown }: Narrowing,
    kinds: readonly EntryKind[] | undefined,
  ): readonly string[] {
    const names = unknown
      ? this.filters.similar(unknown.key, unknown.value)
      : this.names
          .findDistant(wordsOf(query))
          .filter(({ owner }) => kinds?.includes(this.documents[owner]!.kind) ?? true)
          .map(({ text }) => text);
    return [...new Set(names)].slice(0, MOST_NEAREST);
  }
}

/** Whether entries of that kind have names; headings and titles are texts, left to the passage index. */
function isPlace(kind: EntryKind): boolean {
  return kind === 'term' || kind === 'partner' || kind === 'topic';
}

function hasText(query: ParsedQuery): boolean {
  return query.words.length + query.phrases.length > 0;
}

function wordsOf(query: ParsedQuery): readonly string[] {
  return [...query.phrases.flat(), ...query.words.map(({ word }) => word)];
}

/** The names of each term and partner, which find each other, and words that mean nearly the same. */
function synonymsOf(catalog: Catalog): SynonymRings {
  const synonyms = new SynonymRings();
  for (const entry of [...catalog.all('term'), ...catalog.all('partner')]) {
    synonyms.add(namesOf(entry), EXPANSION.synonym);
  }
  WORD_FORMS.forEach((words) => synonyms.add(words, EXPANSION.stem));
  PLACE_WORDS.forEach((words) => synonyms.add(words, EXPANSION.place));
  RELATED_WORDS.forEach((words) => synonyms.add(words.flatMap(formsOf), EXPANSION.related));
  return synonyms;
}

/** A word with those of its forms that no suffix rule finds ("began" of "begin"). */
function formsOf(word: string): readonly string[] {
  return [word, ...WORD_FORMS.filter((forms) => forms.includes(word)).flat()];
}
