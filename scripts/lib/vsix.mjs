import { join } from 'node:path';
import { root, vsixFile } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Packages the extension in a process of its own, since vsce always lists what it packs. Rejects
 * with that list and with what is wrong.
 * @returns {Promise<string>} the path of the .vsix
 */
export async function packageExtension() {
  await run(process.execPath, [join(root, 'scripts', 'package.mjs')]);
  return vsixFile;
}
