import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';
import { ensureServer } from './vscode.mjs';

/** Settings that keep a fresh workbench quiet: no tours, no questions, nothing that asks the network. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** How many milliseconds the server may take until it listens; it needs about a second. */
const START_TIMEOUT = 60_000;

/** How long it may take to end by itself, with browsers that are still connected. */
const STOP_TIMEOUT = 5_000;

/**
 * A running VS Code server.
 * @typedef {object} Server
 * @property {(options?: { folder?: string, payload?: Record<string, string> }) => string} url
 *   the address of a workbench on `folder`; the payload's values reach the workbench as options
 * @property {(path: string) => string} remoteUri how that workbench names a file of this machine
 * @property {() => Promise<void>} stop
 */

/**
 * Starts VS Code's server on a free port, with data of its own, so that any number can run at once.
 * @param {object} options
 * @param {string} options.dataFolder where this server keeps everything, extensions included
 * @param {string} [options.vsix] a packaged extension to install first, as a user would
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {boolean} [options.smokeTestDriver] whether the workbench may be given a test suite to run
 * @param {readonly string[]} [options.nodeArguments] for the Node that runs it and its extension hosts
 * @returns {Promise<Server>} resolves once it listens
 */
export async function startServer({
  dataFolder,
  vsix,
  settings,
  smokeTestDriver = false,
  nodeArguments = [],
}) {
  const { node, main } = await ensureServer();
  const user = join(dataFolder, 'data', 'User');
  await mkdir(user, { recursive: true });
  await writeFile(
    join(user, 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2),
  );
  const folders = [
    '--server-data-dir',
    dataFolder,
    '--extensions-dir',
    join(dataFolder, 'extensions'),
  ];
  if (vsix !== undefined) {
    await run(node, [main, '--install-extension', vsix, ...folders]);
  }

  // Without a token any web page that the user has open could reach the server.
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    node,
    [
      ...nodeArguments,
      main,
      ...folders,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(join(dataFolder, 'server.log'));
  child.stderr.pipe(log);
  // Whatever ends us must not leave a server behind.
  const kill = () => child.kill();
  process.once('exit', kill);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const port = await listeningPort(child, log);

  const authority = `localhost:${port}`;
  return {
    url: ({ folder, payload } = {}) => {
      const query = new URLSearchParams({ tkn: token });
      if (folder !== undefined) {
        query.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
      }
      if (payload !== undefined) {
        query.set('payload', JSON.stringify(Object.entries(payload)));
      }
      return `http://${authority}/?${query}`;
    },
    remoteUri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
    stop: async () => {
      process.off('exit', kill);
      kill();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Waits until the server says on which port it listens.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {import('node:fs').WriteStream} log
 * @returns {Promise<string>}
 */
function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      child.kill();
      reject(new Error(`VS Code's server ${why}; see ${String(log.path)}`));
    };
    const timer = setTimeout(() => fail('does not listen'), START_TIMEOUT);
    child.once('exit', (code) => fail(`ended with ${code} before it listened`));
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      log.write(text);
      output += text;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        output = '';
        clearTimeout(timer);
        child.removeAllListeners('exit');
        resolve(port);
      }
    });
  });
}
