import { build } from 'esbuild';
import { oneVscode } from './parts.mjs';
import { MODULE_FORMS } from './moduleForms.mjs';
import { root } from './paths.mjs';

/**
 * What is loaded before `activate` runs.
 * @typedef {object} StartSet
 * @property {number} bytes of minified code
 * @property {readonly string[]} packages from npm, by name
 * @property {readonly string[]} files of ours, by path
 */

/**
 * Finds what an entry reaches by static imports alone: all that runs when its bundle is loaded.
 * @param {string} entry relative to the project
 * @returns {Promise<StartSet>}
 */
export async function findStartSet(entry) {
  const { metafile } = await build({
    absWorkingDir: root,
    alias: MODULE_FORMS,
    bundle: true,
    entryPoints: [entry],
    format: 'esm',
    logLevel: 'warning',
    metafile: true,
    minify: true,
    outdir: 'out',
    platform: 'node',
    plugins: [oneVscode],
    splitting: true,
    write: false,
  });
  const { inputs, outputs } = metafile;
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { path, kind, external } of inputs[file]?.imports ?? []) {
      if (kind !== 'dynamic-import' && !external) {
        reached.add(path);
      }
    }
  }
  const bytes = Object.values(outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .reduce((sum, [file, { bytesInOutput }]) => sum + (reached.has(file) ? bytesInOutput : 0), 0);
  const packages = [...reached].flatMap(
    (file) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  );
  return {
    bytes,
    packages: [...new Set(packages)].sort(),
    files: [...reached].filter((file) => file.startsWith('src/')).sort(),
  };
}
