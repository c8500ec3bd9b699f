import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's own folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What is fetched once and kept: VS Code and its Node. Ignored by git, shared by all runs. */
export const cacheFolder = join(root, '.vscode-test');

/** What single runs leave behind for people to look at: logs, results, screenshots. Ignored by git. */
export const resultsFolder = join(root, 'test-results');

/** The package that `npm run package` makes. Ignored by git. */
export const vsixFile = join(root, 'ip4-desk.vsix');
