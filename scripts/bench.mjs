import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildExtension, buildProgram, buildSuite, stageExtension } from './build.mjs';
import { createHostRun, runInExtensionHost } from './lib/extensionHost.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { packageExtension } from './lib/vsix.mjs';

// Measures what ships and prints a table, or JSON with --json. Asserts nothing.

/** @typedef {import('../test/bench/measurement').Measurement} Measurement */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const measurements = [
  ...(await measureHost('test/bench/hostTree.ts')),
  ...(await measureHost('test/bench/hostHover.ts')),
  ...(await measureCore()),
  ...(await measureSizes()),
];
console.log(values.json ? JSON.stringify(measurements, undefined, 2) : table(measurements));

/**
 * Runs a suite in a fresh extension host.
 * @param {string} suite
 * @returns {Promise<Measurement[]>}
 */
async function measureHost(suite) {
  console.error(`Measuring in VS Code: ${suite} …`);
  const run = await createHostRun();
  const entry = 'test/bench/timedExtension.ts';
  await Promise.all([
    stageExtension(run.extension, { production: true, entry }),
    buildSuite(run.suite, suite),
  ]);
  const results = await runInExtensionHost(run);
  await rm(run.folder, { recursive: true });
  return JSON.parse(results);
}

/** @returns {Promise<Measurement[]>} */
async function measureCore() {
  console.error('Measuring the core in Node …');
  const folder = await mkdtemp(join(cacheFolder, 'bench-'));
  try {
    const program = join(folder, 'core.cjs');
    await buildProgram('test/bench/core.ts', program);
    const args = ['--expose-gc', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @returns {Promise<Measurement[]>} */
async function measureSizes() {
  console.error('Measuring sizes …');
  const folder = await mkdtemp(join(cacheFolder, 'bench-'));
  try {
    await buildExtension(folder, { production: true });
    const kilobytes = async (/** @type {string} */ file) => (await stat(file)).size / 1000;
    return [
      { name: 'size: package', value: await kilobytes(await packageExtension()), unit: 'kB' },
      {
        name: 'size: bundle for Node',
        value: await kilobytes(join(folder, 'extension.js')),
        unit: 'kB',
      },
      {
        name: 'size: bundle for the web',
        value: await kilobytes(join(folder, 'web', 'extension.js')),
        unit: 'kB',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {readonly Measurement[]} rows */
function table(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, value, unit }) => {
      const number = value.toLocaleString('en', { maximumSignificantDigits: 4 });
      return `${name.padEnd(width)} ${number.padStart(10)} ${unit}`;
    })
    .join('\n');
}
