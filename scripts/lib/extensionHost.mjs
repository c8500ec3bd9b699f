import { runTests } from '@vscode/test-electron';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { findDesktop } from './desktop.mjs';
import { cacheFolder, root } from './paths.mjs';
import { startServer } from './server.mjs';

/** A suite that takes longer than this many milliseconds hangs. */
const SUITE_TIMEOUT = 30 * 60_000;

/**
 * The folders of one run inside an extension host, all below `folder`.
 * @typedef {object} HostRun
 * @property {string} folder
 * @property {string} extension the extension under development, to be filled by the caller
 * @property {string} suite where the caller puts an `index.js` that exports `run(): Promise<void>`
 * @property {string} workspace a copy of the sample notes
 * @property {string} data where VS Code keeps everything
 */

/**
 * Makes the folders of a run. They lie within the project, so that suites find Mocha.
 * @returns {Promise<HostRun>}
 */
export async function createHostRun() {
  const runs = join(cacheFolder, 'runs');
  await mkdir(runs, { recursive: true });
  const folder = await mkdtemp(join(runs, 'host-'));
  const workspace = join(folder, 'notes');
  await cp(join(root, 'samples'), workspace, { recursive: true });
  return {
    folder,
    extension: join(folder, 'extension'),
    suite: join(folder, 'suite'),
    workspace,
    data: join(folder, 'data'),
  };
}

/**
 * Runs a suite inside the extension host of a real VS Code: the desktop one where it can be had and
 * shown, otherwise the server with a headless browser on it. The same suite serves both. It leaves
 * its results in a file `results.json` beside it, since neither VS Code hands them on.
 * @param {HostRun} run
 * @returns {Promise<string>} the results; rejects when there are none
 */
export async function runInExtensionHost(run) {
  const desktop = await findDesktop();
  if (desktop !== undefined) {
    await runOnDesktop(run, desktop);
    const results = await readResults(run);
    if (results !== '') {
      return results;
    }
    console.error('VS Code could not be started on the desktop: using its server instead.');
  }
  await runBehindBrowser(run);
  const results = await readResults(run);
  if (results === '') {
    throw new Error(`The suite left no results. What VS Code wrote is in ${run.data}`);
  }
  return results;
}

/** @param {HostRun} run */
async function readResults(run) {
  return readFile(join(run.suite, 'results.json'), 'utf8').catch(() => '');
}

/**
 * @param {HostRun} run
 * @param {string} vscodeExecutablePath
 */
async function runOnDesktop(run, vscodeExecutablePath) {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: run.extension,
    extensionTestsPath: join(run.suite, 'index.js'),
    launchArgs: [run.workspace, '--disable-extensions', `--user-data-dir=${run.data}`],
  }).catch((error) => console.error(String(error)));
}

/** @param {HostRun} run */
async function runBehindBrowser(run) {
  const server = await startServer({ dataFolder: run.data, smokeTestDriver: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const url = server.url({
      folder: run.workspace,
      payload: {
        extensionDevelopmentPath: server.remoteUri(run.extension),
        extensionTestsPath: server.remoteUri(join(run.suite, 'index.js')),
      },
    });
    const printed = createWriteStream(join(run.data, 'console.log'));
    page.on('console', (message) => printed.write(`${message.text()}\n`));
    const [logs] = await Promise.all([suiteEnd(page), page.goto(url)]);
    for (const { relativePath, contents } of logs) {
      const file = join(run.data, 'window', relativePath);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, contents);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * A log file of the workbench.
 * @typedef {{ relativePath: string, contents: string }} LogFile
 */

/**
 * Waits until the workbench says that its extension host has run the suite.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly LogFile[]>} what the workbench has logged
 */
function suiteEnd(page) {
  return new Promise((resolve, reject) => {
    const onExit = (/** @type {number} */ _code, /** @type {LogFile[]} */ logs) => resolve(logs);
    page.exposeFunction('codeAutomationExit', onExit).catch(reject);
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    setTimeout(() => reject(new Error('The suite did not end in time.')), SUITE_TIMEOUT).unref();
  });
}
