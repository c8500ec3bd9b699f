export interface RankedPassage {
  readonly passage: number;
  /** From 0 to about 1.4; comparable between queries to the same index only roughly. */
  readonly score: number;
  /** The share of the query's information that the passage covers, from 0 to 1. */
  readonly coverage: number;
  /** The score without what a passage is put back for, as one that only stands below what is asked for. */
  readonly relevance: number;
}

/** Best first; equal ones in their own order. */
export function byScore(a: RankedPassage, b: RankedPassage): number {
  return b.score - a.score || a.passage - b.passage;
}

/** The best few of many, in a binary heap whose root is the worst of them. */
export class BestPassages {
  private readonly heap: RankedPassage[] = [];

  constructor(private readonly limit: number) {}

  offer(passage: number, score: number, coverage: number, relevance = score): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push({ passage, score, coverage, relevance });
      this.rise(heap.length - 1);
      return;
    }
    const worst = heap[0]!;
    if (score > worst.score || (score === worst.score && passage < worst.passage)) {
      heap[0] = { passage, score, coverage, relevance };
      this.sink();
    }
  }

  /** All of them, best first. */
  take(): RankedPassage[] {
    return this.heap.sort(byScore);
  }

  private rise(from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (byScore(heap[at]!, heap[parent]!) <= 0) {
        return;
      }
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && byScore(heap[child]!, heap[worst]!) > 0) {
          worst = child;
        }
      }
      if (worst === at) {
        return;
      }
      this.swap(at, worst);
      at = worst;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}

/** The best few of many scores, in a binary heap whose root is the least of them. */
export class BestScores {
  private readonly heap: Float64Array;

  constructor(limit: number) {
    this.heap = new Float64Array(limit);
  }

  /** The least of them; 0 as long as there are fewer. */
  get least(): number {
    return this.heap[0]!;
  }

  /** Takes a score, which must be more than `least`, in its stead. */
  offer(score: number): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) {
        child += 1;
      }
      if (child >= heap.length || heap[child]! >= score) {
        break;
      }
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = score;
  }
}
