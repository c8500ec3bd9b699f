import type { LibraryContents } from '../search/libraryIndex';
import type { PassageRange } from '../search/passageNumbers';
import { phraseWords } from '../search/signWords';
import type { SourceId } from '../model';
import { Aligner, type Alignment } from './alignment';
import { PassageFinder } from './passageFinder';
import type { QuotedPart } from './quotedParts';
import { reordered, REORDER_EDITS } from './reordered';
import { isStitched } from './stitched';
import { SourceWords } from './sourceWords';
import { HOLE, type Stretch } from './stretch';

/** A quotation laid along a source. */
export interface QuoteMatch {
  readonly source: SourceId;
  readonly stretch: Stretch;
  readonly alignment: Alignment;
  /** The share of the words on either side that are the same but for capitals, from 0 to 1. */
  readonly similarity: number;
  /** How much the words that are the same tell, in nats; what chance brings together tells little. */
  readonly information: number;
}

export interface QuoteMatches {
  /** Where the quotation stands without a change; in the order of the index. */
  readonly exact: readonly QuoteMatch[];
  /** The best other match; only when there is no exact one. */
  readonly nearest?: QuoteMatch;
  /** How much a match must tell not to be one by chance: the logarithm of how many passages were asked. */
  readonly chance: number;
}

/** So many passages are compared in full. */
const CANDIDATES = 10;
/** What two words tell beside each other that is not in the words themselves, in nats. */
const NEIGHBOURS_TELL = 1.5;

/** Finds where quotations stand in a library, or what is nearest to them. */
export class QuoteMatcher {
  readonly sources: SourceWords;
  private readonly finder: PassageFinder;
  private readonly aligner = new Aligner();

  constructor(private readonly contents: LibraryContents) {
    this.sources = new SourceWords(contents.sources);
    this.finder = new PassageFinder(contents.index);
  }

  /** @param sources where to look; everywhere when absent */
  match(parts: readonly QuotedPart[], sources?: readonly SourceId[]): QuoteMatches {
    const ranges = sources
      ?.map((id) => this.sources.numbers.of(id))
      .filter(({ from, to }) => from < to);
    const size = ranges?.reduce((sum, { from, to }) => sum + to - from, 0);
    const chance = Math.log(Math.max(1, size ?? this.contents.index.size));
    const exact: QuoteMatch[] = [];
    let nearest: QuoteMatch | undefined;
    let fewest = Infinity;
    const wanted = parts.filter(({ kind }) => kind === 'word').length;
    const candidates = size === 0 ? [] : this.stretchesFor(parts, ranges);
    for (const { stretch, most } of candidates) {
      // They come with those first that may have most of the words.
      if (wanted - most > fewest) {
        break;
      }
      for (const match of this.matchesIn(parts, stretch)) {
        const { alignment } = match;
        if (alignment.edits === 0) {
          exact.push(match);
        } else if (nearest === undefined || isNearer(match, nearest)) {
          nearest = match;
        }
        fewest = Math.min(fewest, alignment.edits);
      }
    }
    if (exact.length > 0 || nearest === undefined) {
      return { exact, chance };
    }
    // Of the same words in another order all have their like.
    for (const { stretch, most } of candidates) {
      const found =
        most < wanted || fewest <= REORDER_EDITS
          ? undefined
          : reordered(this.aligner, parts, stretch);
      const match = found && this.matchOf(parts, stretch, found);
      if (match !== undefined && isNearer(match, nearest)) {
        nearest = match;
      }
    }
    return { exact, nearest, chance };
  }

  /**
   * How a quotation can be laid along a stretch: with its headings, and where that leaves a difference
   * also without them, since a quotation may run on over one, and what a document sets like a heading
   * is none at times.
   */
  private *matchesIn(parts: readonly QuotedPart[], stretch: Stretch): Generator<QuoteMatch> {
    const whole = this.aligner.align(parts, stretch);
    yield* this.matchesOf(parts, stretch, whole);
    if (whole.every(({ edits }) => edits > 0)) {
      const paragraphs = this.withoutHeadings(stretch);
      if (paragraphs.length < stretch.length) {
        yield* this.matchesOf(parts, paragraphs, this.aligner.align(parts, paragraphs));
      }
    }
  }

  private withoutHeadings(stretch: Stretch): Stretch {
    let last = HOLE.passage;
    let isHeading = false;
    return stretch.filter(({ passage }) => {
      if (passage !== last) {
        last = passage;
        isHeading = passage !== HOLE.passage && this.sources.isHeading(passage);
      }
      return !isHeading;
    });
  }

  private *matchesOf(
    parts: readonly QuotedPart[],
    stretch: Stretch,
    alignments: readonly Alignment[],
  ): Generator<QuoteMatch> {
    for (const alignment of alignments) {
      if (!isStitched(parts, alignment, stretch)) {
        yield this.matchOf(parts, stretch, alignment);
      }
    }
  }

  /** Where to compare, and how many words of the quotation stand there at the most; most first. */
  private stretchesFor(
    parts: readonly QuotedPart[],
    ranges: readonly PassageRange[] | undefined,
  ): readonly { readonly stretch: Stretch; readonly most: number }[] {
    const segments = segmentsOf(parts);
    const passages = this.passagesFor(segments, ranges);
    const around = this.sources.around([...new Set(passages)], parts.length);
    // Over an ellipsis the words may come from far away, but from the same source.
    const groups = segments.length > 1 ? this.bySource(around) : around.map((range) => [range]);
    const keys = new Map<string, number>();
    for (const part of parts) {
      if (part.kind === 'word') {
        keys.set(part.word.smallKey, (keys.get(part.word.smallKey) ?? 0) + 1);
      }
    }
    return groups
      .map((group) => {
        const stretch = this.sources.stretch(group);
        return { stretch, most: mostShared(parts, keys, stretch) };
      })
      .sort((a, b) => b.most - a.most);
  }

  /**
   * Passages that may have the quotation, or parts of it: of those between ellipses the one that tells
   * most is sought first, and all together, and the others in the sources in which those are found.
   */
  private passagesFor(
    segments: readonly (readonly string[])[],
    ranges: readonly PassageRange[] | undefined,
  ): readonly number[] {
    const [telling = []] = segments
      .map((words) => ({ words, information: this.informationOf(words) }))
      .sort((a, b) => b.information - a.information)
      .map(({ words }) => words);
    const found = [
      ...this.finder.find(telling, ranges, CANDIDATES),
      // Most ellipses leave out little, and all pieces together tell more than one.
      ...(segments.length > 1 ? this.finder.find(segments.flat(), ranges, CANDIDATES) : []),
    ];
    const others = segments.filter((segment) => segment !== telling);
    if (others.length === 0 || found.length === 0) {
      return found;
    }
    const { numbers } = this.sources;
    const within = new Map(
      found.map((number) => {
        const siblings = numbers.siblings(number);
        return [siblings.from, siblings];
      }),
    );
    const near = [...within.values()];
    return [...found, ...others.flatMap((segment) => this.finder.find(segment, near, CANDIDATES))];
  }

  /**
   * What a word of a quotation tells. Pairs of signs overlap, so that a sign tells half of what the
   * pair does that it begins.
   */
  private informationAt(parts: readonly QuotedPart[], at: number): number {
    const [part, next] = [parts[at], parts[at + 1]];
    if (part?.kind !== 'word') {
      return 0;
    }
    const { key, end } = part.word;
    const isAdjacent = next?.kind === 'word' && next.word.start === end;
    const told = phraseWords(isAdjacent ? key + next.word.key : key).map((word) =>
      this.finder.information(word),
    );
    return isAdjacent ? (told[0] ?? 0) / (told.length === 1 ? 2 : 1) : Math.max(0, ...told);
  }

  private informationOf(words: readonly string[]): number {
    return [...new Set(words)].reduce((sum, word) => sum + this.finder.information(word), 0);
  }

  private bySource(ranges: readonly PassageRange[]): readonly (readonly PassageRange[])[] {
    const groups = new Map<SourceId, PassageRange[]>();
    for (const range of ranges) {
      const { id } = this.sources.at(range.from).source;
      const group = groups.get(id) ?? [];
      group.push(range);
      groups.set(id, group);
    }
    return [...groups.values()];
  }

  private matchOf(
    parts: readonly QuotedPart[],
    stretch: Stretch,
    alignment: Alignment,
  ): QuoteMatch {
    let same = 0;
    let information = 0;
    let last = -2;
    for (const { kind, parts: range } of alignment.steps) {
      if ((kind !== 'same' && kind !== 'recased') || range === undefined) {
        continue;
      }
      for (let at = range[0]; at <= range[1]; at += 1) {
        same += 1;
        information += this.informationAt(parts, at);
        information += last === at - 1 ? NEIGHBOURS_TELL : 0;
        last = at;
      }
    }
    const first = alignment.steps.find(({ words }) => words)!.words![0];
    return {
      source: this.sources.at(stretch[first]!.passage).source.id,
      stretch,
      alignment,
      similarity: same / (same + alignment.edits - alignment.recased),
      information,
    };
  }
}

function isNearer(match: QuoteMatch, other: QuoteMatch): boolean {
  return match.alignment.edits === other.alignment.edits
    ? match.information > other.information
    : match.alignment.edits < other.alignment.edits;
}

/** The words between ellipses, as the index has them. */
function segmentsOf(parts: readonly QuotedPart[]): readonly (readonly string[])[] {
  const segments: string[] = [];
  let segment = '';
  let end = 0;
  for (const part of parts) {
    if (part.kind === 'gap') {
      segments.push(segment);
      segment = '';
    } else if (part.kind === 'word') {
      const { word } = part;
      // Within Korean a blank joins.
      const gap = word.start === end ? '' : word.isJoined ? ' ' : PARTED;
      segment += `${gap}${word.key}`;
      end = word.end;
    }
  }
  return [...segments, segment].map(phraseWords).filter((words) => words.length > 0);
}

/** Stands between words where a quotation has something: whatever parts words, and signs. */
const PARTED = ' | ';

/** How many words of a quotation may have their like in a stretch, wherever it stands. */
function mostShared(
  parts: readonly QuotedPart[],
  keys: ReadonlyMap<string, number>,
  stretch: Stretch,
): number {
  const found = new Set<string>();
  let before = '';
  for (const { word } of stretch) {
    if (keys.has(word.smallKey)) {
      found.add(word.smallKey);
    } else if (word.bareKey !== undefined) {
      found.add(word.bareKey);
    }
    if (word.isJoined) {
      found.add(before + word.key);
    }
    before = word.smallKey;
  }
  return parts.filter((part, at) => {
    const next = parts[at + 1];
    return (
      part.kind === 'word' &&
      (found.has(part.word.smallKey) ||
        found.has(part.word.key) ||
        part.stem !== undefined ||
        part.word.isJoined ||
        (next?.kind === 'word' && next.word.isJoined) ||
        part.word.isNoteMark)
    );
  }).length;
}
