import { lettersOf } from '../text/normalise';
import { citationFor } from './citationFor';
import { CitedSources, type Meaning } from './citedSources';
import { differencesOf } from './differences';
import { negationsLeftOut } from './negationsLeftOut';
import { placeOf, standingOf, type Standing } from './places';
import type { ReadCitation } from '../note/citations/citationsIn';
import type { Note } from '../note/note';
import { headingOfPlace } from '../text/headingPlaces';
import { listedPlaces } from '../text/listedPlaces';
import { SpanSet } from '../text/spanSet';
import type { Quotation } from '../note/quotations/quotation';
import { quotedParts, type QuotedPart } from './quotedParts';
import type { QuoteCheck, QuotedPlace, UncheckableReason } from './quoteCheck';
import type { QuoteLibrary } from './quoteLibrary';
import { QuoteMatcher, type QuoteMatch, type QuoteMatches } from './quoteMatcher';

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
/** So near to the cited source, words are from there, even if they stand elsewhere as they are. */
const SURELY_ALTERED = 0.85;

/** All of a check but for the quotation itself. */
type Finding = Omit<QuoteCheck, 'quotation'>;

/** Compares the quotations of notes with the sources of a library, as both are now. */
export class QuoteChecker {
  private readonly matcher: QuoteMatcher | undefined;
  private readonly cited: CitedSources;
  private readonly titles: ReadonlySet<string>;

  constructor(private readonly library: QuoteLibrary) {
    const { contents, sources } = library;
    this.matcher = contents && contents.index.size > 0 ? new QuoteMatcher(contents) : undefined;
    const numbers = this.matcher?.sources.numbers;
    this.cited = new CitedSources(library, (id) => {
      const { from, to } = numbers?.of(id) ?? { from: 0, to: 0 };
      return from < to;
    });
    this.titles = new Set(sources.map(({ title }) => lettersIn(title)));
  }

  /**
   * Compares the quotations of a note, in their order. Yields after each, so that a caller can pause
   * and stop. The work is linear in the note, whatever the library holds.
   */
  *checkNote(note: Note): Generator<QuoteCheck> {
    const { text } = note;
    const citations = note.quotations.length === 0 ? [] : note.citations;
    const quotations = withoutHeadings(note.quotations, citations);
    let previous: Meaning | undefined;
    for (const [at, quotation] of quotations.entries()) {
      const readable = note.read(quotation);
      const others = {
        before: quotations[at - 1]?.outer.end ?? 0,
        behind: quotations[at + 1]?.outer.start ?? text.length,
      };
      const found = citationFor(text, quotation, citations, others);
      const meaning = found && this.cited.meaningOf(found, previous);
      const parts = quotedParts(readable);
      const check = (meant: Meaning | undefined): QuoteCheck => ({
        quotation,
        ...this.check(text, quotation, parts, meant),
      });
      // "As @key says, “…” (p. 12)": the place is behind the words, and the source before them.
      const isPlace =
        meaning?.citation.locator !== undefined && meaning.citation.sources.length === 0;
      const lead = isPlace
        ? citationFor(text, quotation, citations, { ...others, behind: 0 })
        : undefined;
      const led = lead && this.cited.meaningOf(lead, previous);
      const whole = meaning && led && withPlaceOf(led, meaning);
      const checked = whole && check(whole);
      const isLed = checked?.place !== undefined && whole?.ready.includes(checked.place.source);
      const result = isLed ? checked : check(meaning);
      // The title of a source in quotation marks names it. Only where it stands as a heading in what
      // is cited is it a quotation as well.
      const isTitle = this.titles.has(lettersIn(readable.text));
      if (!isTitle || result.verdict === 'verbatim') {
        previous = (isLed ? whole : meaning) ?? previous;
        yield result;
      }
    }
  }

  private check(
    text: string,
    quotation: Quotation,
    parts: readonly QuotedPart[],
    meaning: Meaning | undefined,
  ): Finding {
    const cited = meaning && { citation: meaning.citation };
    const cannot = (reason: UncheckableReason, place?: QuotedPlace): Finding => ({
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
      return { ...cited, ...this.verbatim(text, parts, inCited.exact, meaning) };
    }
    const named = meaning === undefined ? this.cited.namedAround(text, quotation) : [];
    const inNamed = named.length === 0 ? undefined : matcher.match(parts, named);
    if (inNamed !== undefined && inNamed.exact.length > 0) {
      return this.verbatim(text, parts, inNamed.exact);
    }
    const narrowed = inCited ?? inNamed;
    const everywhere = matcher.match(parts);
    const altered = narrowed && this.alteredIn(narrowed);
    if (everywhere.exact.length > 0 && !isSurely(altered)) {
      return this.elsewhere(text, parts, everywhere.exact, meaning);
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
    text: string,
    parts: readonly QuotedPart[],
    matches: readonly QuoteMatch[],
    meaning?: Meaning,
  ): Finding {
    const { sources } = this.matcher!;
    const standings = matches.map((match) => this.standing(match, meaning));
    const best = (['there', undefined, 'counted'] as const).find((one) => standings.includes(one));
    const good = matches.filter((_, at) => standings[at] === best);
    const [match = matches[0]!] = good;
    if (good.length === 0) {
      return { ...NOTHING, verdict: 'wrong place', place: placeOf(match, sources) };
    }
    const told = good.map((one) => ({
      match: one,
      leftOut: negationsLeftOut(text, parts, one, sources),
    }));
    // Where it stands without a loss as well, it may be from there.
    const { match: chosen, leftOut } = told.find((one) => one.leftOut.length === 0) ?? told[0]!;
    return {
      ...NOTHING,
      verdict: 'verbatim',
      place: placeOf(chosen, sources),
      remarks: [...leftOut, ...(best === 'counted' ? [{ kind: 'page of the file' as const }] : [])],
    };
  }

  /** How a match stands to where the citation says; `undefined` when it says nothing that can be told. */
  private standing(match: QuoteMatch, meaning: Meaning | undefined): Standing | undefined {
    const document = this.library.document(match.source);
    return standingOf(match, meaning?.citation ?? {}, document, this.matcher!.sources);
  }

  /** A quotation that stands as it is somewhere, but not in a source that is cited. */
  private elsewhere(
    text: string,
    parts: readonly QuotedPart[],
    matches: readonly QuoteMatch[],
    meaning: Meaning | undefined,
  ): Finding {
    const { sources } = this.matcher!;
    const firsts = matches.filter(
      ({ source }, at) => matches.findIndex((match) => match.source === source) === at,
    );
    const [place, ...others] = firsts.map((match) => placeOf(match, sources));
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
    // A place without its source, as in "(p. 12)", may tell which is meant.
    const standings = matches.map((match) => this.standing(match, meaning));
    const nearest = (['there', 'counted'] as const).find((one) => standings.includes(one));
    const there = matches.filter((_, at) => nearest !== undefined && standings[at] === nearest);
    const isTold = others.length === 0 || new Set(there.map(({ source }) => source)).size === 1;
    return isTold
      ? { ...cited, ...this.verbatim(text, parts, matches, meaning) }
      : { ...NOTHING, ...cited, verdict: 'ambiguous', place: place!, others };
  }

  private altered(text: string, parts: readonly QuotedPart[], match: QuoteMatch): Finding {
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
    // A place alone names no source.
    const namesNone =
      meaning === undefined || (meaning.ready.length === 0 && meaning.missing === undefined);
    if (namesNone || match === undefined) {
      return match;
    }
    const isMeant = meaning.ready.length === 0 && !meaning.isExact;
    return isMeant && match.similarity >= CLEARLY_ALTERED ? match : undefined;
  }
}

/** What a citation means when its place stands apart from it. */
function withPlaceOf(
  lead: Meaning,
  { citation: { span, locator, locatorSpan } }: Meaning,
): Meaning {
  const { sources } = lead.citation;
  return {
    ...lead,
    citation: {
      span,
      sources,
      ...(locator !== undefined && locatorSpan && { locator, locatorSpan }),
    },
  };
}

/** Whether a quotation is from there, though altered, even if it stands elsewhere as it is. */
function isSurely(altered: QuoteMatch | undefined): boolean {
  return (
    altered !== undefined &&
    altered.similarity >= SURELY_ALTERED &&
    altered.alignment.pieces === undefined
  );
}

const NOTHING = { others: [], differences: [], remarks: [] } as const;

function nearestOf(matches: QuoteMatches | undefined): QuoteMatch | undefined {
  const nearest = matches?.nearest;
  return nearest !== undefined &&
    nearest.similarity >= NEAR_SIMILARITY &&
    nearest.information >= matches!.chance + NEAR_MARGIN
    ? nearest
    : undefined;
}

function lettersIn(text: string): string {
  return text.length > 1000 ? text : String.fromCharCode(...lettersOf(text));
}

/** Without the headings that citations name as places. */
function withoutHeadings(
  quotations: readonly Quotation[],
  citations: readonly ReadCitation[],
): readonly Quotation[] {
  const places = citations.flatMap(({ place }) => place ?? []);
  const headings = new SpanSet(
    places.filter(({ locator }) => listedPlaces(locator).some(({ text }) => headingOfPlace(text))),
  );
  return quotations.filter(({ outer: { start } }) => !headings.touches({ start, end: start + 1 }));
}
