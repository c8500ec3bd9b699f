import { spanOfIssued } from './dateSpans';
import type { FilterValue } from './filterValues';
import { isBetween, type Constraint, type Narrowing } from './filters';
import { Highlighter, TextAnalyser, type AnalysedText } from './highlights';
import type { IndexedSource, LibraryContents } from './libraryIndex';
import type { LibraryTags } from './libraryTags';
import { Names } from './names';
import { PassageNumbers } from './passageNumbers';
import { PassageSearcher } from './passageSearcher';
import type {
  Candidate,
  EngineRequest,
  EngineResults,
  EvidenceRequest,
  SearchEngine,
} from './searchEngine';
import { SentencePicker } from './sentencePicker';
import type { HitKind, PassageHit } from './searcher';
import { phraseWords } from './signWords';
import type { Slot, Synonyms } from './slots';

/** So many titles are compared with a query that finds nothing. */
const MOST_TITLES = 2000;

/** So many passages are kept with their words looked up, which takes some kilobytes each. */
const MOST_ANALYSED = 256;

/** Searches the passages of one state of a library. */
export class LibrarySearch implements SearchEngine {
  private readonly passages: PassageSearcher;
  private readonly analyser: TextAnalyser;
  private readonly analysed = new Map<number, readonly AnalysedText[]>();
  private readonly numbers: PassageNumbers;
  private names: Names | undefined;
  /** For each passage, 1 when it is no heading. */
  private paragraphs: Uint8Array | undefined;

  constructor(
    private readonly contents: LibraryContents,
    synonyms: Synonyms,
    private readonly tags?: LibraryTags,
  ) {
    this.passages = new PassageSearcher(contents.index, synonyms);
    this.analyser = new TextAnalyser(contents.index.vocabulary);
    this.numbers = new PassageNumbers(contents.sources);
  }

  find({ query, narrowing, kinds, limit }: EngineRequest): EngineResults {
    if (!isWanted(kinds)) {
      return { texts: [], places: [] };
    }
    const { passages, slots } = this.passages.find(query, this.accepted(narrowing), limit);
    const hitOf = this.hitMaker(slots);
    return {
      texts: passages.map(({ passage, score, relevance }) => ({
        ...this.candidate(passage, hitOf),
        score,
        relevance,
      })),
      places: [],
    };
  }

  bearOn({ sentence, query, narrowing, limit }: EvidenceRequest): readonly Candidate[] {
    const accepts = this.withoutHeadings(this.accepted(narrowing));
    const { passages, slots } = this.passages.bearOn(sentence, query, accepts, limit);
    const hitOf = this.hitMaker(slots, new SentencePicker(slots));
    return passages.map(({ passage, score }) => ({ ...this.candidate(passage, hitOf), score }));
  }

  all({ query, narrowing, kinds, limit }: EngineRequest): readonly Candidate[] {
    if (!isWanted(kinds)) {
      return [];
    }
    const hitOf = this.hitMaker([]);
    const accepts = this.passages.narrow(query, this.accepted(narrowing));
    const found: Candidate[] = [];
    for (
      let passage = 0;
      passage < this.contents.index.size && found.length < limit;
      passage += 1
    ) {
      if (accepts?.[passage] !== 0) {
        found.push(this.candidate(passage, hitOf));
      }
    }
    return found;
  }

  /** Titles of documents. */
  nearest(words: readonly string[], kinds: readonly HitKind[] | undefined): readonly string[] {
    if (!isWanted(kinds)) {
      return [];
    }
    const { sources } = this.contents;
    this.names ??= new Names(
      sources.slice(0, MOST_TITLES).map(({ title }, owner) => ({ text: title, owner })),
    );
    return this.names.findDistant(words).map(({ text }) => text);
  }

  /** Makes hits in which the places of `slots` are marked. */
  private hitMaker(
    slots: readonly Slot[],
    picker?: SentencePicker,
  ): (passage: number) => Candidate['hit'] {
    const highlighter = new Highlighter(slots);
    return (passage) => (score) => this.hit(passage, score, highlighter, picker);
  }

  private candidate(number: number, hitOf: (passage: number) => Candidate['hit']): Candidate {
    return { score: 1, passageOf: this.numbers.at(number).source.id, hit: hitOf(number) };
  }

  private hit(
    number: number,
    score: number,
    highlighter: Highlighter,
    picker: SentencePicker | undefined,
  ): PassageHit {
    const { source, passage } = this.numbers.at(number);
    const { title } = source;
    const text = source.textOf(passage);
    const analysed = this.analyse(number, [title, text]);
    const [inTitle = [], inText = []] = highlighter.spans(analysed);
    const [, ofText] = analysed;
    return {
      kind: 'passage',
      id: passage.id,
      title,
      text,
      source: source.id,
      locator: passage.locator,
      headings: source.headingsOf(passage),
      ...(passage.page !== undefined && { page: passage.page }),
      score,
      highlights: { title: inTitle, text: inText },
      ...(picker && ofText && { sentence: picker.pick(text, ofText) }),
    };
  }

  /** Keeps what it did, since one keystroke mostly finds what the last one found. */
  private analyse(number: number, texts: readonly string[]): readonly AnalysedText[] {
    const known = this.analysed.get(number);
    if (known) {
      return known;
    }
    if (this.analysed.size >= MOST_ANALYSED) {
      this.analysed.clear();
    }
    const analysed = texts.map((text) => this.analyser.analyse(text));
    this.analysed.set(number, analysed);
    return analysed;
  }

  private withoutHeadings(accepts: Uint8Array | undefined): Uint8Array {
    this.paragraphs ??= Uint8Array.from(
      this.contents.sources.flatMap(({ passages }) => passages),
      ({ isHeading }) => (isHeading ? 0 : 1),
    );
    return accepts?.map((accepted, at) => accepted & this.paragraphs![at]!) ?? this.paragraphs;
  }

  /** For each passage, 1 when it passes; `undefined` when all do. */
  private accepted({ constraints, unknown }: Narrowing): Uint8Array | undefined {
    const { size } = this.contents.index;
    if (unknown) {
      return new Uint8Array(size);
    }
    if (constraints.length === 0) {
      return undefined;
    }
    const accepts = new Uint8Array(size).fill(1);
    for (const constraint of constraints) {
      const having = this.having(constraint);
      const wanted = constraint.having ? 1 : 0;
      for (let passage = 0; passage < size; passage += 1) {
        accepts[passage]! &= having[passage] === wanted ? 1 : 0;
      }
    }
    return accepts;
  }

  /**
   * For each passage, 1 when it has what is asked for. A topic or partner is had by a passage that is
   * tagged with it; where no tags are known yet, by one that holds one of its names.
   */
  private having(constraint: Constraint): Uint8Array {
    switch (constraint.key) {
      case 'date':
        return this.ofSources(({ issued }) => {
          const date = spanOfIssued(issued);
          return date !== undefined && isBetween(date, constraint.between);
        });
      case 'source': {
        const ids = new Set(constraint.values.map(({ id }) => id));
        return this.ofSources(({ id }) => ids.has(id));
      }
      case 'kind': {
        const isAsked = constraint.values.some(({ id }) => id === 'passage');
        return this.ofSources(() => isAsked);
      }
      case 'topic':
      case 'partner':
        return this.tagged(constraint.key, constraint.values);
    }
  }

  private tagged(key: 'topic' | 'partner', values: readonly FilterValue[]): Uint8Array {
    const ids = values.flatMap((value) => value.ids);
    const having = new Uint8Array(this.contents.index.size);
    let named: Uint8Array | undefined;
    this.contents.sources.forEach(({ id, passages }, at) => {
      const { from, to } = this.numbers.range(at);
      const found = this.tags?.passagesWith(key, ids, id);
      if (found === undefined) {
        named ??= this.passages.holdingAny(
          values.flatMap(({ names }) => names.map((name) => phraseWords(name))),
        );
        having.set(named.subarray(from, to), from);
      }
      for (const passage of found ?? []) {
        // Tags may still be those of a longer document that has just been replaced.
        if (passage < passages.length) {
          having[from + passage] = 1;
        }
      }
    });
    return having;
  }

  private ofSources(test: (source: IndexedSource) => boolean): Uint8Array {
    const having = new Uint8Array(this.contents.index.size);
    this.contents.sources.forEach((source, at) => {
      if (test(source)) {
        const { from, to } = this.numbers.range(at);
        having.fill(1, from, to);
      }
    });
    return having;
  }
}

function isWanted(kinds: readonly HitKind[] | undefined): boolean {
  return kinds?.includes('passage') ?? true;
}
