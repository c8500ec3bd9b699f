import { isNumber, isObject } from '../../util/shape';

/** The sources of most that are remembered; those that came first are forgotten first. */
const MOST_SOURCES = 50_000;
/** The subjects and searches of most whose last look is remembered. */
const MOST_LOOKS = 5_000;

/**
 * What is new since somebody last looked: passages of sources that came after that. A source is the same
 * by its id, so that one that is read again, or has changed, is not new. Time is counted in rounds, one
 * each time sources come, since clocks go back.
 */
export class News {
  private round: number;
  private readonly cameIn: Map<string, number>;
  private readonly looks: Map<string, number>;
  private lookedAtAll: number;

  /** @param stored what `toJSON` gave in an earlier session; what makes no sense of it is passed over */
  constructor(stored?: unknown) {
    const { round, sources, looks, all } = isObject(stored) ? stored : {};
    this.cameIn = numbersIn(sources);
    this.looks = numbersIn(looks);
    this.lookedAtAll = isNumber(all) ? all : 0;
    this.round = isNumber(round) ? round : 0;
  }

  /** Whether it is known which sources there were. Until then nothing is new. */
  get hasBegun(): boolean {
    return this.round > 0;
  }

  /**
   * Takes note of the sources that there are; those of the first time are not new.
   * @returns whether some had not been there before
   */
  meet(sources: Iterable<string>): boolean {
    const came = [...sources].filter((id) => !this.cameIn.has(id));
    const isFirst = !this.hasBegun;
    if (isFirst || came.length > 0) {
      this.round += 1;
      came.forEach((id) => this.cameIn.set(id, isFirst ? 0 : this.round));
    }
    return came.length > 0;
  }

  /** Whether a source came after the last look at `subject`, any text that names what is looked at. */
  isNew(source: string, subject: string): boolean {
    return (
      (this.cameIn.get(source) ?? 0) > Math.max(this.looks.get(subject) ?? 0, this.lookedAtAll)
    );
  }

  /** The sources that are new to somebody who has not looked at a subject at all. */
  get newest(): readonly string[] {
    return [...this.cameIn].filter(([, round]) => round > this.lookedAtAll).map(([id]) => id);
  }

  /** Remembers a look. */
  look(subject: string): void {
    this.looks.delete(subject);
    this.looks.set(subject, this.round);
  }

  /** Remembers a look at everything. */
  lookAtAll(): void {
    this.lookedAtAll = this.round;
    this.looks.clear();
  }

  toJSON(): unknown {
    return {
      round: this.round,
      all: this.lookedAtAll,
      sources: Object.fromEntries([...this.cameIn].slice(-MOST_SOURCES)),
      looks: Object.fromEntries([...this.looks].slice(-MOST_LOOKS)),
    };
  }
}

function numbersIn(value: unknown): Map<string, number> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, number] => isNumber(entry[1])));
}
