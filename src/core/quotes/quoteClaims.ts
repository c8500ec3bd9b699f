import { hashText } from '../../util/hash';
import { lazy } from '../../util/lazy';
import type { Span, TextEdit } from '../model';
import type { ReadCitation } from '../note/citations/citationsIn';
import type { CitekeyUse } from '../note/citations/citekeyUse';
import { namedBibliographies } from '../note/citations/namedBibliographies';
import { SAME_SOURCE } from '../note/citations/sameSource';
import type { Note } from '../note/note';
import { citationFor, sentenceAround } from './citationFor';
import { moveChecks } from './movedChecks';
import type { QuoteCheck } from './quoteCheck';

/** What a quotation says, and of which source: while this and the sources are the same, so is the verdict. */
interface QuoteClaim {
  readonly end: number;
  /** A hash of its words with what cites them. */
  readonly cited: number;
  /** Gives a hash of the sentence that it stands in, which few claims are compared by. */
  readonly sentence: () => number;
}

/** The claims of a note's quotations, by where these begin with their marks. */
export type QuoteClaims = ReadonlyMap<number, QuoteClaim>;

/** Of a note of which nothing is known. */
export const NO_CLAIMS: QuoteClaims = new Map();

/** Reads what the quotations of a note claim. Linear in the note. */
export function claimsOf(note: Note): QuoteClaims {
  const { text, quotations } = note;
  const claims = new Map<number, QuoteClaim>();
  const citations = quotations.length === 0 ? [] : note.citations;
  const files = namedBibliographies(note);
  let previous = 0;
  for (const [at, quotation] of quotations.entries()) {
    const { kind, outer } = quotation;
    const others = {
      before: quotations[at - 1]?.outer.end ?? 0,
      behind: quotations[at + 1]?.outer.start ?? text.length,
    };
    const own = citationFor(text, quotation, citations, others);
    const lead = own && citationFor(text, quotation, citations, { ...others, behind: 0 });
    const citing = [own, lead].filter((one) => one !== undefined);
    const repeats = citing.some(({ words }) => SAME_SOURCE.test(words));
    const means = hashOf([citing.map(saidBy), files, repeats && previous]);
    claims.set(outer.start, {
      end: outer.end,
      cited: hashOf([kind, text.slice(outer.start, outer.end), means]),
      sentence: lazy(() => hashText(sentenceAround(text, quotation))),
    });
    previous = own === undefined ? previous : means;
  }
  return claims;
}

/**
 * What was found in a note before some edits, where it stands after them. Left out is what the edits
 * touch (see `moveChecks`), and each verbatim quotation of which the note claims something else now:
 * "verbatim" holds for the words as they were checked.
 * @param edits each of the text that those before it have made
 */
export function checksAfter(
  checks: readonly QuoteCheck[],
  edits: readonly TextEdit[],
  before: QuoteClaims,
  now: QuoteClaims,
): readonly QuoteCheck[] {
  return checks.flatMap((check) => {
    const after = edits.reduce(moveChecks, [check]);
    return after.filter(
      (moved) => check.verdict !== 'verbatim' || isSame(check, moved, before, now),
    );
  });
}

function isSame(
  { quotation, citation }: QuoteCheck,
  moved: QuoteCheck,
  before: QuoteClaims,
  now: QuoteClaims,
): boolean {
  const [then, claim] = [before.get(quotation.outer.start), now.get(moved.quotation.outer.start)];
  return (
    then !== undefined &&
    claim?.end === moved.quotation.outer.end &&
    claim.cited === then.cited &&
    // Without a citation that was understood, its sentence may name a source.
    (citation !== undefined || claim.sentence() === then.sentence())
  );
}

type Said<T extends Span> = Readonly<Record<Exclude<keyof T, keyof Span>, unknown>>;

/** All that a citation says, but for where it stands. */
function saidBy({ kind, keys, words, nameBefore, target, place, page }: ReadCitation) {
  const said = { kind, keys: keys.map(saidByKey), words, nameBefore, target, page };
  return { ...said, place: place?.locator } satisfies Said<ReadCitation>;
}

function saidByKey({ citekey, locator, isCertain }: CitekeyUse) {
  return { citekey, locator, isCertain } satisfies Omit<
    Said<CitekeyUse>,
    'citation' | 'locatorSpan'
  >;
}

function hashOf(parts: readonly unknown[]): number {
  return hashText(JSON.stringify(parts));
}
