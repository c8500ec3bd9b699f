import { lettersOf } from '../library/normalise';
import type { SourceId, Span } from '../model';
import { zonesOf } from '../terms/zones';
import { citationFor, sentenceAround } from './citationFor';
import { differencesOf } from './differences';
import { noteCitations, type NoteCitation } from './noteCitations';
import { placeOf, standsAt } from './places';
import { findQuotations } from './quotationsIn';
import type { Quotation } from './quotation';
import { quotedParts, type QuotedPart } from './quotedParts';
import type { QuotationCitation, QuoteCheck, QuotedPlace, UncheckableReason } from './quoteCheck';
import type { QuoteLibrary } from './quoteLibrary';
import { QuoteMatcher, type QuoteMatch, type QuoteMatches } from './quoteMatcher';
import { NoteReader } from './readableText';
import { SourceNames } from './sourceNames';

/** Nobody quotes a chapter; comparing one would take long. */
const MOST_QUOTED_WORDS = 1000;

/**
 * From which share of same words on a quotation is taken for an altered one, and from which on it is
 * worth showing what is nearest. Tuned with `npm run bench -- quotes`.
 */
const ALTERED_SIMILARITY = 0.6;
const NEAR_SIMILARITY = 0.4;
/** How much more a match must tell than chance does, in nats. */
const ALTERED_MARGIN = 3;
const NEAR_MARGIN = 0;
/** Words so near to what stands in another source than the cited one are from there. */
const CLEARLY_ALTERED = 0.75;

/** What a citation means: sources of the library, and whether those can be compared. */
interface Meaning {
  readonly citation: QuotationCitation;
  /** Those of its sources that can be compared. */
  readonly ready: readonly SourceId[];
  /** Why another of its sources, or the one it means, cannot be. */
  readonly missing?: UncheckableReason;
  /** It names its source by a key or a link, so that no other is meant. */
  readonly isExact: boolean;
}

/** Compares the quotations of notes with the sources of a library, as both are now. */
export class QuoteChecker {
  private readonly matcher: QuoteMatcher | undefined;
  private readonly names: SourceNames;
  private readonly titles: ReadonlySet<string>;

  constructor(private readonly library: QuoteLibrary) {
    const { contents, sources } = library;
    this.matcher = contents && contents.index.size > 0 ? new QuoteMatcher(contents) : undefined;
    this.names = new SourceNames(sources);
    this.titles = new Set(sources.map(({ title }) => lettersIn(title)));
  }

  /**
   * Compares the quotations of a note, in their order. Yields after each, so that a caller can pause
   * and stop. The work is linear in the note, whatever the library holds.
   * @param language a VS Code language id
   */
  *checkNote(text: string, language: string): Generator<QuoteCheck> {
    const zones = zonesOf(text, language);
    const reader = new NoteReader(text, language, zones);
    const quotations = findQuotations(text, zones, reader);
    const citations = quotations.length === 0 ? [] : noteCitations(text, language, zones);
    let previous: Meaning | undefined;
    for (const [at, quotation] of quotations.entries()) {
      const readable = reader.read(quotation);
      // The title of a source in quotation marks quotes nothing.
      if (this.titles.has(lettersIn(readable.text))) {
        continue;
      }
      const found = citationFor(text, quotation, citations, {
        before: quotations[at - 1]?.outer.end ?? 0,
        behind: quotations[at + 1]?.outer.start ?? text.length,
      });
      const meaning = found && this.meaningOf(found, previous);
      previous = meaning ?? previous;
      const parts = quotedParts(readable);
      yield { quotation, ...this.check(text, quotation, parts, meaning) };
    }
  }

  private check(
    text: string,
    quotation: Quotation,
    parts: readonly QuotedPart[],
    meaning: Meaning | undefined,
  ): Omit<QuoteCheck, 'quotation'> {
    const cited = meaning && { citation: meaning.citation };
    const cannot = (
      reason: UncheckableReason,
      place?: QuotedPlace,
    ): Omit<QuoteCheck, 'quotation'> => ({
      ...NOTHING,
      ...cited,
      verdict: 'cannot check',
      reason,
      ...(place && { place }),
    });
    if (parts.length > MOST_QUOTED_WORDS) {
      return cannot('too long');
    }
    const { matcher } = this;
    if (matcher === undefined) {
      return cannot(meaning?.missing ?? 'no sources');
    }
    const inCited = meaning === undefined ? undefined : matcher.match(parts, meaning.ready);
    if (meaning !== undefined && inCited !== undefined && inCited.exact.length > 0) {
      return { ...cited, ...this.verbatim(inCited.exact, meaning) };
    }
    const named = meaning === undefined ? this.namedAround(text, quotation) : [];
    const inNamed = named.length === 0 ? undefined : matcher.match(parts, named);
    if (inNamed !== undefined && inNamed.exact.length > 0) {
      return this.verbatim(inNamed.exact);
    }
    const narrowed = inCited ?? inNamed;
    const everywhere = matcher.match(parts);
    const altered = narrowed && this.alteredIn(narrowed);
    if (everywhere.exact.length > 0 && (altered?.similarity ?? 0) < CLEARLY_ALTERED + 0.1) {
      return this.elsewhere(everywhere.exact, meaning);
    }
    const match = altered ?? this.alteredElsewhere(everywhere, meaning);
    if (match !== undefined) {
      return { ...cited, ...this.altered(text, parts, match) };
    }
    const nearest = nearestOf(narrowed) ?? nearestOf(everywhere);
    const place = nearest && placeOf(nearest, matcher.sources);
    return meaning?.missing === undefined
      ? { ...NOTHING, ...cited, verdict: 'not found', ...(place && { place }) }
      : cannot(meaning.missing);
  }

  /** A quotation that stands as it is in what may be meant. */
  private verbatim(
    matches: readonly QuoteMatch[],
    meaning?: Meaning,
  ): Omit<QuoteCheck, 'quotation'> {
    const { sources } = this.matcher!;
    const locator = meaning?.citation.locator;
    const atPlace = matches.map((match) =>
      locator === undefined
        ? undefined
        : standsAt(match, locator, this.library.document(match.source), sources),
    );
    const right = atPlace.findIndex((stands) => stands !== false);
    const place = placeOf(
      matches[right === -1 ? 0 : Math.max(0, atPlace.indexOf(true), right)]!,
      sources,
    );
    return { ...NOTHING, verdict: right === -1 ? 'wrong place' : 'verbatim', place };
  }

  /** A quotation that stands as it is somewhere, but not in a source that is cited. */
  private elsewhere(
    matches: readonly QuoteMatch[],
    meaning: Meaning | undefined,
  ): Omit<QuoteCheck, 'quotation'> {
    const { sources } = this.matcher!;
    const bySource = new Map(
      matches.map((match) => [match.source, match]).reverse() as [SourceId, QuoteMatch][],
    );
    const [place, ...others] = [...bySource.values()]
      .reverse()
      .map((match) => placeOf(match, sources));
    const cited = meaning && { citation: meaning.citation };
    if (meaning?.missing !== undefined && meaning.isExact) {
      return {
        ...NOTHING,
        ...cited,
        verdict: 'cannot check',
        reason: meaning.missing,
        place: place!,
      };
    }
    if (meaning !== undefined && meaning.ready.length > 0) {
      return { ...NOTHING, ...cited, verdict: 'wrong place', place: place! };
    }
    return others.length > 0
      ? { ...NOTHING, ...cited, verdict: 'ambiguous', place: place!, others }
      : { ...cited, ...this.verbatim(matches, meaning) };
  }

  private altered(
    text: string,
    parts: readonly QuotedPart[],
    match: QuoteMatch,
  ): Omit<QuoteCheck, 'quotation'> {
    const { sources } = this.matcher!;
    const { alignment, stretch } = match;
    return {
      ...NOTHING,
      verdict: 'altered',
      place: placeOf(match, sources),
      differences: differencesOf(text, parts, alignment, stretch, sources),
    };
  }

  private alteredIn({ nearest, chance }: QuoteMatches): QuoteMatch | undefined {
    return nearest !== undefined &&
      nearest.similarity >= ALTERED_SIMILARITY &&
      nearest.information >= chance + ALTERED_MARGIN
      ? nearest
      : undefined;
  }

  /** Whether what stands in a source that is not cited is what the quotation was made from. */
  private alteredElsewhere(
    everywhere: QuoteMatches,
    meaning: Meaning | undefined,
  ): QuoteMatch | undefined {
    const match = this.alteredIn(everywhere);
    if (meaning === undefined || match === undefined) {
      return match;
    }
    const isMeant = meaning.ready.length === 0 && !meaning.isExact;
    return isMeant && match.similarity >= CLEARLY_ALTERED ? match : undefined;
  }

  /** Sources that the sentence around a quotation names without citing them. */
  private namedAround(text: string, quotation: Quotation): readonly SourceId[] {
    const { sources, isCertain } = this.names.ofWords(sentenceAround(text, quotation));
    const ready = sources.filter((id) => this.isReady(id));
    return isCertain || ready.length === 1 ? ready : [];
  }

  /** What a citation means; `undefined` for words that turn out to be none. */
  private meaningOf(found: NoteCitation, previous: Meaning | undefined): Meaning | undefined {
    const { kind, keys, words, target, place, start, end } = found;
    const locators = place && { locator: place.locator, locatorSpan: spanOf(place) };
    if (/^\s*ibid\b/i.test(words) && previous !== undefined) {
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
        const named = this.names.ofWords(words);
        sources = named.isCertain || named.sources.length === 1 ? named.sources : [];
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
    const citation = { span: { start, end }, sources, ...locators };
    const ready = sources.filter((id) => this.isReady(id));
    const missing =
      sources.length === 0
        ? ('not in library' as const)
        : sources.map((id) => this.stateOf(id)).find((state) => state !== undefined);
    return { citation, ready, isExact, ...(missing && { missing }) };
  }

  private isReady(id: SourceId): boolean {
    return this.stateOf(id) === undefined;
  }

  /** Why a source cannot be compared; `undefined` when it can. */
  private stateOf(id: SourceId): UncheckableReason | undefined {
    const range = this.matcher?.sources.numbers.of(id);
    if (range !== undefined && range.from < range.to) {
      return undefined;
    }
    const state = this.library.sources.find((source) => source.id === id)?.state;
    return state === 'unreadable' ? 'unreadable' : 'not read yet';
  }
}

const NOTHING = { others: [], differences: [] } as const;

function nearestOf(matches: QuoteMatches | undefined): QuoteMatch | undefined {
  const nearest = matches?.nearest;
  return nearest !== undefined &&
    nearest.similarity >= NEAR_SIMILARITY &&
    nearest.information >= matches!.chance + NEAR_MARGIN
    ? nearest
    : undefined;
}

const YEAR = String.raw`(?:1[5-9]|20)\d\d[a-z]?`;
/** "Galic 2024", "(see Galic and Lee, 2024, p. 3)". */
const AUTHOR_AND_YEAR = new RegExp(
  String.raw`^\W*(?:see |cf\. |e\.g\.,? )?\p{Lu}[\p{L}’'-]+(?:(?:,| and| &| et al\.?,?)? (?:\p{Lu}[\p{L}’'-]+|${YEAR})){0,6},? ?\(?${YEAR}\b`,
  'u',
);
const IN_NOTE = new RegExp(
  String.raw`\b${YEAR}\b|(?<![\p{L}])(?:pp?|paras?)\. ?\d|https?:|doi\b|^\s*ibid\b`,
  'iu',
);

/** Whether words that name no source of the library name one all the same. */
function looksLikeCitation(words: string, kind: NoteCitation['kind']): boolean {
  switch (kind) {
    case 'key':
      return true;
    case 'note':
      return IN_NOTE.test(words);
    case 'words':
      return AUTHOR_AND_YEAR.test(words);
    case 'link':
      return false;
  }
}

/** Whether words say a place and nothing else. */
function namesOnly(words: string, locator: string): boolean {
  return /^[\s,.;:]*(?:at |see |on )?[\s,.;:]*$/i.test(words.replace(locator, ''));
}

function lettersIn(text: string): string {
  return text.length > 1000 ? text : String.fromCharCode(...lettersOf(text));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
