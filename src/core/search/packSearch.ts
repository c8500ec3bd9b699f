import type { Catalog } from '../packs/catalog';
import { acceptedDocuments, isFoundAsGroup, type Narrowing } from './filters';
import { Highlighter, TextAnalyser, type AnalysedText } from './highlights';
import { Names } from './names';
import { indexPack, type PackDocument } from './packIndex';
import { PassageSearcher } from './passageSearcher';
import { wordsOfQuery } from './queryParser';
import type {
  Candidate,
  EngineRequest,
  EngineResults,
  EvidenceRequest,
  SearchEngine,
} from './searchEngine';
import { SentencePicker } from './sentencePicker';
import type { EntryHit, HitKind } from './searcher';
import type { Slot, Synonyms } from './slots';

/** What scores less than this share of the best only clutters the list. */
export const LEAST_SHARE = 0.05;

/** A name this near is a hit even when none of its words is. */
const CLOSE = 0.6;

/** Searches the entries of all packs. */
export class PackSearch implements SearchEngine {
  private readonly documents: readonly PackDocument[];
  private readonly passages: PassageSearcher;
  private readonly names: Names;
  private readonly analyser: TextAnalyser;
  private readonly analysed: (readonly AnalysedText[])[] = [];

  constructor(catalog: Catalog, synonyms: Synonyms) {
    const { documents, index } = indexPack(catalog);
    this.documents = documents;
    this.analyser = new TextAnalyser(index.vocabulary);
    this.passages = new PassageSearcher(index, synonyms);
    this.names = new Names(
      documents.flatMap(({ kind, title, aliases }, owner) =>
        isPlace(kind) ? [title, ...aliases].map((text) => ({ text, owner })) : [],
      ),
    );
  }

  find({ query, narrowing, kinds }: EngineRequest): EngineResults {
    const accepts = this.accepted(narrowing, kinds);
    const found = this.passages.find(query, accepts, this.documents.length);
    const least = (found.passages[0]?.score ?? 0) * LEAST_SHARE;
    const passages = found.passages.filter(({ score }) => score >= least);
    const scores = new Map(passages.map(({ passage, score }) => [passage, score]));
    const hitOf = this.hitMaker(found.slots);
    const isAsGroup = this.groupTest(narrowing);
    const texts = passages
      .filter(({ passage }) => this.documents[passage]?.kind === 'excerpt')
      .map(({ passage, score }) => ({
        score,
        isAsGroup: isAsGroup(passage),
        hit: hitOf(passage),
      }));
    const closeness = new Map(
      this.names
        .find(wordsOfQuery(query))
        .filter(({ owner, closeness: near }) => scores.has(owner) || near >= CLOSE)
        .filter(({ owner }) => accepts?.[owner] !== 0)
        .map((match) => [match.owner, match.closeness]),
    );
    const places = [...new Set([...scores.keys(), ...closeness.keys()])]
      .filter((document) => this.documents[document]?.kind !== 'excerpt')
      .sort((a, b) => a - b)
      .map((document) => ({
        score: scores.get(document) ?? 0,
        isAsGroup: isAsGroup(document),
        hit: hitOf(document),
        closeness: closeness.get(document) ?? 0,
      }));
    return { texts, places };
  }

  bearOn({ sentence, query, narrowing, limit }: EvidenceRequest): readonly Candidate[] {
    const accepts = this.accepted(narrowing, ['excerpt']);
    const { passages, slots } = this.passages.bearOn(sentence, query, accepts, limit);
    const hitOf = this.hitMaker(slots, new SentencePicker(slots));
    return passages.map(({ passage, score }) => ({ score, hit: hitOf(passage) }));
  }

  all({ query, narrowing, kinds }: EngineRequest): readonly Candidate[] {
    const hitOf = this.hitMaker([]);
    const isAsGroup = this.groupTest(narrowing);
    const accepts = this.passages.narrow(query, this.accepted(narrowing, kinds));
    return this.documents.flatMap((_, document) =>
      accepts?.[document] === 0
        ? []
        : [{ score: 1, isAsGroup: isAsGroup(document), hit: hitOf(document) }],
    );
  }

  nearest(words: readonly string[], kinds: readonly HitKind[] | undefined): readonly string[] {
    return this.names
      .findDistant(words)
      .filter(({ owner }) => kinds?.includes(this.documents[owner]!.kind) ?? true)
      .map(({ text }) => text);
  }

  private accepted(
    narrowing: Narrowing,
    kinds: readonly HitKind[] | undefined,
  ): Uint8Array | undefined {
    const accepts = acceptedDocuments(this.documents, narrowing);
    return kinds === undefined
      ? accepts
      : Uint8Array.from(this.documents, ({ kind }, document) =>
          kinds.includes(kind) ? (accepts?.[document] ?? 1) : 0,
        );
  }

  private groupTest(narrowing: Narrowing): (document: number) => boolean {
    return (document) => isFoundAsGroup(this.documents[document]!, narrowing);
  }

  /** Makes hits in which the places of `slots` are marked. */
  private hitMaker(
    slots: readonly Slot[],
    picker?: SentencePicker,
  ): (document: number) => Candidate['hit'] {
    const highlighter = new Highlighter(slots);
    return (document) => (score) => this.hit(document, score, highlighter, picker);
  }

  private hit(
    document: number,
    score: number,
    highlighter: Highlighter,
    picker: SentencePicker | undefined,
  ): EntryHit {
    const { kind, id, title, text, citation } = this.documents[document]!;
    const analysed = this.analyse(document);
    const [inTitle = [], inText = []] = highlighter.spans(analysed);
    const [, ofText] = analysed;
    return {
      kind,
      id,
      title,
      text,
      ...citation,
      score,
      highlights: { title: inTitle, text: inText },
      ...(picker && ofText && { sentence: picker.pick(text, ofText) }),
    };
  }

  /** The title and the text of a document, analysed once. */
  private analyse(document: number): readonly AnalysedText[] {
    const { title, text } = this.documents[document]!;
    return (this.analysed[document] ??= [title, text].map((part) => this.analyser.analyse(part)));
  }
}

/** Whether entries of that kind have names; headings and titles are texts, left to the passage index. */
function isPlace(kind: HitKind): boolean {
  return kind === 'term' || kind === 'partner' || kind === 'topic';
}
