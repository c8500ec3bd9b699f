import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import type { Server } from '../../scripts/lib/server.mjs';
import { NetworkWatch } from '../support/networkWatch';
import { waitFor } from '../support/waitFor';

/** Reaches for the network in every way that an extension could. Nobody answers at these addresses. */
const EXTENSION = `
const { fork } = require('node:child_process');
const { Worker } = require('node:worker_threads');
exports.activate = () => {
  const silent = () => undefined;
  require('node:net').connect(9, '127.0.0.1').on('error', silent);
  require('node:http').get('http://127.0.0.2:9/').on('error', silent);
  require('node:tls').connect({ host: '127.0.0.3', port: 9 }).on('error', silent);
  fetch('http://127.0.0.4:10009/').catch(silent);
  require('node:dns').resolve4('host.invalid', silent);
  require('node:dns').promises.lookup('other.invalid').catch(silent);
  require('node:dgram').createSocket('udp4').on('error', silent).send('x', 9, '127.0.0.1');
  new Worker(__dirname + '/thread.js');
  // As a process that must not inherit anything is started.
  fork(__dirname + '/child.js', [], { execArgv: ['--max-old-space-size=64'], env: {} });
};`;
const THREAD = `require('node:net').connect(9, '127.0.0.5').on('error', () => undefined);`;
const CHILD = `require('node:net').connect(9, '127.0.0.6').on('error', () => undefined);`;

// The end of every run asks whether anything was asked of the network. It means something only if
// what is asked is seen.
describe('the watch over the network', () => {
  let folder: string;
  let network: NetworkWatch;
  let server: Server;
  let browser: Browser;

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
    const extension = join(folder, 'extension');
    await mkdir(extension);
    const manifest = {
      ...{ name: 'control', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.101.0' } },
      ...{ main: './main.js', activationEvents: ['*'] },
    };
    await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(extension, 'main.js'), EXTENSION);
    await writeFile(join(extension, 'thread.js'), THREAD);
    await writeFile(join(extension, 'child.js'), CHILD);
    network = await NetworkWatch.start();
    [server, browser] = await Promise.all([
      startServer({
        dataFolder: join(folder, 'data'),
        smokeTestDriver: true,
        nodeArguments: network.nodeArguments,
      }),
      launchBrowser(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await network?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('sees what extension hosts, their threads and programs ask, and pages and their workers', async () => {
    const page = await browser.newPage({ proxy: network.contextProxy });
    await page.goto(
      server.url({
        folder,
        payload: { extensionDevelopmentPath: server.remoteUri(join(folder, 'extension')) },
      }),
    );
    await page.evaluate(async () => {
      await fetch('https://page.invalid/').catch(() => undefined);
      const code = `fetch('https://worker.invalid/').catch(() => undefined)`;
      new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      new WebSocket('wss://socket.invalid/');
    });
    const expected = [
      'browser: page.invalid:443',
      'browser: socket.invalid:443',
      'browser: worker.invalid:443',
      'extensionHost: dns host.invalid',
      'extensionHost: dns other.invalid',
      'extensionHost: tcp 127.0.0.1:9',
      'extensionHost: tcp 127.0.0.2:9',
      'extensionHost: tcp 127.0.0.3:9',
      'extensionHost: tcp 127.0.0.4:10009',
      'extensionHost: udp',
      'node, thread: tcp 127.0.0.5:9',
      'node: tcp 127.0.0.6:9',
    ];
    // What is missing is told below.
    await waitFor(
      'all that was asked',
      async () => {
        const seen = await network.requests();
        return expected.every((request) => seen.includes(request));
      },
      80_000,
    ).catch(() => undefined);
    assert.deepEqual(await network.requests(), expected);
  });
});
