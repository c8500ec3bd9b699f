import type { PdfColumn, PlacedLine } from './pdfColumns';

/** A line in the order in which a document is read. */
export interface FlowLine extends PlacedLine {
  /** Counted from 1. */
  readonly page: number;
}

/** How a document is set, as far as its lines show. */
export interface Typography {
  /** The size of most of its letters, in points. */
  readonly bodySize: number;
  /** The usual distance of baselines in type of a size. */
  readonly stepOf: (size: number) => number;
  /** Where most lines of a column begin. */
  readonly edgeOf: (column: PdfColumn) => number;
  /** The share of the document's letters, from 0 to 1, that a font has. */
  readonly shareOf: (font: string) => number;
  /** Whether paragraphs are told apart by the indent of their first line, and not by a gap. */
  readonly hasIndents: boolean;
}

/** So many wide steps are needed to tell that lines, and not paragraphs, stand far apart. */
const FEWEST_STEPS = 5;

export function typographyOf(lines: readonly FlowLine[]): Typography {
  const sizes = new Tally<number>();
  const fonts = new Tally<string>();
  const edges = new Map<PdfColumn, Tally<number>>();
  const steps = new Map<number, Tally<number>>();
  for (const [at, line] of lines.entries()) {
    sizes.add(half(line.size), line.text.length);
    fonts.add(line.font, line.text.length);
    tallyIn(edges, line.column).add(Math.round(line.left), 1);
    const before = lines[at - 1];
    if (before?.column === line.column && half(before.size) === half(line.size)) {
      tallyIn(steps, half(line.size)).add(half(line.baseline - before.baseline), 1);
    }
  }
  const stepOf = (size: number): number => {
    const tally = steps.get(half(size));
    const step = tally?.most() ?? 0;
    // Type that only stands in single lines has no step of its own, but gaps between paragraphs.
    const isWide = step > 1.6 * size && (tally?.count(step) ?? 0) < FEWEST_STEPS;
    return step > 0.8 * size && step < 3 * size && !isWide ? step : 1.25 * size;
  };
  const edgeOf = (column: PdfColumn): number => edges.get(column)?.most() ?? column.left;
  return {
    bodySize: sizes.most() ?? 10,
    stepOf,
    edgeOf,
    shareOf: (font) => fonts.share(font),
    hasIndents: prefersIndents(lines, stepOf, edgeOf),
  };
}

function prefersIndents(
  lines: readonly FlowLine[],
  stepOf: Typography['stepOf'],
  edgeOf: Typography['edgeOf'],
): boolean {
  let indents = 0;
  let gaps = 0;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before?.column !== line.column || half(before.size) !== half(line.size)) {
      continue;
    }
    const edge = edgeOf(line.column);
    if (line.baseline - before.baseline > 1.3 * stepOf(line.size)) {
      gaps++;
    } else if (line.left - edge > 0.8 * line.size && before.left - edge < 0.5 * line.size) {
      indents++;
    }
  }
  return indents > gaps;
}

/** Sizes and distances to half a point, which is as fine as differences can be seen. */
function half(length: number): number {
  return Math.round(length * 2) / 2;
}

class Tally<Value> {
  private readonly counts = new Map<Value, number>();
  private total = 0;

  add(value: Value, count: number): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + count);
    this.total += count;
  }

  /** The value counted most, the first of them where several are; `undefined` without any. */
  most(): Value | undefined {
    let most: readonly [Value, number] | undefined;
    for (const entry of this.counts) {
      most = most && most[1] >= entry[1] ? most : entry;
    }
    return most?.[0];
  }

  count(value: Value): number {
    return this.counts.get(value) ?? 0;
  }

  share(value: Value): number {
    return this.count(value) / Math.max(1, this.total);
  }
}

function tallyIn<Key, Value>(tallies: Map<Key, Tally<Value>>, key: Key): Tally<Value> {
  const tally = tallies.get(key) ?? new Tally<Value>();
  tallies.set(key, tally);
  return tally;
}
