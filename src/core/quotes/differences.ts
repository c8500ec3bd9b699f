import type { Alignment, Step } from './alignment';
import type { QuotedPart } from './quotedParts';
import type { Difference } from './quoteCheck';
import type { SourceWords } from './sourceWords';
import { HOLE, type Stretch } from './stretch';

/** More words of a source between two that answer to a quotation are left out of its wording. */
const MOST_BETWEEN = 60;

/**
 * Where a quotation differs from its source, in the order of the note; neighbouring changes are one.
 * @param text the note's
 */
export function differencesOf(
  text: string,
  parts: readonly QuotedPart[],
  alignment: Alignment,
  stretch: Stretch,
  sources: SourceWords,
): readonly Difference[] {
  if (alignment.pieces !== undefined) {
    return [reorderedDifference(text, parts, alignment.pieces, stretch, sources)];
  }
  const differences: Difference[] = [];
  let group: Step[] = [];
  let before: number | undefined;
  const close = (): void => {
    const quoted = group.flatMap((step) => step.parts ?? []);
    const source = group.flatMap((step) => step.words ?? []);
    const isRecased = group.every(({ kind }) => kind === 'recased');
    group = [];
    if (quoted.length + source.length === 0) {
      return;
    }
    const [firstPart, lastPart] = [quoted[0], quoted.at(-1)];
    const behind = before === undefined ? (parts[0]?.span.start ?? 0) : parts[before]!.span.end;
    const span =
      firstPart === undefined || lastPart === undefined
        ? { start: behind, end: behind }
        : { start: parts[firstPart]!.span.start, end: parts[lastPart]!.span.end };
    const [firstWord, lastWord] = [source[0], source.at(-1)];
    differences.push({
      ...span,
      kind: kindOf(firstPart, firstWord, isRecased),
      quoted: text.slice(span.start, span.end),
      source:
        firstWord === undefined || lastWord === undefined
          ? ''
          : wording(stretch, firstWord, lastWord, sources),
    });
  };
  for (const step of alignment.steps) {
    if (step.kind === 'same' || step.kind === 'edited') {
      close();
      before = step.parts?.[1] ?? before;
    } else {
      // Words that differ by capitals alone are told by themselves.
      const [first] = group;
      if (first && (first.kind === 'recased') !== (step.kind === 'recased')) {
        const last = group.flatMap((one) => one.parts ?? []).at(-1);
        close();
        before = last ?? before;
      }
      group.push(step);
    }
  }
  close();
  return differences;
}

function reorderedDifference(
  text: string,
  parts: readonly QuotedPart[],
  pieces: readonly (readonly [number, number])[],
  stretch: Stretch,
  sources: SourceWords,
): Difference {
  const span = { start: parts[0]?.span.start ?? 0, end: parts.at(-1)?.span.end ?? 0 };
  const runs: [number, number][] = [];
  for (const [first, last] of pieces) {
    const before = runs.at(-1);
    if (before !== undefined && first - before[1] === 1) {
      before[1] = last;
    } else {
      runs.push([first, last]);
    }
  }
  const source = runs.map(([first, last]) => wording(stretch, first, last, sources)).join(' … ');
  return { ...span, kind: 'reordered', quoted: text.slice(span.start, span.end), source };
}

function kindOf(
  part: number | undefined,
  word: number | undefined,
  isRecased: boolean,
): Difference['kind'] {
  if (part === undefined) {
    return 'dropped';
  }
  return word === undefined ? 'added' : isRecased ? 'recased' : 'changed';
}

/** The source's words from one word of a stretch to another, both included, as the source sets them. */
export function wording(
  stretch: Stretch,
  first: number,
  last: number,
  sources: SourceWords,
): string {
  const pieces: string[] = [];
  let at = first;
  while (at <= last) {
    if (stretch[at] === HOLE) {
      pieces.push('…');
      at += 1;
      continue;
    }
    const { passage, word } = stretch[at]!;
    let end = at;
    while (end < last && stretch[end + 1]!.passage === passage) {
      end += 1;
    }
    pieces.push(sources.text(passage).slice(word.start, stretch[end]!.word.end));
    at = end + 1;
  }
  return pieces.join(' ');
}

/** The source's words that answer to a quotation; what an ellipsis leaves out is shown when it is short. */
export function wordingOf(alignment: Alignment, stretch: Stretch, sources: SourceWords): string {
  const runs: [number, number][] = [];
  for (const { words } of alignment.steps) {
    const last = runs.at(-1);
    if (words === undefined) {
      continue;
    }
    if (last !== undefined && words[0] - last[1] <= MOST_BETWEEN) {
      last[1] = words[1];
    } else {
      runs.push([...words]);
    }
  }
  return runs.map(([first, last]) => wording(stretch, first, last, sources)).join(' … ');
}
