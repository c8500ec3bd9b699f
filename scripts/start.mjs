import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stageExtension } from './build.mjs';
import { findDesktop } from './lib/desktop.mjs';
import { openInBrowser } from './lib/openInBrowser.mjs';
import { root } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';
import { packageExtension } from './lib/vsix.mjs';

// Opens a real VS Code with the extension on a copy of the sample notes, and runs until it is
// closed or until Ctrl+C.

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });

const folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
const notes = join(folder, 'notes');
const data = join(folder, 'vscode');
await cp(join(root, 'samples'), notes, { recursive: true });

const desktop = values['no-open'] ? undefined : await findDesktop();
try {
  await (desktop === undefined ? showInBrowser() : showOnDesktop(desktop));
} finally {
  await rm(data, { recursive: true, force: true });
  console.log(`Your copy of the notes stays in ${notes}`);
}

/** Serves VS Code to a browser until Ctrl+C. */
async function showInBrowser() {
  console.log('Packaging IP4 Desk …');
  const vsix = await packageExtension();
  console.log('Starting VS Code …');
  const settings = { 'workbench.startupEditor': 'readme' };
  const server = await startServer({ dataFolder: data, vsix, settings });
  const url = server.url({ folder: notes });
  console.log(`\nVS Code is at ${url}\nCtrl+C stops it.\n`);
  if (!values['no-open']) {
    await openInBrowser(url);
  }
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
}

/**
 * Shows a window until the user closes it or presses Ctrl+C.
 * @param {string} executable
 */
async function showOnDesktop(executable) {
  console.log('Building IP4 Desk …');
  const extension = join(data, 'extension');
  await stageExtension(extension, { production: true });
  console.log('\nVS Code opens in a window of its own; close it to end.\n');
  const window = spawn(
    executable,
    [
      notes,
      `--extensionDevelopmentPath=${extension}`,
      `--user-data-dir=${join(data, 'user')}`,
      `--extensions-dir=${join(data, 'extensions')}`,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      // The sandbox of Chromium does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  process.once('SIGINT', () => window.kill());
  const [code, signal] = await once(window, 'close');
  if (code !== 0 && signal === null) {
    console.log('It could not be started: a browser will do.');
    await showInBrowser();
  }
}
