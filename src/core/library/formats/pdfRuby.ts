import { rank } from '../../../util/rank';
import type { PdfFragment } from './pdfLines';

/** Signs that tell how others are read: kana, the marks of their length and repetition, bopomofo. */
const READING =
  /^[\s\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30fb\u30fc\u02c7\u02ca\u02cb\u02d9]+$/u;
const HAN = /\p{Script=Han}/u;

/** The largest that ruby is, in parts of the type that it explains; most is half as large. */
const LARGEST_SHARE = 0.62;
/** How far ruby stands above its line, baseline to baseline, in parts of the size of the line. */
const [NEAREST, FARTHEST] = [0.5, 1.25];

/** Where a stretch of a line has Han characters. */
interface Stretch {
  readonly left: number;
  right: number;
  size: number;
}

/**
 * Fragments without ruby: the small readings above Han characters (beside them in columns), which
 * are no words of the text. Takes n log n.
 */
export function withoutRuby(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  const readings = new Set(fragments.filter(({ text }) => READING.test(text)));
  if (readings.size === 0) {
    return fragments;
  }
  const lines = linesWithHan(fragments);
  return fragments.filter((fragment) => !readings.has(fragment) || !isRuby(fragment, lines));
}

/** By the baseline in whole points, from left to right, without overlap. */
function linesWithHan(fragments: readonly PdfFragment[]): ReadonlyMap<number, readonly Stretch[]> {
  const lines = new Map<number, Stretch[]>();
  for (const { text, left, right, baseline, size } of [...fragments].sort(
    (a, b) => a.left - b.left,
  )) {
    if (!HAN.test(text)) {
      continue;
    }
    const key = Math.round(baseline);
    const line = lines.get(key) ?? [];
    lines.set(key, line);
    const last = line.at(-1);
    // Ruby may reach out over its characters a little.
    const from = left - 0.5 * size;
    const to = right + 0.5 * size;
    if (last && from <= last.right) {
      last.right = Math.max(last.right, to);
      last.size = Math.max(last.size, size);
    } else {
      line.push({ left: from, right: to, size });
    }
  }
  return lines;
}

/** Type larger than this, in points, has no ruby: the search for its line would have no end. */
const LARGEST_RUBY = 40;

function isRuby(
  { left, right, baseline, size }: PdfFragment,
  lines: ReadonlyMap<number, readonly Stretch[]>,
): boolean {
  if (size > LARGEST_RUBY) {
    return false;
  }
  const first = Math.round(baseline + (NEAREST * size) / LARGEST_SHARE);
  const last = Math.round(baseline + FARTHEST * 3 * size);
  for (let at = first; at <= last; at++) {
    const line = lines.get(at);
    const base = line && stretchOver(line, left, right);
    if (base && size <= LARGEST_SHARE * base.size) {
      const rise = (at - baseline) / base.size;
      return rise > NEAREST && rise < FARTHEST;
    }
  }
  return false;
}

/** The last stretch that has something between two places. */
function stretchOver(line: readonly Stretch[], from: number, to: number): Stretch | undefined {
  const begun = rank(line.length, (index) => (line[index]?.left ?? Infinity) <= to);
  const found = line[begun - 1];
  return found && found.right >= from ? found : undefined;
}
