import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { root } from '../../../scripts/lib/paths.mjs';

describe('PDF.js in the page that shows PDFs', () => {
  it('is on the global object before its viewer takes it from there', async function () {
    this.timeout(30_000);
    const { outputFiles } = await build({
      absWorkingDir: root,
      bundle: true,
      entryPoints: ['src/viewer/main.ts'],
      define: { process: 'undefined' },
      format: 'iife',
      write: false,
    });
    const code = outputFiles.map(({ text }) => text).join('');
    const given = [...code.matchAll(/globalThis\.pdfjsLib = /g)];
    const taken = [...code.matchAll(/= globalThis\.pdfjsLib\b/g)];
    assert.deepEqual([given.length, taken.length], [1, 1]);
    assert.ok((given[0]?.index ?? Infinity) < (taken[0]?.index ?? 0));
  });
});
