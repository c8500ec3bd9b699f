import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/paths.mjs';
import type { ExtractorBundles } from '../../src/worker/startProcess';

/** Bundles what reads sources into a folder, as it ships. */
export function bundledExtractor(folder: string): ExtractorBundles {
  build(`buildExtractor(${JSON.stringify(folder)})`);
  return { extractor: join(folder, 'extractor.js'), watch: join(folder, 'memoryWatch.js') };
}

/**
 * Bundles a program of the tests for plain Node.
 * @param entry relative to the project
 */
export function bundledProgram(entry: string, outfile: string): void {
  build(`buildProgram(${JSON.stringify(entry)}, ${JSON.stringify(outfile)})`);
}

/** In a Node of its own: the build awaits at its top, which tests cannot load. */
function build(call: string): void {
  const module = pathToFileURL(join(root, 'scripts/build.mjs')).href;
  const script = `const build = await import(${JSON.stringify(module)}); await build.${call};`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
}
