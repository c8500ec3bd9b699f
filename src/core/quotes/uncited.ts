import { lazy } from '../../util/lazy';
import { countWords } from '../text/words';
import type { SourceId, Span } from '../model';
import { frontMatterField } from '../note/frontMatterFields';
import type { Note } from '../note/note';
import type { Quotation } from '../note/quotations/quotation';
import { startingWithin } from '../note/startingWithin';
import { citationFor } from './citationFor';
import { CitedSources } from './citedSources';
import type { QuoteCheck } from './quoteCheck';
import type { QuoteLibrary } from './quoteLibrary';

/**
 * Fewer words are a phrase that two authors may have written alike. Of 21,000 stretches of 44 papers
 * and forms about different things, 10 in 1,000 of five words stand in another one as well, 3 in
 * 1,000 of eight, and these are names of bodies, which `isName` leaves out.
 */
const FEWEST_WORDS = 8;

/** UTF-16 units on each side of a quotation in which its paragraph is looked through. */
const LONGEST_SIDE = 1000;

/** Finds out which quotations of a note nobody has said the source of; asked in their order. */
export class UncitedQuotations {
  private readonly cited: () => CitedSources;
  /** How many headings stand above the quotation that was asked for last. */
  private headingsAbove = 0;

  constructor(
    private readonly note: Note,
    library: QuoteLibrary,
  ) {
    // What names mean is the same whether their sources can be compared or not.
    this.cited = lazy(() => new CitedSources(library, () => true));
  }

  /** A check, with the remark where it lacks a citation. */
  remarked(check: QuoteCheck): QuoteCheck {
    return this.isUncited(check)
      ? { ...check, remarks: [...check.remarks, { kind: 'uncited' }] }
      : check;
  }

  /**
   * Whether a quotation is verbatim from one source of which nothing around it tells: no citation in
   * its sentence, none in its paragraph that may mean the source, and its title or author is named
   * neither in the paragraph nor in the headings above. Phrases, names and titles are left out.
   */
  private isUncited({ verdict, quotation, citation, place }: QuoteCheck): boolean {
    return (
      verdict === 'verbatim' &&
      citation === undefined &&
      place !== undefined &&
      this.isSentence(quotation) &&
      !this.isCitedAround(quotation, place.source) &&
      !this.isNamedAbove(quotation, place.source)
    );
  }

  private isSentence(quotation: Quotation): boolean {
    const { text } = this.note.read(quotation);
    return (
      countWords(text) >= FEWEST_WORDS &&
      !isName(text) &&
      !this.note.zones.touches(quotation.outer, ['link', 'heading', 'reference'])
    );
  }

  private isCitedAround(quotation: Quotation, source: SourceId): boolean {
    const { text, citations } = this.note;
    const all = { before: 0, behind: text.length };
    if (citationFor(text, quotation, citations, all) !== undefined) {
      return true;
    }
    const { start, end } = paragraphAround(text, quotation);
    const { outer } = quotation;
    return (
      startingWithin(citations, start, end).some((one) => this.cited().mayMean(one, source)) ||
      [text.slice(start, outer.start), text.slice(outer.end, end)].some((words) =>
        this.cited().isNamedIn(words, source),
      )
    );
  }

  /** Notes on one source name it once, at their beginning or above a part. */
  private isNamedAbove({ outer }: Quotation, source: SourceId): boolean {
    const { text, headings, frontMatter } = this.note;
    while ((headings[this.headingsAbove]?.start ?? Infinity) < outer.start) {
      this.headingsAbove += 1;
    }
    const above = this.headingsAbove === 0 ? [] : [headings[0], headings[this.headingsAbove - 1]];
    const titles = above.map((heading) => heading && text.slice(heading.start, heading.end));
    return [frontMatterField(frontMatter, 'title'), ...titles].some(
      (title) => typeof title === 'string' && this.cited().isNamedIn(title, source),
    );
  }
}

/** Whether words are a name or a title: most of the longer ones have capitals. */
function isName(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > words.length / 2;
}

/** The paragraph that a quotation stands in; of a block, with those before and behind it. */
function paragraphAround(text: string, { kind, outer }: Quotation): Span {
  const breaks = kind === 'block' ? 2 : 1;
  const before = text.slice(Math.max(0, outer.start - LONGEST_SIDE), outer.start).split('\n');
  const behind = text.slice(outer.end, outer.end + LONGEST_SIDE).split('\n');
  return {
    start: outer.start - lengthUpToBreak(before.reverse(), breaks),
    end: outer.end + lengthUpToBreak(behind, breaks),
  };
}

/** Units of the lines up to an empty one, from the quotation on. */
function lengthUpToBreak(lines: readonly string[], breaks: number): number {
  let length = 0;
  let left = breaks;
  for (const [at, line] of lines.entries()) {
    // The first is a part of the quotation's own line.
    left -= at > 0 && /^[\s>]*$/.test(line) ? 1 : 0;
    if (left === 0) {
      break;
    }
    length += line.length + (at > 0 ? 1 : 0);
  }
  return length;
}
