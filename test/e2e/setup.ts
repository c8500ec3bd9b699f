import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { resultsFolder } from '../../scripts/lib/paths.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { packageExtension } from '../../scripts/lib/vsix.mjs';
import { NetworkWatch } from '../support/networkWatch';
import { Workbench } from './workbench';
import type { WorkbenchOptions } from './workbench';

/** How the names of pictures of failures begin. */
const FAILED = 'failed-';

let server: Server;
let browser: Browser;
let dataFolder: string;
let network: NetworkWatch;

/** Starts one VS Code with the packaged extension, and one browser, for all files of this run. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(300_000);
    await removeFailures();
    dataFolder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
    const vsix = process.env['IP4_DESK_VSIX'] || (await packageExtension());
    network = await NetworkWatch.start();
    [server, browser] = await Promise.all([
      startServer({ dataFolder, vsix, nodeArguments: network.nodeArguments }),
      launchBrowser(),
    ]);
  },
  async afterAll(): Promise<void> {
    await browser?.close();
    await server?.stop();
    const requests = await network?.requests();
    await network?.stop();
    await rm(dataFolder, { recursive: true, force: true });
    assert.deepEqual(requests, [], 'Something was asked of the network in this run.');
  },
};

/** The folder of the packaged extension as VS Code has installed it. */
export async function installedExtension(): Promise<string> {
  const extensions = join(dataFolder, 'extensions');
  const name = (await readdir(extensions)).find((folder) => folder.startsWith('ip4desk.'));
  if (name === undefined) {
    throw new Error(`The extension is not in ${extensions}.`);
  }
  return join(extensions, name);
}

/** What Node has to be started with so that this run's watch over the network sees it. */
export function watchedNode(): readonly string[] {
  return network.nodeArguments;
}

/** Removes the pictures of failures of earlier runs. */
async function removeFailures(): Promise<void> {
  const names = await readdir(resultsFolder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(FAILED))) {
    await rm(join(resultsFolder, name));
  }
}

/**
 * Gives a suite a workbench of its own, opened before its first test and closed after its last.
 * When a test fails, what could be seen then is kept in `test-results/`.
 * @param own a server of the suite's own, and what its workbench is told; absent for the server that
 *   all suites share
 * @returns how to get it, from within a test
 */
export function useWorkbench(
  options: WorkbenchOptions = {},
  own?: () => { readonly server: Server; readonly payload?: Record<string, string> },
): () => Workbench {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(120_000);
    const { server: serving, ...more } = own?.() ?? { server };
    workbench = await Workbench.open(browser, serving, {
      ...options,
      ...more,
      proxy: network.contextProxy,
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench?.screenshot(`${FAILED}${this.currentTest.fullTitle()}`);
    }
  });
  after(async () => {
    await workbench?.close();
  });
  return () => {
    if (workbench === undefined) {
      throw new Error('The workbench is open only while tests run.');
    }
    return workbench;
  };
}
