import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './paths.mjs';

/** The oldest VS Code that the manifest allows: what works here works in all later ones. */
const VERSION = '1.101.0';

/**
 * Gets the desktop VS Code, from the cache or from its update service.
 * @returns {Promise<string | undefined>} its executable; `undefined` where there is no display to
 *   show it on or where the service cannot be reached
 */
export async function findDesktop() {
  const hasDisplay =
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return hasDisplay
    ? downloadAndUnzipVSCode({ version: VERSION, cachePath: cacheFolder }).catch(() => undefined)
    : undefined;
}
