import assert from 'node:assert/strict';
import { adversaries, type Adversary } from './adversaries';
import { excessOf, MOST_GROWTH, processorTime, SMALL } from './measure';
import { SCANNERS } from './scanners';

/**
 * How many texts a scanner is given, and how many of them in full: those that took longest for their
 * length, since what grows too fast is slow at 50 KB already. `npm run fuzz -- --growth` gives more.
 */
const TEXTS = 14;
const IN_FULL = 1;

describe('processor time of scanners from 50 KB to 2 MB', function () {
  this.timeout(180_000);

  for (const [number, scanner] of SCANNERS.entries()) {
    it(`grows no more than ${MOST_GROWTH} times for ${scanner.name}`, async () => {
      const timed: { readonly adversary: Adversary; readonly ms: number }[] = [];
      for (const adversary of adversaries(scanner.tokens, number)) {
        if (timed.length === TEXTS) {
          break;
        }
        // Short first: what takes seconds there is told by the full reading, which stops early.
        const early = await processorTime(scanner, adversary.text(SMALL / 16));
        const ms = early > 250 ? Infinity : await processorTime(scanner, adversary.text(SMALL));
        timed.push({ adversary, ms });
      }
      timed.sort((a, b) => b.ms - a.ms);
      for (const { adversary } of timed.slice(0, IN_FULL)) {
        assert.equal(await excessOf(scanner, adversary), undefined);
      }
    });
  }
});
