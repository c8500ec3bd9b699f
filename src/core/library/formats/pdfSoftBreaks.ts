import type { BrokenLine } from './joinLines';
import type { PlacedLine } from './pdfColumns';

/** How wide a hyphen is, in sizes. */
const NARROWEST = 0.22;
const WIDEST = 0.42;
/** How far from the edge, in points, the lines of a column end that is set to both edges. */
const AT_EDGE = 0.6;
const FEWEST_LINES = 5;

/**
 * Lines of a column with those marked that may end in a soft hyphen, which PDF.js leaves out: where
 * most lines end at one edge, those that end in a letter a hyphen's width before it, and go on in a
 * small letter.
 */
export function withHyphenRoom(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const edge = usualEdge(lines);
  if (edge === undefined) {
    return lines;
  }
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const room = (edge - line.right) / line.size;
    const hasHyphenRoom =
      next !== undefined &&
      room >= NARROWEST &&
      room <= WIDEST &&
      /\p{L}$/u.test(line.text) &&
      /^\p{Ll}/u.test(next.text);
    return hasHyphenRoom ? { ...line, hasHyphenRoom } : line;
  });
}

/** Lines of a paragraph that end softly where the words that a line may part are one elsewhere. */
export function withSoftEnds(
  lines: readonly PlacedLine[],
  isWord: (word: string) => boolean,
): readonly BrokenLine[] {
  return lines.map((line, at) => {
    const next = lines[at + 1];
    if (line.hasHyphenRoom !== true || next === undefined) {
      return line;
    }
    const before = line.text.slice(line.text.lastIndexOf(' ') + 1);
    const [after = ''] = /^\p{L}+/u.exec(next.text) ?? [];
    return isWord((before + after).toLowerCase()) ? { ...line, endsSoft: true } : line;
  });
}

/** Where most lines end; `undefined` where they do not end at one place. */
function usualEdge(lines: readonly PlacedLine[]): number | undefined {
  const edges = lines.map(({ right }) => right).sort((a, b) => a - b);
  let best = { edge: 0, count: 0 };
  let first = 0;
  for (const [at, edge] of edges.entries()) {
    while ((edges[first] ?? edge) < edge - AT_EDGE) {
      first++;
    }
    best = at - first + 1 > best.count ? { edge, count: at - first + 1 } : best;
  }
  return best.count >= FEWEST_LINES && best.count >= 0.4 * lines.length ? best.edge : undefined;
}
