import type { Alignment } from './alignment';
import type { QuotedPart } from './quotedParts';
import { HOLE, type Stretch } from './stretch';

/** So many words an ellipsis may leave out between any words. */
const MOST_OMITTED = 300;
/** More may be left out between stretches of so many words: fewer stand somewhere in any long text. */
const FEWEST_AROUND = 3;

/** Whether words are put together, over ellipses and brackets, that have little to do with each other. */
export function isStitched(
  parts: readonly QuotedPart[],
  alignment: Alignment,
  stretch: Stretch,
): boolean {
  const segments = new Uint32Array(parts.length);
  const sizes: number[] = [0];
  parts.forEach(({ kind }, at) => {
    if (kind === 'gap') {
      sizes.push(0);
    }
    segments[at] = sizes.length - 1;
    sizes[sizes.length - 1]! += kind === 'word' ? 1 : 0;
  });
  let same = 0;
  let before: { readonly part: number; readonly word: number } | undefined;
  for (const { kind, parts: range, words } of alignment.steps) {
    if (range === undefined || words === undefined) {
      continue;
    }
    same += kind === 'same' || kind === 'recased' ? 1 : 0;
    if (before !== undefined && segments[before.part] !== segments[range[0]]) {
      const omitted = stretch.slice(before.word + 1, words[0]);
      const isLong = omitted.length > MOST_OMITTED || omitted.includes(HOLE);
      const around = Math.min(sizes[segments[before.part]!]!, sizes[segments[range[0]]!]!);
      if (isLong && around < FEWEST_AROUND) {
        return true;
      }
    }
    before = { part: range[1], word: words[1] };
  }
  return same < FEWEST_AROUND;
}
