import { itemAt } from '../../../util/defined';
import type { PlacedLine } from './pdfColumns';

/** Lines at most that stand between two of a paragraph. */
const MOST_BETWEEN = 3;
/** How far apart at most, in sizes, the lines of a paragraph stand. */
const NEAR = 1.6;

/**
 * Lines with those put behind that stand beside a paragraph and not in it: a number or a note in the
 * margin, the word below an icon. Such a line has its height between two that belong together, and
 * does not lie above or below either.
 */
export function withoutInterruptions(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const ordered: PlacedLine[] = [];
  let asides: PlacedLine[] = [];
  let last: PlacedLine | undefined;
  for (let at = 0; at < lines.length;) {
    const line = itemAt(lines, at);
    const count = last ? interruption(lines, at, last) : 0;
    if (count > 0) {
      asides.push(...lines.slice(at, at + count).map((one) => ({ ...one, isAside: true })));
      at += count;
      continue;
    }
    if (last && asides.length > 0 && !goesOnFrom(last, line)) {
      ordered.push(...asides);
      asides = [];
    }
    ordered.push(line);
    last = line;
    at++;
  }
  return [...ordered, ...asides];
}

/** How many lines from `at` on stand beside a paragraph that goes on from `last` behind them. */
function interruption(lines: readonly PlacedLine[], at: number, last: PlacedLine): number {
  for (let count = 1; count <= MOST_BETWEEN && at + count < lines.length; count++) {
    const line = itemAt(lines, at + count);
    if (goesOnFrom(last, line)) {
      const isInterruption = (one: PlacedLine): boolean =>
        isBeside(one, last) && (isBeside(one, line) || isAtHeight(one, last));
      return lines.slice(at, at + count).every(isInterruption) ? count : 0;
    }
  }
  return 0;
}

function isBeside(line: PlacedLine, other: PlacedLine): boolean {
  return line.left > other.right || line.right < other.left;
}

function isAtHeight(line: PlacedLine, other: PlacedLine): boolean {
  return line.baseline - other.baseline < 0.7 * other.size;
}

function goesOnFrom(last: PlacedLine, line: PlacedLine): boolean {
  const step = line.baseline - last.baseline;
  return (
    step > 0 &&
    step <= NEAR * last.size &&
    Math.abs(line.size - last.size) <= 0.1 * last.size &&
    Math.abs(line.left - last.left) <= 4 * last.size
  );
}
