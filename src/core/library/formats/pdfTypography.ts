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
  /** The usual distance of baselines in type of a size, on a page that may be set wider. */
  readonly stepOf: (size: number, page: number) => number;
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
  const steps = new LineSteps();
  for (const [at, line] of lines.entries()) {
    sizes.add(half(line.size), line.text.length);
    fonts.add(line.font, line.text.length);
    tallyIn(edges, line.column).add(Math.round(line.left), 1);
    const before = lines[at - 1];
    if (before?.column === line.column && half(before.size) === half(line.size)) {
      steps.add(line, half(line.baseline - before.baseline));
    }
  }
  const stepOf = (size: number, page: number): number => steps.usual(size, page);
  const edgeOf = (column: PdfColumn): number => edges.get(column)?.most() ?? column.left;
  return {
    bodySize: sizes.most() ?? 10,
    stepOf,
    edgeOf,
    shareOf: (font) => fonts.share(font),
    hasIndents: prefersIndents(lines, stepOf, edgeOf),
  };
}

/** The distances of baselines in type of each size, in the whole document and on each page. */
class LineSteps {
  private readonly everywhere = new Map<number, Tally<number>>();
  private readonly onPages = new Map<number, Map<number, Tally<number>>>();

  add({ size, page }: FlowLine, step: number): void {
    const onPage = this.onPages.get(page) ?? new Map<number, Tally<number>>();
    this.onPages.set(page, onPage);
    for (const tallies of [this.everywhere, onPage]) {
      tallyIn(tallies, half(size)).add(step, 1);
    }
  }

  usual(size: number, page: number): number {
    const everywhere = usualStep(size, this.everywhere.get(half(size)));
    const onPage = this.onPages.get(page)?.get(half(size));
    const isKnown = onPage !== undefined && onPage.count(onPage.most() ?? 0) >= FEWEST_STEPS;
    // A page whose lines stand closer may be so for its table.
    return isKnown ? Math.max(usualStep(size, onPage), everywhere) : everywhere;
  }
}

function usualStep(size: number, tally: Tally<number> | undefined): number {
  const step = tally?.most() ?? 0;
  // Type that only stands in single lines has no step of its own, but gaps between paragraphs.
  const isWide = step > 1.6 * size && (tally?.count(step) ?? 0) < FEWEST_STEPS;
  return step > 0.8 * size && step < 3 * size && !isWide ? step : 1.25 * size;
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
    if (line.baseline - before.baseline > 1.3 * stepOf(line.size, line.page)) {
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
  private mostNow: Value | undefined;

  add(value: Value, count: number): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + count);
    this.total += count;
    this.mostNow = undefined;
  }

  /** The value counted most, the first of them where several are; `undefined` without any. */
  most(): Value | undefined {
    this.mostNow ??= this.findMost();
    return this.mostNow;
  }

  private findMost(): Value | undefined {
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
