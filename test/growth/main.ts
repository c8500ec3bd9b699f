import { parseArgs } from 'node:util';
import { adversaries } from './adversaries';
import { excessOf, isSuspicious, MOST_GROWTH, type Excess } from './measure';
import { SCANNERS } from './scanners';

const HELP = `npm run fuzz -- --growth [--scanner TEXT …] [--adversaries N] [--seed N] [--json]

Gives every scanner of the table in test/growth texts that are to cost it time, and compares its
processor time at 2 MB with that at 50 KB. Fails when it grows more than ${MOST_GROWTH} times: n log n
gives 54, quadratic 1,600.

  --scanner TEXT    only those whose name has this in it; may be repeated
  --adversaries N   how many texts a scanner; 300 when absent, which takes some hours for all
  --seed N          other texts for another number; 1 when absent
  --thorough        reads every text at full length, rather than those that short ones make suspicious
  --json            JSON instead of a line for each
`;

/** Started by `scripts/fuzz.mjs`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      growth: { type: 'boolean', default: true },
      scanner: { type: 'string', multiple: true, default: [''] },
      adversaries: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      thorough: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const found: Excess[] = [];
  for (const scanner of SCANNERS) {
    if (!values.scanner.some((part) => scanner.name.includes(part))) {
      continue;
    }
    let tried = 0;
    let failed = 0;
    const before = process.cpuUsage().user;
    for (const adversary of adversaries(scanner.tokens, Number(values.seed))) {
      if (tried === Number(values.adversaries)) {
        break;
      }
      tried += 1;
      const isWanted = values.thorough || (await isSuspicious(scanner, adversary));
      const excess = isWanted ? await excessOf(scanner, adversary) : undefined;
      if (excess !== undefined) {
        failed += 1;
        found.push(excess);
        if (!values.json) {
          const { adversary: name, length, ms, growth, comparedTo } = excess;
          process.stderr.write(
            `  ${scanner.name}: ${name}: ${ms} ms at ${length}, ${growth} times ${comparedTo}\n`,
          );
        }
      }
    }
    if (!values.json) {
      const seconds = ((process.cpuUsage().user - before) / 1_000_000).toFixed(1);
      process.stderr.write(`${scanner.name}: ${tried} texts, ${failed} too much (${seconds} s)\n`);
    }
  }
  if (values.json) {
    process.stdout.write(JSON.stringify(found, undefined, 2));
  }
  process.exitCode = found.length > 0 ? 1 : 0;
}

void main();
