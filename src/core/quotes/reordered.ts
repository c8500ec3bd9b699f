import type { Aligner, Alignment } from './alignment';
import type { QuotedPart } from './quotedParts';
import type { Stretch } from './stretch';

/** Fewer words stand somewhere in any long text. */
const FEWEST_WORDS = 4;
/** What another order counts for: a single other change is likelier, two are not. */
export const REORDER_EDITS = 1;

/** Some parts in a row, and the words of a stretch that answer to them. */
interface Placed {
  readonly alignment: Alignment;
  readonly first: number;
  readonly last: number;
}

/**
 * Lays a quotation along a stretch in which its pieces, which ellipses or the ends of sentences part,
 * stand as they are but in another order; undefined where they do not.
 */
export function reordered(
  aligner: Aligner,
  parts: readonly QuotedPart[],
  stretch: Stretch,
): Alignment | undefined {
  const apart = piecesOf(parts, false);
  const sentences = piecesOf(parts, true);
  return (
    reorderedPieces(aligner, apart, stretch) ??
    (sentences.length > apart.length ? reorderedPieces(aligner, sentences, stretch) : undefined)
  );
}

function reorderedPieces(
  aligner: Aligner,
  pieces: readonly Piece[],
  stretch: Stretch,
): Alignment | undefined {
  const choices = pieces.length < 2 ? [] : pieces.map((piece) => placesOf(aligner, piece, stretch));
  if (choices.length === 0 || choices.some((places) => places.length === 0) || isInOrder(choices)) {
    return undefined;
  }
  const placed = choices.flatMap(([place]) => place ?? []).sort((a, b) => a.first - b.first);
  const overlaps = placed.some(({ first }, at) => first <= (placed[at - 1]?.last ?? -1));
  return overlaps
    ? undefined
    : {
        steps: placed.flatMap(({ alignment }) => alignment.steps),
        edits: REORDER_EDITS,
        recased: 0,
        pieces: placed.map(({ first, last }) => [first, last]),
      };
}

/** Parts of a quotation in a row, and the index of the first. */
interface Piece {
  readonly from: number;
  readonly parts: QuotedPart[];
}

/** @param endsWithSentence whether the end of a sentence parts them as well, which a full stop may be */
function piecesOf(parts: readonly QuotedPart[], endsWithSentence: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let isOpen = false;
  parts.forEach((part, at) => {
    if (part.kind === 'gap') {
      isOpen = false;
      return;
    }
    const last = pieces.at(-1);
    const isNext = endsWithSentence && part.kind === 'word' && part.beginsSentence;
    if (!isOpen || last === undefined || isNext) {
      pieces.push({ from: at, parts: [part] });
      isOpen = true;
    } else {
      last.parts.push(part);
    }
  });
  return pieces;
}

/** Where a piece stands in a stretch without a change, first to last; nowhere when it is too short to tell. */
function placesOf(aligner: Aligner, { from, parts }: Piece, stretch: Stretch): readonly Placed[] {
  if (parts.filter(({ kind }) => kind === 'word').length < FEWEST_WORDS) {
    return [];
  }
  return aligner.align(parts, stretch).flatMap((alignment): readonly Placed[] => {
    const words = alignment.steps.flatMap((step) => step.words ?? []);
    const [first, last] = [words[0], words.at(-1)];
    if (alignment.edits > 0 || first === undefined || last === undefined) {
      return [];
    }
    const steps = alignment.steps.map((step) => ({
      ...step,
      ...(step.parts && { parts: [step.parts[0] + from, step.parts[1] + from] as const }),
    }));
    return [{ alignment: { ...alignment, steps }, first, last }];
  });
}

/** Whether there is a place for each piece behind that of the piece before. */
function isInOrder(choices: readonly (readonly Placed[])[]): boolean {
  let end = -1;
  return choices.every((places) => {
    const next = places.find(({ first }) => first > end);
    end = next?.last ?? end;
    return next !== undefined;
  });
}
