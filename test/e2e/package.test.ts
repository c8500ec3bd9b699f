import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkReaches } from '../../scripts/lib/reach/checkReaches.mjs';
import { installedExtension } from './setup';

describe('the package', () => {
  it('reaches for nothing but what the table of exceptions names', async () => {
    assert.deepEqual(await checkReaches(await installedExtension()), []);
  });

  it('tells whose work it contains, with version, licence and text', async () => {
    const notices = await readFile(
      join(await installedExtension(), 'ThirdPartyNotices.txt'),
      'utf8',
    );
    for (const [name, license] of [
      ['@citation-js/core', 'MIT'],
      ['fuse.js', 'Apache-2.0'],
      ['jszip', '(MIT OR GPL-3.0-or-later)'],
      // Within the files of others.
      ['pako', '(MIT AND Zlib)'],
      ['pdfjs-dist', 'Apache-2.0'],
      ['core-js', 'MIT'],
      // In what is generated from the schemas.
      ['ajv', 'MIT'],
      ['yaml', 'ISC'],
    ] as const) {
      const entry = new RegExp(
        `^-+\n${escape(name)} \\d+\\.\\d+\\.\\d+\nLicence: ${escape(license)}\n-+\n\n(?!-).{40,}`,
        'ms',
      );
      assert.match(notices, entry);
    }
    for (const name of ['Adobe CMap resources', 'Foxit fonts', 'Liberation fonts', 'OpenJPEG']) {
      assert.match(notices, new RegExp(`^-+\n${name}[^\n]*\nLicence: \\S+`, 'm'));
    }
  });
});

function escape(text: string): string {
  return text.replace(/[^\w\s]/g, '\\$&');
}
