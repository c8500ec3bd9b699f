import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildHostTests, stageExtension } from '../build.mjs';
import { createHostRun, runInExtensionHost } from './extensionHost.mjs';
import { readResults } from './mocha.mjs';

/**
 * Runs test files under Mocha inside an extension host, and shows the failures.
 * @param {readonly string[]} files relative to the project
 * @returns {Promise<import('./mocha.mjs').Counts>} rejects when the tests leave no results
 */
export async function runHostTests(files) {
  const run = await createHostRun();
  await Promise.all([
    stageExtension(run.extension, { entry: 'test/integration/trackedExtension.ts' }),
    buildHostTests(run.suite, files),
  ]);
  /** @type {Error | undefined} */
  let problem;
  await runInExtensionHost(run).catch((error) => {
    problem = error;
  });
  const counts = await readResults(join(run.suite, 'results.json'));
  if (counts?.failed === 0 && problem === undefined) {
    await rm(run.folder, { recursive: true });
    return counts;
  }
  console.error(`\nWhat VS Code and the extension wrote is in ${run.folder}`);
  if (counts === undefined || counts.failed === 0) {
    throw problem ?? new Error('The tests left no results.');
  }
  return counts;
}
