import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { run } from './run.mjs';

/** What reads Word files besides Word, and what makes pictures of their pages: commands and Debian's packages. */
const TOOLS = {
  soffice: 'libreoffice-writer-nogui',
  pandoc: 'pandoc',
  pdftoppm: 'poppler-utils',
};

const ask = promisify(execFile);

/**
 * Makes sure that LibreOffice, Pandoc and pdftoppm are there; installs them where that can be done
 * unasked, as the browser of these tests is.
 * @returns {Promise<void>} rejects with what to install
 */
export async function ensureDocumentTools() {
  const missing = await missingTools();
  if (missing.length === 0) {
    return;
  }
  const isDebian = await access('/usr/bin/apt-get').then(
    () => true,
    () => false,
  );
  if (process.getuid?.() === 0 && isDebian) {
    console.log(`Installing ${missing.join(', ')} with apt-get (once) …`);
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], options);
  }
  const left = await missingTools();
  if (left.length > 0) {
    throw new Error(
      'These tests read Word files with LibreOffice, Pandoc and Poppler. Install them ' +
        `(on Debian or Ubuntu: apt-get install ${left.join(' ')}).`,
    );
  }
}

/** @returns {Promise<string[]>} Debian's packages of the commands that are not there */
async function missingTools() {
  const found = await Promise.all(
    Object.entries(TOOLS).map(async ([command, name]) => {
      // Poppler's commands know no long option.
      const option = command === 'pdftoppm' ? '-v' : '--version';
      return ask(command, [option]).then(
        () => [],
        () => [name],
      );
    }),
  );
  return found.flat();
}
