import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findBrowser } from './browser.mjs';

/**
 * Opens an address in the user's browser, where there is a display. Does nothing where that fails:
 * the address has been printed too.
 * @param {string} url
 */
export async function openInBrowser(url) {
  for (const [command, ...args] of await openers(url)) {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.unref();
    const started = await once(child, 'spawn').then(
      () => true,
      () => false,
    );
    if (started) {
      return;
    }
  }
}

/**
 * The commands that may open an address, best first.
 * @param {string} url
 * @returns {Promise<[string, ...string[]][]>}
 */
async function openers(url) {
  switch (process.platform) {
    case 'darwin':
      return [['open', url]];
    case 'win32':
      return [['rundll32', 'url.dll,FileProtocolHandler', url]];
    default: {
      if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
        return [];
      }
      const browser = await findBrowser();
      return [
        ['xdg-open', url],
        ...(browser === undefined ? [] : [/** @type {[string, string]} */ ([browser, url])]),
      ];
    }
  }
}
