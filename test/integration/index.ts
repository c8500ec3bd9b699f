import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs every test file beside this one. VS Code calls it in its extension host, be that on the
 * desktop or behind a browser; the results go to a file, where the script that started VS Code
 * finds them.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    timeout: 60_000,
    reporter: 'json',
    reporterOptions: { output: join(__dirname, 'results.json') },
  });
  const names = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of names.sort(disposalLast)) {
    mocha.addFile(join(__dirname, name));
  }
  await new Promise((resolve) => mocha.run(resolve));
}

/** That file leaves an extension that does nothing any more. */
function disposalLast(a: string, b: string): number {
  const rank = (name: string) => (name === 'disposal.test.js' ? 1 : 0);
  return rank(a) - rank(b) || a.localeCompare(b);
}
