import { parseArgs } from 'node:util';
import { fuzz, type FuzzReport } from './fuzz';
import { KINDS, type FuzzKind } from './kinds';

const HELP = `npm run fuzz -- [--files N] [--format F …] [--seed N] [--first N] [--json]

Spoils well-formed documents, glossaries, bibliographies, tables and notes, and has each read as the
extension reads it, in a process or a thread with limits of time and memory; so it has files that were
crafted to do harm. Fails when one hangs, ends what reads it, or gives what is not sound; such files
are left in test-results/hostile.

  --files N    so many a format; 200 when absent. 2,000 take some minutes
  --format F   only this format: ${Object.keys(KINDS).join(', ')}; may be repeated
  --seed N     other files for another number; 1 when absent
  --first N    the number of the first file, to have one again: --first 123 --files 1
  --json       JSON instead of a table
`;

/** Started in the project's folder, with the bundles that read beside this one. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '200' },
      format: { type: 'string', multiple: true, default: Object.keys(KINDS) },
      seed: { type: 'string', default: '1' },
      first: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const reports: FuzzReport[] = [];
  for await (const report of fuzz({
    formats: values.format.filter((name): name is FuzzKind => Object.hasOwn(KINDS, name)),
    files: Number(values.files),
    seed: Number(values.seed),
    first: Number(values.first),
    bundles: __dirname,
    keep: 'test-results/hostile',
  })) {
    reports.push(report);
    process.stderr.write(values.json ? '' : `${reportAsText(report)}\n`);
  }
  if (values.json) {
    process.stdout.write(JSON.stringify(reports, undefined, 2));
  }
  process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

function reportAsText({ format, files, outcomes, slowest, failures, reasons }: FuzzReport): string {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  return [
    `${format}: ${files} files: ${counts.join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.name})`,
    ...failures.map(({ outcome, detail, file }) => `  ✖ ${outcome} ${file}\n    ${detail}`),
    ...reasons.slice(0, 8).map(([reason, count]) => `  ${count} × ${reason.slice(0, 120)}`),
  ].join('\n');
}

void main();
