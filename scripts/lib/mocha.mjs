import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
