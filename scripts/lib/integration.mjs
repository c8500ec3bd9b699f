import { rm } from 'node:fs/promises';
import { buildSuite, stageExtension } from '../build.mjs';
import { createHostRun, runInExtensionHost } from './extensionHost.mjs';
import { showResults } from './mocha.mjs';

/**
 * Runs test files under Mocha inside an extension host, and shows the failures.
 * @param {readonly string[]} files relative to the project
 * @returns {Promise<import('./mocha.mjs').Counts>} rejects when the tests leave no results
 */
export async function runHostTests(files) {
  const run = await createHostRun();
  await Promise.all([
    stageExtension(run.extension, { entry: 'test/integration/trackedExtension.ts' }),
    buildSuite(run.suite, 'test/integration/index.ts', files),
  ]);
  const counts = showResults(await runInExtensionHost(run));
  if (counts.failed === 0) {
    await rm(run.folder, { recursive: true });
  } else {
    console.error(`\nWhat VS Code and the extension wrote is in ${run.data}`);
  }
  return counts;
}
