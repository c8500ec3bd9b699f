import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { buildProgram } from '../build.mjs';
import { cacheFolder } from './paths.mjs';
import { runTool } from './run.mjs';

/**
 * How many tests passed and failed.
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * Runs test files under Mocha, in a Node of its own, and shows the failures.
 * @param {readonly string[]} args files and options
 * @param {NodeJS.ProcessEnv} [env] on top of our own
 * @returns {Promise<Counts>} rejects when Mocha itself fails
 */
export async function runMocha(args, env) {
  const folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
  const file = join(folder, 'results.json');
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${file}`];
  try {
    /** @type {Error | undefined} */
    let problem;
    await runTool('mocha', [...reporter, ...args], { ...(env && { env }) }).catch((error) => {
      problem = error;
    });
    const results = await readFile(file, 'utf8').catch(() => '');
    const counts = showResults(results);
    if (problem !== undefined && counts.failed === 0) {
      throw problem;
    }
    return counts;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Runs test files as `runMocha` does, but bundled as what ships is: a module that is loaded by itself
 * reads what it imports through getters, which cost a scanner up to ten times its own time.
 * @param {readonly string[]} files relative to the project, whose names differ
 */
export async function runBundledMocha(files) {
  // Within the project, where packages are found that are not bundled.
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'mocha-'));
  try {
    const bundles = files.map((file) => join(folder, `${parse(file).name}.js`));
    await Promise.all(files.map((file, at) => buildProgram(file, bundles[at] ?? '')));
    return await runMocha(['--no-config', '--forbid-only', '--forbid-pending', ...bundles]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Reads what Mocha's JSON reporter wrote and shows the failures. A skipped test counts as failed.
 * @param {string} results
 * @returns {Counts} of no tests when there are no results
 */
export function showResults(results) {
  if (results === '') {
    return { passed: 0, failed: 0 };
  }
  const { stats, failures, pending } = /** @type {Report} */ (JSON.parse(results));
  for (const { fullTitle, err } of failures) {
    console.error(`\n  ✖ ${fullTitle}\n${indent(err.stack ?? err.message ?? 'failed')}`);
  }
  for (const { fullTitle } of pending) {
    console.error(`\n  ✖ ${fullTitle}\n${indent('is skipped')}`);
  }
  return { passed: stats.passes, failed: stats.failures + stats.pending };
}

/**
 * What Mocha's JSON reporter writes, as far as it is read here.
 * @typedef {object} Report
 * @property {{ passes: number, failures: number, pending: number }} stats
 * @property {Test[]} failures
 * @property {Test[]} pending
 *
 * @typedef {{ fullTitle: string, err: { stack?: string, message?: string } }} Test
 */

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '    ');
}
