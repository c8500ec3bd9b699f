import type { Adversary } from './adversaries';
import type { Scanner } from './scanner';

/** The length whose time the time of the full one is divided by, in UTF-16 units. */
export const SMALL = 50_000;
export const FULL = 2_000_000;

/** For 40 times the text: n log n gives 54, quadratic 1,600. */
export const MOST_GROWTH = 200;

/** Milliseconds of processor time below which a time is noise, and counts as so much. */
const NOISE_MS = 4;

/**
 * For twice the text: n log n gives 2.1. What is quadratic in part and grows 200 times from SMALL to
 * FULL spends four fifths of its time on that part, and gives 3.6 or more.
 */
const MOST_FOR_TWICE = 3.5;

/** Lengths on the way, where what grows too fast is stopped before it takes minutes. */
const STEPS = [800, 3_200, 12_500, SMALL, 250_000];

/** Milliseconds that make a step worth judging. */
const WORTH_JUDGING_MS = 1_000;

/** What a scanner does with an adversary that is too much for it. */
export interface Excess {
  readonly scanner: string;
  readonly adversary: string;
  readonly length: number;
  /** Processor time there, in milliseconds. */
  readonly ms: number;
  /** That divided by the time at `comparedTo`. */
  readonly growth: number;
  readonly comparedTo: number;
}

/** Milliseconds of processor time for one reading. */
export async function processorTime(scanner: Scanner, text: string): Promise<number> {
  const before = process.cpuUsage();
  try {
    await scanner.run(text);
  } catch (error) {
    // Bad input may be refused, but not for an expression that could not be made of it.
    if (error instanceof SyntaxError && /regular expression/i.test(error.message)) {
      throw error;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How a scanner's time grows from `SMALL` to `FULL`: `undefined` when by no more than `MOST_GROWTH`,
 * best of three, and for the last doubling of the length by no more than `MOST_FOR_TWICE`.
 */
export async function excessOf(
  scanner: Scanner,
  adversary: Adversary,
): Promise<Excess | undefined> {
  let shorter: { readonly length: number; readonly ms: number } | undefined;
  for (const length of STEPS) {
    const text = adversary.text(length);
    let ms = await processorTime(scanner, text);
    // A time that grows with the power of 1.75 makes 200 from SMALL to FULL by far.
    const isTooMuch = (): boolean =>
      shorter !== undefined &&
      ms > WORTH_JUDGING_MS &&
      ms / Math.max(shorter.ms, NOISE_MS) > (length / shorter.length) ** 1.75;
    for (let again = 0; again < 2 && isTooMuch(); again += 1) {
      ms = Math.min(ms, await processorTime(scanner, text));
    }
    if (isTooMuch()) {
      return excess(scanner, adversary, { length, ms }, shorter!);
    }
    shorter = { length, ms };
  }
  const full = adversary.text(FULL);
  let ms = await processorTime(scanner, full);
  if (ms <= MOST_GROWTH * NOISE_MS) {
    return undefined;
  }
  const small = { length: SMALL, ms: await best(scanner, adversary.text(SMALL)) };
  for (let again = 0; again < 2 && ms / Math.max(small.ms, NOISE_MS) > MOST_GROWTH; again += 1) {
    ms = Math.min(ms, await processorTime(scanner, full));
  }
  if (ms / Math.max(small.ms, NOISE_MS) <= MOST_GROWTH) {
    return undefined;
  }
  // A large text leaves the caches, and what is linear may take several times as long there.
  const half = await best(scanner, adversary.text(FULL / 2));
  return ms > MOST_FOR_TWICE * half
    ? excess(scanner, adversary, { length: FULL, ms }, small)
    : undefined;
}

function excess(
  scanner: Scanner,
  adversary: Adversary,
  { length, ms }: { readonly length: number; readonly ms: number },
  shorter: { readonly length: number; readonly ms: number },
): Excess {
  return {
    scanner: scanner.name,
    adversary: adversary.name,
    length,
    ms: Math.round(ms),
    growth: Math.round(ms / Math.max(shorter.ms, NOISE_MS)),
    comparedTo: shorter.length,
  };
}

/** Lengths by which texts are looked over before the slow ones are read in full. */
const GLANCE = [12_500, 100_000] as const;

/** Milliseconds of processor time at the second length that are too few to be looked into. */
const QUICK_MS = 40;

/**
 * Whether a scanner's time on short texts gives reason to read the full one: it grows by far more
 * than the text. Takes a hundredth of the time.
 */
export async function isSuspicious(scanner: Scanner, adversary: Adversary): Promise<boolean> {
  const [short, long] = GLANCE;
  for (const length of STEPS.filter((step) => step < short)) {
    if ((await processorTime(scanner, adversary.text(length))) > 1_000) {
      return true;
    }
  }
  const first = await processorTime(scanner, adversary.text(short));
  if (first > 1_000) {
    return true;
  }
  const text = adversary.text(long);
  const second = await processorTime(scanner, text);
  const isMuch = (ms: number): boolean => ms > QUICK_MS && ms / Math.max(first, 1) > 20;
  return isMuch(second) && isMuch(await processorTime(scanner, text));
}

async function best(scanner: Scanner, text: string): Promise<number> {
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    times.push(await processorTime(scanner, text));
  }
  return Math.min(...times);
}
