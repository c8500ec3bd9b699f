import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './run.mjs';

/** What to look for on the PATH, in this order. */
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where browsers are installed when not on the PATH. */
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    process.env['ProgramFiles'],
    process.env['ProgramFiles(x86)'],
    process.env['LOCALAPPDATA'],
  ].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ],
  ),
};

/** Keeps Chromium from talking to the network and from asking things. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a headless Chrome, Edge or Chromium; installs Chromium where that can be done unasked.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: (await findBrowser()) ?? (await installBrowser()),
    // The sandbox of Chromium does not work for root.
    args: asRoot ? [...QUIET, '--no-sandbox'] : QUIET,
  });
}

/**
 * Looks for an installed Chrome, Edge or Chromium.
 * @returns {Promise<string | undefined>} its executable
 */
export async function findBrowser() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (await exists(chosen)) {
      return chosen;
    }
    throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && process.platform !== 'win32');
  const candidates = [
    ...COMMANDS.flatMap((command) => onPath.map((folder) => join(folder, command))),
    ...(process.platform === 'darwin' || process.platform === 'win32'
      ? PLACES[process.platform]
      : []),
  ];
  for (const candidate of candidates) {
    if (await exists(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

/**
 * Installs Chromium on a Debian-like machine whose root we are, such as a CI container.
 * @returns {Promise<string>}
 */
async function installBrowser() {
  if (process.getuid?.() === 0 && (await exists('/usr/bin/apt-get'))) {
    console.log('Installing Chromium with apt-get (once) …');
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    const packages = ['chromium', 'fonts-dejavu-core'];
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
    const installed = await findBrowser();
    if (installed !== undefined) {
      return installed;
    }
  }
  throw new Error(
    'These tests need Google Chrome, Microsoft Edge or Chromium. Install one of them ' +
      '(on Debian or Ubuntu: apt-get install chromium), or let CHROME_PATH name one.',
  );
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
