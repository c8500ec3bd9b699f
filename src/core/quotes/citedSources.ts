import type { SourceId, Span } from '../model';
import { sentenceAround } from './citationFor';
import type { ReadCitation } from '../note/citations/citationsIn';
import { SAME_SOURCE } from '../note/citations/sameSource';
import type { Quotation } from '../note/quotations/quotation';
import type { QuotationCitation, UncheckableReason } from './quoteCheck';
import type { QuoteLibrary } from './quoteLibrary';
import { SourceNames } from './sourceNames';

/** What a citation means: sources of the library, and whether those can be compared. */
export interface Meaning {
  readonly citation: QuotationCitation;
  /** Those of its sources that can be compared. */
  readonly ready: readonly SourceId[];
  /** Why another of its sources, or the one it means, cannot be. */
  readonly missing?: UncheckableReason;
  /** It names its source by a key or a link, so that no other is meant. */
  readonly isExact: boolean;
}

/** Finds out which sources of a library the citations of notes mean. */
export class CitedSources {
  private readonly names: SourceNames;
  /** What citations mean that several quotations have near them. */
  private readonly meant = new Map<ReadCitation, readonly SourceId[]>();

  /** @param isIndexed whether a source's passages can be compared */
  constructor(
    private readonly library: QuoteLibrary,
    private readonly isIndexed: (id: SourceId) => boolean,
  ) {
    this.names = new SourceNames(library.sources);
  }

  /** Sources that the sentence around a quotation names without citing them. */
  namedAround(text: string, quotation: Quotation): readonly SourceId[] {
    const { sources, isCertain } = this.names.ofWords(sentenceAround(text, quotation));
    const ready = sources.filter((id) => this.isReady(id));
    return isCertain || ready.length === 1 ? ready : [];
  }

  /** Whether a citation may mean a source: it does, or nobody knows what it means. */
  mayMean(found: ReadCitation, source: SourceId): boolean {
    const sources =
      this.meant.get(found) ?? this.meaningOf(found, undefined)?.citation.sources ?? [];
    this.meant.set(found, sources);
    return sources.length === 0 || sources.includes(source);
  }

  /** Whether words name a source by its title or its authors. */
  isNamedIn(words: string, source: SourceId): boolean {
    return this.names.ofWords(words).sources.includes(source);
  }

  /** What a citation means; `undefined` for words that turn out to be none. */
  meaningOf(found: ReadCitation, previous: Meaning | undefined): Meaning | undefined {
    const { kind, keys, words, target, place, page, start, end } = found;
    const locators = place && { locator: place.locator, locatorSpan: spanOf(place) };
    if (SAME_SOURCE.test(words) && previous !== undefined) {
      const { sources, locator } = previous.citation;
      const same = locators ?? (locator === undefined ? {} : { locator });
      return { ...previous, citation: { span: { start, end }, sources, ...same } };
    }
    let isExact = keys.length > 0 || kind === 'link';
    let sources: readonly SourceId[];
    if (keys.length > 0) {
      sources = keys.flatMap(({ citekey }) =>
        this.names.ofCitekey(citekey, this.library.entry(citekey)),
      );
      if (sources.length === 0 && keys.every(({ isCertain }) => !isCertain)) {
        return undefined;
      }
    } else {
      sources = target === undefined ? [] : this.names.ofTarget(target);
      if (sources.length === 0) {
        sources = this.namedIn(words);
        if (sources.length === 0 && found.nameBefore !== undefined) {
          sources = this.namedIn(`${found.nameBefore} ${words}`);
        }
        isExact = false;
      }
      if (sources.length === 0 && !looksLikeCitation(words, kind)) {
        // "(p. 12)": a place in whatever the quotation is from.
        const isPlace = place !== undefined && kind === 'words' && namesOnly(words, place.locator);
        return isPlace
          ? { citation: { span: { start, end }, sources, ...locators }, ready: [], isExact: false }
          : undefined;
      }
    }
    const citation = {
      span: { start, end },
      sources,
      ...locators,
      ...(page !== undefined && { page }),
    };
    const ready = sources.filter((id) => this.isReady(id));
    const missing =
      sources.length === 0
        ? ('not in library' as const)
        : sources.map((id) => this.stateOf(id)).find((state) => state !== undefined);
    return { citation, ready, isExact, ...(missing && { missing }) };
  }

  private namedIn(words: string): readonly SourceId[] {
    const { sources, isCertain } = this.names.ofWords(words);
    return isCertain || sources.length === 1 ? sources : [];
  }

  private isReady(id: SourceId): boolean {
    return this.stateOf(id) === undefined;
  }

  /** Why a source cannot be compared; `undefined` when it can. */
  private stateOf(id: SourceId): UncheckableReason | undefined {
    if (this.isIndexed(id)) {
      return undefined;
    }
    const state = this.library.sources.find((source) => source.id === id)?.state;
    return state === 'unreadable' ? 'unreadable' : 'not read yet';
  }
}

const YEAR = String.raw`(?:1[5-9]|20)\d\d[a-z]?`;
/** "Galic 2024", "(see Galic and Lee, 2024, p. 3)". */
const AUTHOR_AND_YEAR = new RegExp(
  String.raw`^\W{0,100}(?:see |cf\. |e\.g\.,? )?\p{Lu}[\p{L}’'-]+(?:(?:,| and| &| et al\.?,?)? (?:\p{Lu}[\p{L}’'-]+|${YEAR})){0,6},? ?\(?${YEAR}\b`,
  'u',
);
const IN_NOTE = new RegExp(
  String.raw`\b${YEAR}\b|(?<![\p{L}])(?:pp?|paras?)\. ?\d|https?:|doi\b`,
  'iu',
);

/** Whether words that name no source of the library name one all the same. */
function looksLikeCitation(words: string, kind: ReadCitation['kind']): boolean {
  switch (kind) {
    case 'key':
      return true;
    case 'note':
      return IN_NOTE.test(words) || SAME_SOURCE.test(words);
    case 'words':
      return AUTHOR_AND_YEAR.test(words);
    case 'link':
      return false;
  }
}

/** Whether words say a place and nothing else. */
function namesOnly(words: string, locator: string): boolean {
  return /^[\s,.;:]*(?:(?:at|see|on) [\s,.;:]*)?$/i.test(words.replace(locator, ''));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
